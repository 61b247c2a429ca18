"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { PasswordField } from "@/components/forms/password-field";
import { useReady } from "@/components/forms/use-ready";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { ApiProblem, messageOf } from "@/lib/client/request";
import { signIn } from "@/lib/client/session";
import { secondsToWait } from "./slowed-down";
import { Waiting } from "./waiting";

/** Why it did not work; a new object each time, so that the message is said again. */
interface Refusal {
  message: string;
  seconds: number | null;
}
const wrong = (): Refusal => ({ message: "E-mail or password is not right.", seconds: null });

function refusalOf(error: unknown): Refusal {
  const seconds = error instanceof ApiProblem ? secondsToWait(error.problem) : null;
  return { message: messageOf(error), seconds };
}

/** E-mail and password; goes to `to` when they are right. */
export function SignInForm({ to, failed }: { to: string; failed: boolean }) {
  const ready = useReady();
  const [refusal, setRefusal] = useState<Refusal | null>(() => (failed ? wrong() : null));
  const [missing, setMissing] = useState<"email" | "password" | null>(null);
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const email = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refusal !== null) password.current?.select();
  }, [refusal]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = { email: String(form.get("email")).trim(), password: String(form.get("password")) };
    setRefusal(null);
    const lacks = typed.email === "" ? "email" : typed.password === "" ? "password" : null;
    setMissing(lacks);
    if (lacks !== null) {
      (lacks === "email" ? email : password).current?.focus();
      return;
    }
    setBusy(true);
    try {
      if (await signIn(typed.email, typed.password)) {
        window.location.assign(to);
        return;
      }
      setRefusal(wrong());
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} method="post" className="mt-7 grid gap-4" noValidate>
      {refusal !== null &&
        (refusal.seconds === null ? (
          <Notice tone="problem">{refusal.message}</Notice>
        ) : (
          <Waiting seconds={refusal.seconds} />
        ))}
      <TextField
        ref={email}
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
        error={missing === "email" ? "Write your e-mail address." : null}
      />
      <PasswordField
        ref={password}
        autoComplete="current-password"
        error={missing === "password" ? "Write your password." : undefined}
      />
      <Button
        type="submit"
        variant="main"
        size="large"
        disabled={!ready}
        busy={busy}
        busyText="Signing in …"
        className="mt-1 w-full disabled:opacity-100"
      >
        Sign in
      </Button>
    </form>
  );
}
