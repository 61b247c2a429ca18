"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { Invitation } from "@/lib/contracts/people";
import { InvitationRow } from "./invitation-row";
import { inviteAll, type Outcome } from "./invite";
import { type InviteContext, InviteLinks } from "./invite-links";

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
  const [toRevoke, setToRevoke] = useState<Invitation | null>(null);
  const [asking, setAsking] = useState(false);
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
  const revoke = useSave({
    send: ({ id }: Invitation) =>
      send("DELETE /api/v1/people/invitations/:invitation", { params: { invitation: id } }),
    onSaved: (_, { email }) => {
      setAsking(false);
      toasts.show({ text: `The invitation of ${email} is taken back.` });
      list.current?.focus();
      router.refresh();
    },
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
            key={invitation.id}
            invitation={invitation}
            teams={context.teams}
            timeZone={context.timeZone}
            now={now}
            busy={renew.busy && renew.sent?.id === invitation.id}
            onNewLink={() => renew.save(invitation)}
            onRevoke={() => {
              revoke.reset();
              setToRevoke(invitation);
              setAsking(true);
            }}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Take back the invitation of ${toRevoke?.email ?? ""}?`}
        description="Their link stops working at once. You can invite them again."
        confirm="Take it back"
        danger
        busy={revoke.busy}
        problem={revoke.problem}
        onConfirm={() => toRevoke && revoke.save(toRevoke)}
      />
      <Dialog
        keep
        open={telling}
        onOpenChange={(open) => !open && told()}
        title="A new link"
        description="The earlier one does not work any more. This one is shown this once."
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
