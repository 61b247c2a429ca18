"use client";

import { useEffect } from "react";
import { type FormFailure, formFailure } from "@/components/forms/form-failure";
import { ApiProblem } from "@/lib/client/request";

/** While something typed is not saved, the browser asks before the page is closed or reloaded. */
export function useLeaveGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
}

/**
 * What stands at the top of a form that was refused: where it is said field by field, only how many; else the
 * server's words.
 */
export function topProblem(error: unknown): Pick<FormFailure, "message" | "signedOut"> {
  const named = error instanceof ApiProblem ? Object.keys(error.byField).length : 0;
  if (named === 0) return formFailure(error, []);
  return { message: named === 1 ? "One field needs another look." : `${named} fields need another look.` };
}

/** Takes the focus to the first field that is not right, once the page shows it. */
export function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
