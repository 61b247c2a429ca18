"use client";

import { MenuItem } from "@/components/ui/menu-item";
import { signOut } from "@/lib/client/session";

/** The way out, at the end of the user menu. */
export function SignOutItem() {
  async function leave() {
    await signOut().catch(() => undefined);
    window.location.assign("/sign-in");
  }
  return <MenuItem onSelect={leave}>Sign out</MenuItem>;
}
