"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import type { useSave } from "@/components/forms/use-save";
import { Checkbox } from "@/components/ui/checkbox";
import { formatTime } from "@/components/ui/format-time";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { TOKEN_SCOPE_TEXT, TOKEN_SCOPES, type TokenScope } from "@/lib/domain/token-scopes";
import { TOKEN_DAYS, USUAL_DAYS } from "./token-words";

const DAY_MS = 86_400_000;
/** What a token is made of. */
export interface TokenDraft {
  name: string;
  scopes: TokenScope[];
  days: number;
}
interface TokenFormProps {
  id: string;
  timeZone: string;
  now: string;
  making: ReturnType<typeof useSave<TokenDraft>>;
}

/** Name, scopes and end of a new token. */
export function TokenForm({ id, timeZone, now, making }: TokenFormProps) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly TokenScope[]>(["read"]);
  const [days, setDays] = useState<number>(USUAL_DAYS);
  const errors = making.failure?.errors;

  return (
    <Form
      save={making}
      id={id}
      onSubmit={() => making.save({ name, scopes: [...scopes], days })}
      className="grid gap-5"
    >
      <TextField
        label="Name"
        hint="What uses it, so that you know later whether it can go."
        name="name"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={errors?.name}
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
        {errors?.scopes !== undefined && <p className="mt-1 text-sm font-medium text-no">{errors.scopes}</p>}
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
        error={errors?.days}
      />
    </Form>
  );
}
