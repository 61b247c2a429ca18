"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { type FormFailure, formFailure } from "@/components/forms/form-failure";
import { PasswordField } from "@/components/forms/password-field";
import { useFailureFocus } from "@/components/forms/use-failure-focus";
import { useReady } from "@/components/forms/use-ready";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";

/** Changes one's own password; every other browser is signed out by it. */
export function PasswordForm({ email }: { email: string }) {
  const ready = useReady();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const [times, setTimes] = useState(0);
  useFailureFocus(form, failure);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const body = { current: String(typed.get("current") ?? ""), next: String(typed.get("next") ?? "") };
    setBusy(true);
    setFailure(null);
    try {
      await send("PUT /api/v1/people/:person/password", { params: { person: "me" }, body });
      toasts.show({ text: "Your password is changed. Other browsers are signed out." });
      setTimes(times + 1);
      router.refresh();
    } catch (error) {
      setFailure(formFailure(error, ["current", "next"]));
    }
    setBusy(false);
  }

  return (
    <form key={times} ref={form} onSubmit={submit} method="post" noValidate className="grid max-w-110 gap-4">
      {failure !== null && <FailureNotice failure={failure} />}
      {/* tells a password manager whose password this is */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="Current password"
        name="current"
        autoComplete="current-password"
        error={failure?.errors.current}
      />
      <PasswordField
        label="New password"
        name="next"
        hint="At least 12 characters, and not an obvious one. A sentence is easy to remember."
        autoComplete="new-password"
        error={failure?.errors.next}
      />
      <Button
        type="submit"
        disabled={!ready}
        busy={busy}
        busyText="Changing …"
        className="justify-self-start"
      >
        Change the password
      </Button>
    </form>
  );
}
