"use client";

import { Form, typedText } from "@/components/forms/form";
import { PasswordField } from "@/components/forms/password-field";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { TextField } from "@/components/ui/text-field";
import { ApiProblem, send } from "@/lib/client/request";
import { signIn } from "@/lib/client/session";

/** Refusals after which there is somebody with this address: perhaps oneself, by an attempt whose answer was lost. */
const isThere = (error: unknown) =>
  error instanceof ApiProblem && (error.problem.code === "gone" || error.problem.code === "conflict");

/** Name and password of somebody invited; signs them in and takes the link out of the address. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const joining = useSave({
    send: async ({ name, password }: { name: string; password: string }) => {
      const refused = await send("POST /api/v1/people/acceptances", { body: { token, name, password } }).then(
        () => null,
        (error: unknown) => {
          if (isThere(error)) return error;
          throw error;
        },
      );
      const signedIn = await signIn(email, password).catch(() => false);
      if (refused !== null && !signedIn) throw refused;
      return signedIn;
    },
    onSaved: (signedIn) => window.location.replace(signedIn ? "/work" : "/sign-in?to=/work"),
    fields: ["name", "password"],
    leaves: true,
  });
  const errors = joining.failure?.errors;

  return (
    <Form
      save={joining}
      onSubmit={(typed) =>
        joining.save({ name: typedText(typed, "name"), password: typedText(typed, "password") })
      }
      className="mt-7 grid gap-4"
      action={isThere(joining.error) && <ButtonLink href="/sign-in?to=/work">Sign in</ButtonLink>}
    >
      <TextField
        label="E-mail"
        hint="The invitation is for this address. You sign in with it."
        name="email"
        type="email"
        autoComplete="username"
        readOnly
        value={email}
      />
      <TextField label="Your name" name="name" autoComplete="name" autoFocus error={errors?.name} />
      <PasswordField
        hint="At least 12 characters, and not an obvious one. A sentence is easy to remember."
        autoComplete="new-password"
        error={errors?.password}
      />
      <Button
        type="submit"
        variant="main"
        size="large"
        busy={joining.busy}
        busyText="Joining …"
        className="mt-1 w-full"
      >
        Join
      </Button>
    </Form>
  );
}
