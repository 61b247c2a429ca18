"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "./form";
import { FasterNotice } from "./there-now";
import type { SaveState } from "./use-save";

interface EditFormProps {
  /** As useVersionedForm gives it. */
  edit: {
    saving: Pick<SaveState, "form" | "failure" | "busy">;
    changed: readonly string[];
    faster: object | null;
    contested: object;
    submit: () => void;
  };
  /** What is edited, as in "Somebody else changed … while you were typing". */
  what: string;
  className?: string;
  children: ReactNode;
}

/** The form over something with a version. */
export function EditForm({ edit, what, className = "grid gap-4", children }: EditFormProps) {
  const { saving, faster, changed, contested, submit } = edit;
  return (
    <Form save={saving} onSubmit={submit} className={className}>
      {faster !== null && changed.length > 0 && (
        <FasterNotice what={what} compare={Object.keys(contested).length > 0} />
      )}
      {children}
    </Form>
  );
}

/** The button that saves it, once something is changed. */
export function SaveButton({ edit }: Pick<EditFormProps, "edit">) {
  return (
    <Button
      type="submit"
      variant="main"
      disabled={edit.changed.length === 0}
      busy={edit.saving.busy}
      busyText="Saving …"
      className="justify-self-start"
    >
      Save
    </Button>
  );
}
