"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { Pill } from "@/components/ui/pill";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { Session } from "@/lib/contracts/people";
import { deviceOf, plainAddress } from "./device";
import { sessionsInOrder } from "./session-words";

interface SessionListProps {
  /** Whose: an id, or `me`. */
  person: string;
  sessions: readonly Session[];
  timeZone: string;
  /** The instant that counts as now, given by the server. */
  now: string;
}

/** Browsers in which somebody is signed in; each but this one can be ended. */
export function SessionList({ person, sessions, timeZone, now }: SessionListProps) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const end = useSave({
    send: ({ id }: Session) =>
      send("DELETE /api/v1/people/:person/sessions/:session", { params: { person, session: id } }),
    onSaved: (_, { userAgent }) => {
      toasts.show({ text: `${deviceOf(userAgent)} is signed out.` });
      list.current?.focus();
      router.refresh();
    },
    onFailed: (error) => toasts.show({ text: messageOf(error), tone: "problem" }),
  });
  return (
    <ul ref={list} tabIndex={-1} aria-label="Sessions">
      {sessionsInOrder(sessions).map((session) => (
        <li
          key={session.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4.5 py-3 first:border-t-0"
        >
          <div className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
            <p className="flex flex-wrap items-center gap-x-2">
              <span className="font-strong" title={session.userAgent}>
                {deviceOf(session.userAgent)}
              </span>
              {session.current && <Pill tone="good">This browser</Pill>}
            </p>
            <p className="text-sm text-ink-3">
              Signed in on <DateText value={session.createdAt} timeZone={timeZone} look="minute" />
              {session.address !== "" && ` from ${plainAddress(session.address)}`}; last used{" "}
              <DateText value={session.lastSeenAt} timeZone={timeZone} look="relative" now={now} />
            </p>
          </div>
          {!session.current && (
            <Button
              busy={end.busy && end.sent?.id === session.id}
              busyText="Ending …"
              onClick={() => end.save(session)}
            >
              End<span className="sr-only"> the session of {deviceOf(session.userAgent)}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
