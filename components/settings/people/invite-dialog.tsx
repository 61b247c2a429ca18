"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { counted } from "@/lib/domain/words";
import { inviteAll, type Outcome, sortOutcomes } from "./invite";
import { type InviteDraft, InviteForm } from "./invite-form";
import { type InviteContext, InviteLinks } from "./invite-links";

interface InviteDialogProps {
  open: boolean;
  onClose: () => void;
  /** What it begins with. */
  start: InviteDraft;
  context: InviteContext;
}

/** Invites people, then shows the links: once, since only what they hash to is kept. Give it a new key each time. */
export function InviteDialog({ open, onClose, start, context }: InviteDialogProps) {
  const id = useId();
  const router = useRouter();
  const [draft, setDraft] = useState(start);
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null);
  const inviting = useSave({ send: inviteAll, onSaved: setOutcomes, fields: ["email"] });

  function close() {
    if (outcomes !== null) router.refresh();
    onClose();
  }

  if (outcomes !== null) {
    const { made, failed } = sortOutcomes(outcomes);
    return (
      <Dialog
        keep
        open={open}
        onOpenChange={(next) => !next && close()}
        title={`${counted(made.length, "person is", "people are")} invited`}
        description={
          made.length === 1
            ? "Plumbline sends no mail: pass the link on yourself. It is shown this once."
            : "Plumbline sends no mail: pass the links on yourself. They are shown this once."
        }
        footer={
          <>
            {failed.length > 0 && (
              <Button
                onClick={() => {
                  setDraft({ ...draft, addresses: failed.map(({ email }) => email).join("\n") });
                  setOutcomes(null);
                }}
              >
                Try the other{failed.length === 1 ? "" : "s"} again
              </Button>
            )}
            <Button variant="main" onClick={close}>
              Done
            </Button>
          </>
        }
      >
        <InviteLinks outcomes={outcomes} context={context} />
      </Dialog>
    );
  }
  return (
    <Dialog
      keep
      open={open}
      onOpenChange={(next) => !next && close()}
      title="Invite people"
      description="You get a link for each of them, good for seven days."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={id} variant="main" busy={inviting.busy} busyText="Inviting …">
            Invite
          </Button>
        </>
      }
    >
      <InviteForm key={draft.addresses} id={id} start={draft} teams={context.teams} inviting={inviting} />
    </Dialog>
  );
}
