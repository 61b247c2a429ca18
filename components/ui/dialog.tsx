"use client";

import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { onDemand } from "./on-demand";

const load = () => import("./dialog-popup").then((module) => module.DialogPopup);
const DialogPopup = onDemand(load);

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One or two sentences under the title, read aloud with it. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last; they stay in sight while the content scrolls. */
  footer?: ReactNode;
  size?: "small" | "normal" | "large" | undefined;
  /** What gets the focus first; otherwise the first thing that can. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Asks for a decision: role alertdialog, and a press beside it does not close it. */
  alert?: boolean | undefined;
  /** A press beside it does not close it, since what stands in it is shown once or was typed. */
  keep?: boolean | undefined;
}

/** A question in front of the page: focus stays inside, Escape closes, focus returns. A sheet from below on a phone. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  // here by the time that it is needed, network or not; after everything that the page itself needs
  useEffect(() => void load().catch(() => undefined), []);
  // once it was open it stays, to be seen closing
  return wasOpen && <DialogPopup {...props} />;
}
