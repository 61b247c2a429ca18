"use client";

import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { formatRelative } from "@/components/ui/format-time";
import { Pill } from "@/components/ui/pill";
import type { Invitation } from "@/lib/contracts/people";
import { PlacesLine } from "./places-line";
import { RIGHT_TEXT, rightsOf } from "./rights";
import type { NamedTeam } from "./team-names";

interface InvitationRowProps {
  invitation: Invitation;
  teams: readonly NamedTeam[];
  timeZone: string;
  now: string;
  busy: boolean;
  onNewLink: () => void;
  onRevoke: () => void;
}

/** One invitation: for whom, to what, by whom, until when, and what can be done about it. */
export function InvitationRow({
  invitation,
  teams,
  timeZone,
  now,
  busy,
  onNewLink,
  onRevoke,
}: InvitationRowProps) {
  const { email, expiresAt, createdBy, state } = invitation;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0">
      <div className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-strong">{email}</span>
          {rightsOf(invitation).map((right) => (
            <Pill key={right} tone="plain">
              {RIGHT_TEXT[right].name}
            </Pill>
          ))}
          {state === "expired" && <Pill tone="amber">Expired</Pill>}
        </p>
        <p className="text-sm text-ink-2">
          <PlacesLine places={invitation.teams} teams={teams} none="To no team" />
        </p>
        <p className="text-sm text-ink-3">
          Invited by <bdi>{createdBy.name}</bdi>, {state === "open" ? `good until ` : `was good until `}
          <DateText value={expiresAt} timeZone={timeZone} look="minute" />
          {state === "open" && ` (${formatRelative(expiresAt, now)})`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={onNewLink}>
          New link<span className="sr-only"> for {email}</span>
        </Button>
        {state === "open" && (
          <Button variant="quiet" onClick={onRevoke}>
            Take back<span className="sr-only"> the invitation of {email}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
