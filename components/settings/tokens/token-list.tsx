"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { Token } from "@/lib/contracts/people";
import { TokenRow } from "./token-row";
import { tokensInOrder } from "./token-words";

interface TokenListProps {
  tokens: readonly Token[];
  timeZone: string;
  /** The instant that counts as now, given by the server. */
  now: string;
}

/** Tokens in force, each with the way to end it, and those that are over. */
export function TokenList({ tokens, timeZone, now }: TokenListProps) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const [toEnd, setToEnd] = useState<Token | null>(null);
  const [asking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: ({ id }: Token) => send("DELETE /api/v1/tokens/:token", { params: { token: id } }),
    onSuccess: (_, { name }) => {
      setAsking(false);
      toasts.show({ text: `${name} is ended.` });
      list.current?.focus();
      router.refresh();
    },
  });
  const { inForce, over } = tokensInOrder(tokens, now);
  return (
    <>
      <ul ref={list} tabIndex={-1} aria-label="API tokens">
        {inForce.map((token) => (
          <TokenRow key={token.id} token={token} timeZone={timeZone} now={now}>
            <Button
              onClick={() => {
                end.reset();
                setToEnd(token);
                setAsking(true);
              }}
            >
              End<span className="sr-only"> {token.name}</span>
            </Button>
          </TokenRow>
        ))}
        {over.map((token) => (
          <TokenRow key={token.id} token={token} timeZone={timeZone} now={now} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`End ${toEnd?.name ?? ""}?`}
        description="Whatever uses it is refused from now on. This cannot be undone; a new token can be made."
        confirm="End the token"
        danger
        busy={end.isPending}
        problem={end.error ? messageOf(end.error) : null}
        onConfirm={() => toEnd && end.mutate(toEnd)}
      />
    </>
  );
}
