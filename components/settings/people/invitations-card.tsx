"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { Invitation } from "@/lib/contracts/people";
import { InvitationRow } from "./invitation-row";
import { inviteAll, type Outcome, sortOutcomes } from "./invite";
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
  const renew = useMutation({
    mutationFn: ({ email, admin, executive, teams }: Invitation) =>
      inviteAll({ emails: [email], rights: { admin, executive }, places: teams }),
    onSuccess: (made) => {
      const [failed] = sortOutcomes(made).failed;
      if (failed !== undefined) {
        toasts.show({ text: failed.why, tone: "problem" });
        return;
      }
      setOutcomes(made);
      setTelling(true);
    },
  });
  const revoke = useMutation({
    mutationFn: ({ id }: Invitation) =>
      send("DELETE /api/v1/people/invitations/:invitation", { params: { invitation: id } }),
    onSuccess: (_, { email }) => {
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
            busy={renew.isPending && renew.variables.id === invitation.id}
            onNewLink={() => renew.mutate(invitation)}
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
        busy={revoke.isPending}
        problem={revoke.error ? messageOf(revoke.error) : null}
        onConfirm={() => toRevoke && revoke.mutate(toRevoke)}
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
