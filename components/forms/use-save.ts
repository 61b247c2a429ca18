"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { conflictOf, messageOf } from "@/lib/client/request";
import { focusFirstError } from "./form-care";
import { formFailure } from "./form-failure";

interface Saving<In, Out, Now> {
  /** Saves it. What it throws becomes the failure. */
  send: (input: In) => Promise<Out>;
  onSaved?: (saved: Out, input: In) => void;
  /** Somebody else changed it first, and this is there now: takes the place of a failure. */
  onConflict?: (now: Now, input: In) => void;
  /** Every other failure. */
  onFailed?: (error: Error, input: In) => void;
  /** Paths of the form's own fields, as in the JSON that is sent; left out, it has all of them. */
  fields?: readonly string[];
  /** What is saved leads to another page: busy until it is there. */
  leaves?: boolean;
}

/**
 * Saves something: once at a time, however often it is pressed. Whatever happens, what was typed stays where it is; a
 * refusal is told field by field, and takes the focus to the first of them.
 */
export function useSave<In = void, Out = unknown, Now = unknown>(saving: Saving<In, Out, Now>) {
  const { send, onSaved, onConflict, onFailed, fields, leaves = false } = saving;
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const { mutate, reset, error, isPending, isSuccess, variables } = useMutation({
    mutationFn: ({ input }: { input: In }) => send(input),
    onSuccess: (saved, { input }) => onSaved?.(saved, input),
    onError: (error, { input }) => {
      const now = conflictOf<Now>(error);
      if (onConflict && now !== undefined) onConflict(now, input);
      else onFailed?.(error, input);
    },
    onSettled: () => {
      sending.current = false;
    },
  });
  useEffect(() => {
    if (error !== null) focusFirstError(form.current);
  }, [error]);
  const isFailure = error !== null && !(onConflict && conflictOf(error) !== undefined);
  return {
    /** For the form, so that its fields are found. */
    form,
    save: (input: In): void => {
      if (sending.current) return;
      sending.current = true;
      mutate({ input });
    },
    busy: isPending || (leaves && isSuccess),
    isSaved: isSuccess,
    /** What was sent last. */
    sent: variables?.input,
    error,
    failure: isFailure ? formFailure(error, fields) : null,
    /** Why it was not saved, in one sentence, where there are no fields. */
    problem: isFailure ? messageOf(error) : null,
    reset,
  };
}
export type SaveState = ReturnType<typeof useSave>;
