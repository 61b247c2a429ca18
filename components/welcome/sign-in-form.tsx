"use client";

import { useEffect, useRef, useState } from "react";
import { Form, typedText } from "@/components/forms/form";
import { FieldProblems } from "@/components/forms/form-failure";
import { PasswordField } from "@/components/forms/password-field";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { ApiProblem, messageOf } from "@/lib/client/request";
import { signIn } from "@/lib/client/session";
import { clock, secondsToWait } from "./slowed-down";

/** The server was reached, and knows nobody by this address and password. */
class NotRight extends Error {
  override message = "E-mail or password is not right.";
}
function reasonOf(error: unknown) {
  if (error instanceof NotRight) return <Notice tone="problem">{error.message}</Notice>;
  const seconds = error instanceof ApiProblem ? secondsToWait(error.problem) : null;
  return seconds === null ? (
    <Notice tone="problem">{messageOf(error)}</Notice>
  ) : (
    <Waiting seconds={seconds} />
  );
}

/** E-mail and password; goes to `to` when they are right. */
export function SignInForm({ to, failed }: { to: string; failed: boolean }) {
  const password = useRef<HTMLInputElement>(null);
  const signingIn = useSave({
    send: async (typed: { email: string; password: string }) => {
      if (typed.email === "") throw new FieldProblems({ email: "Write your e-mail address." });
      if (typed.password === "") throw new FieldProblems({ password: "Write your password." });
      if (!(await signIn(typed.email, typed.password))) throw new NotRight();
    },
    onSaved: () => window.location.assign(to),
    leaves: true,
  });
  const [before] = useState(() => (failed ? new NotRight() : null));
  const error = signingIn.sent === undefined ? before : signingIn.error;
  const missing = error instanceof FieldProblems ? error.byField : null;
  const refused = missing === null ? error : null;
  useEffect(() => {
    if (refused !== null) password.current?.select();
  }, [refused]);

  return (
    <Form
      save={{ form: signingIn.form, failure: null }}
      onSubmit={(typed) =>
        signingIn.save({ email: typedText(typed, "email").trim(), password: typedText(typed, "password") })
      }
      className="mt-7 grid gap-4"
    >
      {refused !== null && reasonOf(refused)}
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
        error={missing?.email}
      />
      <PasswordField ref={password} autoComplete="current-password" error={missing?.password} />
      <Button
        type="submit"
        variant="main"
        size="large"
        busy={signingIn.busy}
        busyText="Signing in …"
        className="mt-1 w-full"
      >
        Sign in
      </Button>
    </Form>
  );
}

/** Signing in is slowed down: for how long, running down. Read aloud once, not every second. */
function Waiting({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <Notice tone="problem" title="Too many attempts">
      <span className="sr-only">You can try again in {seconds} seconds.</span>
      <span aria-hidden="true" className="tabular-nums">
        {left > 0 ? `You can try again in ${clock(left)}.` : "You can try again now."}
      </span>
    </Notice>
  );
}
