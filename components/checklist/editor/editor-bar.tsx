"use client";

import { useState } from "react";
import { ConfirmButton } from "@/components/forms/confirm-button";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toasts } from "@/components/ui/toast-store";
import { useNavigate } from "@/lib/client/navigation";
import { ApiProblem, send } from "@/lib/client/request";
import type { ChecklistVersion } from "@/lib/contracts/checklists";
import { DEFAULT_CHECKLIST } from "@/lib/domain/checklist";
import type { useDraft } from "./use-draft";

interface EditorBarProps {
  version: ChecklistVersion;
  draft: ReturnType<typeof useDraft>;
  onPublished: (address: string) => void;
}

/** What can be done with a draft, and whether all of it is saved; in sight wherever one is on the page. */
export function EditorBar({ version, draft, onPublished }: EditorBarProps) {
  const [asking, setAsking] = useState(false);
  const page = `/checklists/${version.checklist}/versions/${version.version}`;
  return (
    <div className="sticky top-12 z-10 -mx-4 flex flex-wrap items-center gap-2 border-b border-line bg-paper px-4 py-2 md:-mx-7 md:px-7 print:hidden">
      <p role="status" className="mr-auto min-w-0 text-sm text-ink-2">
        {draft.busy
          ? "Saving …"
          : draft.dirty
            ? "Not saved yet; kept in this browser."
            : "All of it is saved."}
      </p>
      {version.basedOn !== null && (
        <ButtonLink href={`${page}/comparison?with=${version.basedOn}`}>
          Compare with version {version.basedOn}
        </ButtonLink>
      )}
      <DiscardButton version={version} revision={draft.base.revision} />
      <Button
        data-save=""
        variant={draft.dirty ? "main" : "plain"}
        busy={draft.busy}
        busyText="Saving …"
        disabled={!draft.dirty}
        onClick={draft.save}
      >
        Save
      </Button>
      {version.can.publish && (
        <Button
          variant={draft.dirty ? "plain" : "main"}
          disabled={draft.dirty}
          onClick={() => setAsking(true)}
        >
          Publish …
        </Button>
      )}
      {asking && (
        <PublishDialog
          version={version}
          draft={draft}
          onClose={() => setAsking(false)}
          onPublished={onPublished}
        />
      )}
    </div>
  );
}

interface DiscardButtonProps {
  version: ChecklistVersion;
  revision: number;
}

function DiscardButton({ version, revision }: DiscardButtonProps) {
  const navigate = useNavigate();
  const discarding = useSave({
    send: () =>
      send("DELETE /api/v1/checklists/:checklist/versions/:version", {
        params: { checklist: version.checklist, version: String(version.version) },
        query: { expectedRevision: revision },
      }),
    onSaved: () => {
      navigate("/checklists");
    },
    leaves: true,
  });
  return (
    <ConfirmButton
      label="Discard"
      variant="quiet"
      title="Discard this draft?"
      description="Its content is deleted for everybody. This cannot be undone. Published versions and services do not change."
      confirm="Discard it"
      save={discarding}
      onConfirm={discarding.save}
    />
  );
}

interface PublishDialogProps {
  version: ChecklistVersion;
  draft: ReturnType<typeof useDraft>;
  onClose: () => void;
  onPublished: (address: string) => void;
}

/** The last question before a draft becomes a version that never changes: what that means, and what it does not. */
function PublishDialog({ version, draft, onClose, onPublished }: PublishDialogProps) {
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
          It can no longer be changed. No service uses it, and no score changes, until somebody moves services
          to it. Titles change at once, in every version.
          {checklist === DEFAULT_CHECKLIST && " New services use it from the start."}
        </>
      }
      confirm="Publish it"
      busy={publishing.busy}
      problem={
        faster
          ? "Somebody else changed this draft. Their changes are on the page now, and nothing was published: check them, then publish."
          : publishing.problem
      }
      onConfirm={publishing.save}
    />
  );
}
