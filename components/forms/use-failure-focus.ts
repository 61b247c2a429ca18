import { type RefObject, useEffect } from "react";
import type { FormFailure } from "./form-failure";

/** After a failure the focus goes to the first field that is not right; without one it stays where it is. */
export function useFailureFocus(form: RefObject<HTMLFormElement | null>, failure: FormFailure | null): void {
  useEffect(() => {
    if (failure === null) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, failure]);
}
