"use client";

import type { ReactNode } from "react";
import { FailureNotice } from "./failure-notice";
import { focusFirstError } from "./form-care";
import type { SaveState } from "./use-save";

interface FormProps {
  save: Pick<SaveState, "form" | "failure">;
  /** For a button outside of it. */
  id?: string;
  className?: string;
  /** What can be done about the failure. */
  action?: ReactNode;
  /** @param typed what stands in it, for a form that keeps no state of its own */
  onSubmit: (typed: FormData) => void;
  children: ReactNode;
}

/** A form that is saved as a whole; why it was not stands at its top. */
export function Form({ save, id, className, action, onSubmit, children }: FormProps) {
  return (
    <form
      ref={save.form}
      id={id}
      method="post"
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
        focusFirstError(event.currentTarget);
      }}
    >
      {save.failure !== null && <FailureNotice failure={save.failure} action={action} />}
      {children}
    </form>
  );
}

/** One text of what stands in a form. */
export const typedText = (typed: FormData, name: string): string => String(typed.get(name) ?? "");
