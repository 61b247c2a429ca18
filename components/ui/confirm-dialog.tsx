"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Notice } from "./notice";

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question, ending with a question mark. */
  title: string;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** The verb on the button: never "OK". */
  confirm: string;
  cancel?: string | undefined;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  /** Why the last attempt did not work; the dialog stays open. */
  problem?: string | null | undefined;
  onConfirm: () => void;
  children?: ReactNode;
}

/** One question, two answers. The safe one has the focus; close it from `onConfirm` when the work is done. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirm,
  cancel = "Cancel",
  danger = false,
  busy = false,
  problem,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  const hasProblem = problem !== null && problem !== undefined;
  return (
    <Dialog
      alert
      size="small"
      {...{ open, onOpenChange, title, description }}
      initialFocus={safe}
      footer={
        <>
          <Button ref={safe} onClick={() => onOpenChange(false)}>
            {cancel}
          </Button>
          <Button variant={danger ? "danger" : "main"} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {(children !== undefined || hasProblem) && (
        <div className="grid gap-3">
          {children}
          {hasProblem && <Notice tone="problem">{problem}</Notice>}
        </div>
      )}
    </Dialog>
  );
}
