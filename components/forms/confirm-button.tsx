"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-look";
import { ConfirmDialog, type ConfirmDialogProps } from "@/components/ui/confirm-dialog";
import type { SaveState } from "./use-save";

interface ConfirmButtonProps
  extends Pick<ConfirmDialogProps, "title" | "description" | "confirm" | "children" | "onConfirm"> {
  /** What the button says. */
  label: ReactNode;
  variant?: ButtonVariant | undefined;
  save: Pick<SaveState, "busy" | "problem" | "isSaved" | "reset">;
}

/** A button for what cannot be taken back: it asks first, and the question goes when it is done. */
export function ConfirmButton({ label, variant, save, ...question }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  const isDone = save.isSaved && !save.busy;
  return (
    <>
      <Button
        variant={variant}
        onClick={() => {
          save.reset();
          setAsking(true);
        }}
      >
        {label}
      </Button>
      <ConfirmDialog
        danger
        open={asking && !isDone}
        onOpenChange={setAsking}
        busy={save.busy}
        problem={save.problem}
        {...question}
      />
    </>
  );
}
