"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Form } from "@/components/forms/form";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { formatTime } from "@/components/ui/format-time";
import { Notice } from "@/components/ui/notice";
import { SecretText } from "@/components/ui/secret-text";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { Token } from "@/lib/contracts/people";
import { TOKEN_SCOPE_TEXT, TOKEN_SCOPES, type TokenScope } from "@/lib/domain/token-scopes";
import { curlExample, TOKEN_DAYS, USUAL_DAYS } from "./token-words";

/** Makes a token in a dialog, and shows it there, once. */
export function NewToken({ timeZone, now }: { timeZone: string; now: string }) {
  const id = useId();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [keyOf] = useState(repeatKeys);
  const [made, setMade] = useState<Token | null>(null);
  const making = useSave({
    send: (body: TokenDraft) => send("POST /api/v1/tokens", { body, idempotencyKey: keyOf(body) }),
    onSaved: setMade,
    fields: ["name", "scopes", "days"],
  });
  function close() {
    setOpen(false);
    if (made !== null) router.refresh();
  }
  return (
    <>
      <Button
        variant="main"
        onClick={() => {
          setMade(null);
          making.reset();
          setOpen(true);
        }}
      >
        New token
      </Button>
      <Dialog
        keep
        open={open}
        onOpenChange={(next) => !next && close()}
        title={made === null ? "New token" : `${made.name} is made`}
        description={
          made === null
            ? "A script with this token can do what you tick here, and never more than you can."
            : "Copy the token now. Plumbline keeps only a fingerprint of it and cannot show it again."
        }
        footer={
          made === null ? (
            <>
              <Button onClick={close}>Cancel</Button>
              <Button type="submit" form={id} variant="main" busy={making.busy} busyText="Making …">
                Make the token
              </Button>
            </>
          ) : (
            <Button variant="main" onClick={close}>
              Done
            </Button>
          )
        }
      >
        {made === null ? (
          <TokenForm id={id} timeZone={timeZone} now={now} making={making} />
        ) : (
          <TokenSecret token={made} />
        )}
      </Dialog>
    </>
  );
}

/** A token that was just made, with a first call that uses it. */
function TokenSecret({ token }: { token: Token }) {
  if (token.secret === null) {
    return (
      <Notice tone="warn" title="It was shown already.">
        The reply to the first attempt was lost. End this token and make another one.
      </Notice>
    );
  }
  const example = curlExample(window.location.origin, token.secret, token.scopes);
  return (
    <div className="grid gap-5">
      <SecretText label="Token" text={token.secret} what="the token" />
      <div>
        <div className="mb-1 flex items-end justify-between gap-3">
          <h3 className="text-sm font-strong">Try it</h3>
          <CopyButton text={example} what="the example" />
        </div>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
          tabIndex={0}
          className="overflow-x-auto rounded-lg bg-sunk px-3 py-2.5 font-mono text-sm break-all whitespace-pre-wrap"
        >
          {example}
        </pre>
        <p className="mt-1.5 text-sm text-ink-3">
          Every call is described at{" "}
          <a href="/api/v1/openapi.json" className="link">
            /api/v1/openapi.json
          </a>
          .
        </p>
      </div>
    </div>
  );
}

const DAY_MS = 86_400_000;
/** What a token is made of. */
interface TokenDraft {
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
function TokenForm({ id, timeZone, now, making }: TokenFormProps) {
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
        hint="Where it is used, so you know later whether it is still needed."
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
