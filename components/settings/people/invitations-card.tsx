"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ConfirmButton } from "@/components/forms/confirm-button";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Dialog } from "@/components/ui/dialog";
import { formatRelative } from "@/components/ui/format-time";
import { Pill } from "@/components/ui/pill";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { Invitation } from "@/lib/contracts/people";
import { inviteAll, type Outcome } from "./invite";
import { type InviteContext, InviteLinks } from "./invite-links";
import { PlacesLine } from "./places-line";
import { RIGHT_TEXT, rightsOf } from "./rights";
import type { NamedTeam } from "./team-names";

interface InvitationsCardProps {
  invitations: readonly Invitation[];
  context: InviteContext;
  /** The instant that counts as now, given by the server. */
  now: string;
}

/** Invitations that wait, with a new link for a lost one, and the way to take one back. */
export function InvitationsCard({ invitations, context, now }: InvitationsCardProps) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const [telling, setTelling] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const renew = useSave({
    send: ({ email, admin, executive, teams }: Invitation) =>
      inviteAll({ addresses: email, rights: { admin, executive }, places: teams }),
    onSaved: (made) => {
      setOutcomes(made);
      setTelling(true);
    },
    onFailed: (error) => toasts.show({ text: messageOf(error), tone: "problem" }),
  });
  function told() {
    setTelling(false);
    router.refresh();
  }
  if (invitations.length === 0 && !telling) return null;
  return (
    <Card title="Invitations" aside="A link can be used once" flush>
      <ul ref={list} tabIndex={-1} aria-label="Invitations">
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.email}
            invitation={invitation}
            teams={context.teams}
            timeZone={context.timeZone}
            now={now}
            busy={renew.busy && renew.sent?.id === invitation.id}
            onNewLink={() => renew.save(invitation)}
            onRevoked={() => list.current?.focus()}
          />
        ))}
      </ul>
      <Dialog
        keep
        open={telling}
        onOpenChange={(open) => !open && told()}
        title="A new link"
        description="The earlier one no longer works. This one is shown only once."
        footer={
          <Button variant="main" onClick={told}>
            Done
          </Button>
        }
      >
        <InviteLinks outcomes={outcomes} context={context} />
      </Dialog>
    </Card>
  );
}

interface InvitationRowProps {
  invitation: Invitation;
  teams: readonly NamedTeam[];
  timeZone: string;
  now: string;
  busy: boolean;
  onNewLink: () => void;
  onRevoked: () => void;
}

/** One invitation: for whom, to what, by whom, until when, and what can be done about it. */
function InvitationRow({ invitation, teams, timeZone, now, busy, onNewLink, onRevoked }: InvitationRowProps) {
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
        {state === "open" && <RevokeButton {...{ invitation, onRevoked }} />}
      </div>
    </li>
  );
}

interface RevokeButtonProps {
  invitation: Invitation;
  onRevoked: () => void;
}

/** The way to take an invitation back. */
function RevokeButton({ invitation: { id, email }, onRevoked }: RevokeButtonProps) {
  const router = useRouter();
  const revoke = useSave({
    send: () => send("DELETE /api/v1/people/invitations/:invitation", { params: { invitation: id } }),
    onSaved: () => {
      toasts.show({ text: `The invitation of ${email} is taken back.` });
      onRevoked();
      router.refresh();
    },
  });
  return (
    <ConfirmButton
      label={
        <>
          Take back<span className="sr-only"> the invitation of {email}</span>
        </>
      }
      variant="quiet"
      title={`Take back the invitation of ${email}?`}
      description="Their link stops working at once. You can invite them again."
      confirm="Take it back"
      save={revoke}
      onConfirm={revoke.save}
    />
  );
}
