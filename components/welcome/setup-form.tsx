"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { ApiProblem, messageOf, send } from "@/lib/client/request";
import { signIn } from "@/lib/client/session";

const CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "JPY",
  "INR",
  "NPR",
  "AUD",
  "CAD",
  "BRL",
  "ZAR",
];

/** Organisation and first admin; signs them in when it is done. */
export function SetupForm({ timeZones }: { timeZones: readonly string[] }) {
  const [timeZone, setTimeZone] = useState("UTC");
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    const admin = { name: field("name"), email: field("email").trim(), password: field("password") };
    setBusy(true);
    setProblem(null);
    setErrors({});
    try {
      await send("POST /api/v1/setup", {
        body: { organisation: { name: field("organisation"), timeZone, currency: field("currency") }, admin },
      });
      await signIn(admin.email, admin.password);
      window.location.assign("/");
    } catch (error) {
      if (error instanceof ApiProblem) setErrors(error.byField);
      setProblem(messageOf(error));
      setBusy(false);
    }
  }

  const zones = timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones];
  const at = (name: string) => errors[name];
  return (
    <form onSubmit={submit} className="mt-6 grid gap-4" noValidate>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <TextField
        label="Organisation"
        name="organisation"
        autoComplete="organization"
        autoFocus
        error={at("organisation.name")}
      />
      <div className="grid gap-4 md:grid-cols-[1fr_9rem]">
        <Select
          label="Time zone"
          hint="Days of trends and due dates are days here."
          name="timeZone"
          value={timeZone}
          onChange={(event) => setTimeZone(event.target.value)}
          options={zones.map((zone) => ({ value: zone, label: zone }))}
          error={at("organisation.timeZone")}
        />
        <Select
          label="Currency"
          hint="For what gaps cost."
          name="currency"
          defaultValue="EUR"
          options={CURRENCIES.map((code) => ({ value: code, label: code }))}
          error={at("organisation.currency")}
        />
      </div>
      <TextField label="Your name" name="name" autoComplete="name" error={at("admin.name")} />
      <TextField
        label="Your e-mail"
        name="email"
        type="email"
        autoComplete="username"
        error={at("admin.email")}
      />
      <TextField
        label="Password"
        hint="At least 12 characters. A sentence is easy to remember."
        name="password"
        type="password"
        autoComplete="new-password"
        error={at("admin.password")}
      />
      <Button type="submit" variant="main" busy={busy} busyText="Setting up …" className="justify-self-start">
        Set up Plumbline
      </Button>
    </form>
  );
}
