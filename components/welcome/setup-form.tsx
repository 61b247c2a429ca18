"use client";

import { useEffect, useState } from "react";
import { Form, typedText } from "@/components/forms/form";
import { PasswordField } from "@/components/forms/password-field";
import { useSave } from "@/components/forms/use-save";
import { currencyOptions, timeZoneOptions } from "@/components/settings/choices";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { ApiProblem, send } from "@/lib/client/request";
import { signIn } from "@/lib/client/session";

const FIELDS = [
  "organisation.name",
  "organisation.timeZone",
  "organisation.currency",
  "admin.name",
  "admin.email",
  "admin.password",
];
const isTaken = (error: unknown) => error instanceof ApiProblem && error.problem.code === "already_set_up";
/** Passes on that somebody set Plumbline up already; throws everything else. */
function ifTaken(error: unknown): unknown {
  if (isTaken(error)) return error;
  throw error;
}

/** Organisation and first admin; signs them in when it is done. */
export function SetupForm({ timeZones }: { timeZones: readonly string[] }) {
  const [timeZone, setTimeZone] = useState("UTC");
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const settingUp = useSave({
    send: async (typed: FormData) => {
      const field = (name: string) => typedText(typed, name);
      const admin = { name: field("name"), email: field("email").trim(), password: field("password") };
      const organisation = { name: field("organisation"), timeZone, currency: field("currency") };
      const taken = await send("POST /api/v1/setup", { body: { organisation, admin } }).then(
        () => null,
        ifTaken,
      );
      // taken perhaps by this very form, whose answer was lost: then signing in works
      const signedIn = await signIn(admin.email, admin.password).catch(() => false);
      if (taken !== null && !signedIn) throw taken;
      return signedIn;
    },
    onSaved: (signedIn) => window.location.assign(signedIn ? "/" : "/sign-in"),
    fields: FIELDS,
    leaves: true,
  });

  const at = (name: string) => settingUp.failure?.errors[name];
  return (
    <Form
      save={settingUp}
      onSubmit={settingUp.save}
      className="mt-7 grid items-start gap-7 md:grid-cols-2 md:gap-x-10"
      action={isTaken(settingUp.error) && <ButtonLink href="/sign-in">Sign in</ButtonLink>}
    >
      <fieldset data-wide="" className="grid gap-4 border-t border-line pt-5">
        <legend className="float-left w-full text-sm text-ink-3">The organisation</legend>
        <TextField
          label="Organisation"
          name="organisation"
          autoComplete="organization"
          autoFocus
          error={at("organisation.name")}
        />
        <Select
          label="Time zone"
          hint="Trends and due dates use the days of this time zone."
          name="timeZone"
          value={timeZone}
          onChange={(event) => setTimeZone(event.target.value)}
          options={timeZoneOptions(timeZones, timeZone)}
          error={at("organisation.timeZone")}
        />
        <Select
          label="Currency"
          hint="Costs are shown in it."
          name="currency"
          defaultValue="EUR"
          options={currencyOptions()}
          error={at("organisation.currency")}
        />
      </fieldset>
      <fieldset className="grid gap-4 border-t border-line pt-5">
        <legend className="float-left w-full text-sm text-ink-3">You, the first admin</legend>
        <TextField label="Your name" name="name" autoComplete="name" error={at("admin.name")} />
        <TextField
          label="Your e-mail"
          name="email"
          type="email"
          autoComplete="username"
          error={at("admin.email")}
        />
        <PasswordField
          hint="At least 12 characters, and not an obvious one. A sentence is easy to remember."
          autoComplete="new-password"
          error={at("admin.password")}
        />
      </fieldset>
      <Button
        type="submit"
        variant="main"
        size="large"
        busy={settingUp.busy}
        busyText="Setting up …"
        className="w-full md:col-start-2"
      >
        Set up Plumbline
      </Button>
    </Form>
  );
}
