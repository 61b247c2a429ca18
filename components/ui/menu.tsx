"use client";

import { SheetButton, type SheetProps } from "./sheet-button";

const load = () => import("./menu-sheet").then((module) => module.MenuSheet);

/** A button with a list of actions: MenuItem, MenuLink, MenuDownload, MenuFilter, MenuChoices, MenuLabel, MenuLine. */
export function Menu(props: SheetProps) {
  return <SheetButton popup="menu" load={load} {...props} />;
}
