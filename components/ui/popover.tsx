"use client";

import { SheetButton, type SheetProps } from "./sheet-button";

const load = () => import("./popover-sheet").then((module) => module.PopoverSheet);

/** A button with a small sheet of links and fields. */
export function Popover(props: SheetProps) {
  return <SheetButton popup="dialog" load={load} {...props} />;
}
