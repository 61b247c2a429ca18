import { redirect } from "next/navigation";

/** Until there is more to say of the whole, the list of services is where one starts. */
export default function HomePage(): never {
  redirect("/services");
}
