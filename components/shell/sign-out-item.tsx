"use client";

import { MenuItem } from "@/components/ui/menu-item";
import { leave } from "./leave";

/** The way out, at the end of the user menu. */
export const SignOutItem = () => <MenuItem onSelect={leave}>Sign out</MenuItem>;
