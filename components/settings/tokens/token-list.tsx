"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useRef } from "react";
import { ConfirmButton } from "@/components/forms/confirm-button";
import { useSave } from "@/components/forms/use-save";
import { DateText } from "@/components/ui/date-text";
import { Pill } from "@/components/ui/pill";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Token } from "@/lib/contracts/people";
import { scopesText, tokenState, tokensInOrder } from "./token-words";

interface TokenListProps {
  tokens: readonly Token[];
  timeZone: string;
  /** The instant that counts as now, given by the server. */
  now: string;
}

/** Tokens in force, each with the way to end it, and those that are over. */
export function TokenList({ tokens, timeZone, now }: TokenListProps) {
  const list = useRef<HTMLUListElement>(null);
  const { inForce, over } = tokensInOrder(tokens, now);
  return (
    <ul ref={list} tabIndex={-1} aria-label="API tokens">
      {inForce.map((token) => (
        <TokenRow key={token.id} token={token} timeZone={timeZone} now={now}>
          <EndToken token={token} onEnded={() => list.current?.focus()} />
        </TokenRow>
      ))}
      {over.map((token) => (
        <TokenRow key={token.id} token={token} timeZone={timeZone} now={now} />
      ))}
    </ul>
  );
}

/** The way to end one. */
function EndToken({ token: { id, name }, onEnded }: { token: Token; onEnded: () => void }) {
  const router = useRouter();
  const end = useSave({
    send: () => send("DELETE /api/v1/tokens/:token", { params: { token: id } }),
    onSaved: () => {
      toasts.show({ text: `${name} is ended.` });
      onEnded();
      router.refresh();
    },
  });
  return (
    <ConfirmButton
      label={
        <>
          End<span className="sr-only"> {name}</span>
        </>
      }
      title={`End ${name}?`}
      description="Everything that uses it stops working. This cannot be undone, but you can make a new token."
      confirm="End the token"
      save={end}
      onConfirm={end.save}
    />
  );
}

interface TokenRowProps {
  token: Token;
  timeZone: string;
  now: string;
  /** What can be done about it. */
  children?: ReactNode;
}

/** One token: what it is called, what it may be used for, and when it was used last. */
function TokenRow({ token, timeZone, now, children }: TokenRowProps) {
  const state = tokenState(token, now);
  const end = token.endedAt ?? token.expiresAt;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0">
      <div className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
        <p className="flex flex-wrap items-center gap-x-2">
          <bdi className={state === "in force" ? "font-strong" : "text-ink-2"}>{token.name}</bdi>
          <code className="text-sm text-ink-3">{token.prefix}…</code>
          {state !== "in force" && <Pill>{state === "ended" ? "Ended" : "Expired"}</Pill>}
        </p>
        <p className="text-sm text-ink-3">
          {scopesText(token.scopes)}.{" "}
          {token.lastUsedAt === null ? (
            "Never used"
          ) : (
            <>
              Last used <DateText value={token.lastUsedAt} timeZone={timeZone} look="relative" now={now} />
            </>
          )}
          {state === "in force" ? ", ends " : ", ended "}
          <DateText value={end} timeZone={timeZone} />
        </p>
      </div>
      {children}
    </li>
  );
}
