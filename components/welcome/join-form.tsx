"use client";

import { type FormEvent, useRef, useState } from "react";
import { type FormFailure, formFailure } from "@/components/forms/form-failure";
import { PasswordField } from "@/components/forms/password-field";
import { useFailureFocus } from "@/components/forms/use-failure-focus";
import { useReady } from "@/components/forms/use-ready";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { ApiProblem, send } from "@/lib/client/request";
import { signIn } from "@/lib/client/session";

/** Refusals after which there is somebody with this address: perhaps oneself, by an attempt whose answer was lost. */
const isThere = (error: unknown) =>
  error instanceof ApiProblem && (error.problem.code === "gone" || error.problem.code === "conflict");

/** Name and password of somebody invited; signs them in and takes the link out of the address. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const ready = useReady();
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [taken, setTaken] = useState(false);
  const [busy, setBusy] = useState(false);
  useFailureFocus(form, failure);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const name = String(typed.get("name") ?? "");
    const password = String(typed.get("password") ?? "");
    setBusy(true);
    setFailure(null);
    try {
      const refused = await send("POST /api/v1/people/acceptances", { body: { token, name, password } }).then(
        () => null,
        (error: unknown) => {
          if (isThere(error)) return error;
          throw error;
        },
      );
      const signedIn = await signIn(email, password).catch(() => false);
      if (refused !== null && !signedIn) throw refused;
      window.location.replace(signedIn ? "/start" : "/sign-in?to=/start");
    } catch (error) {
      setTaken(isThere(error));
      setFailure(formFailure(error, ["name", "password"]));
      setBusy(false);
    }
  }

  return (
    <form ref={form} onSubmit={submit} method="post" className="mt-7 grid gap-4" noValidate>
      {failure !== null && (
        <Notice tone="problem" action={taken && <ButtonLink href="/sign-in?to=/start">Sign in</ButtonLink>}>
          {failure.message}
        </Notice>
      )}
      <TextField
        label="E-mail"
        hint="The invitation is for this address. You sign in with it."
        name="email"
        type="email"
        autoComplete="username"
        readOnly
        value={email}
      />
      <TextField label="Your name" name="name" autoComplete="name" autoFocus error={failure?.errors.name} />
      <PasswordField
        hint="At least 12 characters, and not an obvious one. A sentence is easy to remember."
        autoComplete="new-password"
        error={failure?.errors.password}
      />
      <Button
        type="submit"
        variant="main"
        size="large"
        disabled={!ready}
        busy={busy}
        busyText="Joining …"
        className="mt-1 w-full disabled:opacity-100"
      >
        Join
      </Button>
    </form>
  );
}
