"use client";

import { type FormEvent, useRef, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { type FormFailure, formFailure } from "@/components/forms/form-failure";
import { useFailureFocus } from "@/components/forms/use-failure-focus";
import { Checkbox } from "@/components/ui/checkbox";
import { formatTime } from "@/components/ui/format-time";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { Token } from "@/lib/contracts/people";
import { TOKEN_SCOPE_TEXT, TOKEN_SCOPES, type TokenScope } from "@/lib/domain/token-scopes";
import { TOKEN_DAYS, USUAL_DAYS } from "./token-words";

const DAY_MS = 86_400_000;
interface TokenFormProps {
  id: string;
  timeZone: string;
  now: string;
  onBusy: (busy: boolean) => void;
  onMade: (token: Token) => void;
}

/** Name, scopes and end of a new token. */
export function TokenForm({ id, timeZone, now, onBusy, onMade }: TokenFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const [keyOf] = useState(repeatKeys);
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly TokenScope[]>(["read"]);
  const [days, setDays] = useState<number>(USUAL_DAYS);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  useFailureFocus(form, failure);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    onBusy(true);
    setFailure(null);
    try {
      const body = { name, scopes: [...scopes], days };
      onMade(await send("POST /api/v1/tokens", { body, idempotencyKey: keyOf(body) }));
    } catch (error) {
      setFailure(formFailure(error, ["name", "scopes", "days"]));
    }
    sending.current = false;
    onBusy(false);
  }

  return (
    <form ref={form} id={id} onSubmit={submit} method="post" noValidate className="grid gap-5">
      {failure !== null && <FailureNotice failure={failure} />}
      <TextField
        label="Name"
        hint="What uses it, so that you know later whether it can go."
        name="name"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={failure?.errors.name}
      />
      <fieldset>
        <legend className="mb-1 text-sm font-strong">What it may be used for</legend>
        <div className="grid gap-1.5">
          {TOKEN_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={TOKEN_SCOPE_TEXT[scope].name}
              hint={TOKEN_SCOPE_TEXT[scope].means}
              checked={scopes.includes(scope)}
              onChange={({ target }) =>
                setScopes(
                  TOKEN_SCOPES.filter((each) => (each === scope ? target.checked : scopes.includes(each))),
                )
              }
            />
          ))}
        </div>
        {failure?.errors.scopes !== undefined && (
          <p className="mt-1 text-sm font-medium text-no">{failure.errors.scopes}</p>
        )}
      </fieldset>
      <Select
        label="Ends by itself"
        className="max-w-64"
        value={String(days)}
        onChange={(event) => setDays(Number(event.target.value))}
        options={TOKEN_DAYS.map((each) => ({
          value: String(each),
          label: `after ${each} days, ${formatTime(new Date(Date.parse(now) + each * DAY_MS), timeZone, "day")}`,
        }))}
        error={failure?.errors.days}
      />
    </form>
  );
}
