import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import { Pill } from "@/components/ui/pill";
import type { Token } from "@/lib/contracts/people";
import { scopesText, tokenState } from "./token-words";

interface TokenRowProps {
  token: Token;
  timeZone: string;
  now: string;
  /** What can be done about it. */
  children?: ReactNode;
}

/** One token: what it is called, what it may be used for, and when it was used last. */
export function TokenRow({ token, timeZone, now, children }: TokenRowProps) {
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
