"use client";

import { type KeyboardEventHandler, useId } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog, type DialogProps } from "@/components/ui/dialog";
import { FailureNotice } from "./failure-notice";
import { focusFirstError } from "./form-care";
import type { FormFailure } from "./form-failure";
import type { SaveState } from "./use-save";

interface FormDialogProps extends Omit<DialogProps, "open" | "onOpenChange" | "footer"> {
  /** The verb on the button that sends it. */
  submit: string;
  busyText?: string | undefined;
  disabled?: boolean | undefined;
  /** Leaves without sending. */
  cancel?: string | undefined;
  /** How it is sent; why it was not stands at its top. */
  save?: Partial<Pick<SaveState, "form" | "busy">> & {
    failure: Pick<FormFailure, "message" | "signedOut"> | null;
  };
  onClose: () => void;
  onSubmit: () => void;
  onKeyDown?: KeyboardEventHandler<HTMLFormElement> | undefined;
  /** Class of the form, a grid. */
  className?: string | undefined;
}

/** A form in a dialog, sent by its main button or by Enter. Mount it to open it: what is typed lives as long as it is open. */
export function FormDialog(props: FormDialogProps) {
  const { submit, busyText, disabled, cancel = "Cancel", save, onClose, onSubmit, onKeyDown } = props;
  const { className, children, title, description, size, keep, initialFocus } = props;
  const id = useId();
  return (
    <Dialog
      open
      {...{ title, description, size, keep, initialFocus }}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button
            variant="main"
            type="submit"
            form={id}
            busy={save?.busy ?? false}
            busyText={busyText}
            disabled={disabled}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        ref={save?.form}
        id={id}
        method="post"
        noValidate
        className={classNames("grid", className)}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
          focusFirstError(event.currentTarget);
        }}
      >
        {save?.failure && (
          <div className="col-span-full">
            <FailureNotice failure={save.failure} />
          </div>
        )}
        {children}
      </form>
    </Dialog>
  );
}
