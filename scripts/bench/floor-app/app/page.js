import { connection } from "next/server";

/** An empty page, rendered for every request. */
export default async function Page() {
  await connection();
  return <p>nothing</p>;
}
