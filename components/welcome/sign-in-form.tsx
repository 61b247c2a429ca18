"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { messageOf } from "@/lib/client/request";
import { signIn } from "@/lib/client/session";

const WRONG = "E-mail or password is not right.";

/** E-mail and password; goes to `to` when they are right. */
export function SignInForm({ to, failed }: { to: string; failed: boolean }) {
  const [problem, setProblem] = useState<string | null>(failed ? WRONG : null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      if (await signIn(String(form.get("email")), String(form.get("password")))) {
        window.location.assign(to);
        return;
      }
      setProblem(WRONG);
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} className="mt-6 grid gap-4" noValidate>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <TextField label="E-mail" name="email" type="email" autoComplete="username" autoFocus />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" />
      <Button type="submit" variant="main" busy={busy} busyText="Signing in …" className="justify-self-start">
        Sign in
      </Button>
    </form>
  );
}
