"use client";

import { useSave } from "@/components/forms/use-save";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toasts } from "@/components/ui/toast-store";
import { ApiProblem, send } from "@/lib/client/request";
import type { ChecklistVersion } from "@/lib/contracts/checklists";
import { DEFAULT_CHECKLIST } from "@/lib/domain/checklist";
import type { useDraft } from "./use-draft";

interface PublishDialogProps {
  version: ChecklistVersion;
  draft: ReturnType<typeof useDraft>;
  onClose: () => void;
  onPublished: (address: string) => void;
}

/** The last question before a draft becomes a version that never changes: what that means, and what it does not. */
export function PublishDialog({ version, draft, onClose, onPublished }: PublishDialogProps) {
  const { checklist } = version;
  const publishing = useSave<void, { version: number }, ChecklistVersion>({
    send: () =>
      send("POST /api/v1/checklists/:checklist/versions/:version/publication", {
        params: { checklist, version: String(version.version) },
        body: { expectedRevision: draft.base.revision },
      }),
    onSaved: (published) => {
      toasts.show({ text: `Version ${published.version} is published. No service was moved.` });
      onPublished(`/checklists/${checklist}/versions/${published.version}`);
    },
    onConflict: draft.catchUp,
    onFailed: (error) => error instanceof ApiProblem && draft.showErrors(error.byField),
    leaves: true,
  });
  const faster = publishing.error !== null && publishing.problem === null;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Publish version ${version.version}?`}
      description={
        <>
          From then on it never changes. No service is asked it, and no score moves, until somebody moves
          services to it.
          {checklist === DEFAULT_CHECKLIST && " New services are asked it from the start."}
        </>
      }
      confirm="Publish it"
      busy={publishing.busy}
      problem={
        faster
          ? "Somebody changed this draft meanwhile. What they changed is on the page now, and nothing was published: look it over, then publish."
          : publishing.problem
      }
      onConfirm={publishing.save}
    />
  );
}
