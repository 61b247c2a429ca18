import { signOut } from "@/lib/client/session";

/** Signs out, and leads to where one signs in, whatever the server said. */
export async function leave(): Promise<void> {
  await signOut().catch(() => undefined);
  window.location.assign("/sign-in");
}
