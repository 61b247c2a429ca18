"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toasts } from "@/components/ui/toast-store";
import { ApiProblem, messageOf, send } from "@/lib/client/request";
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
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { checklist } = version;
  async function publish() {
    setBusy(true);
    setProblem(null);
    try {
      const published = await send("POST /api/v1/checklists/:checklist/versions/:version/publication", {
        params: { checklist, version: String(version.version) },
        body: { expectedRevision: draft.base.revision },
      });
      toasts.show({ text: `Version ${published.version} is published. No service was moved.` });
      onPublished(`/checklists/${checklist}/versions/${published.version}`);
    } catch (error) {
      const faster = error instanceof ApiProblem && error.problem.code === "conflict";
      if (faster && error.problem.current) draft.catchUp(error.problem.current as ChecklistVersion);
      else if (error instanceof ApiProblem) draft.showErrors(error.byField);
      setProblem(
        faster
          ? "Somebody changed this draft meanwhile. What they changed is on the page now, and nothing was published: look it over, then publish."
          : messageOf(error),
      );
      setBusy(false);
    }
  }
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
      busy={busy}
      problem={problem}
      onConfirm={() => void publish()}
    />
  );
}
