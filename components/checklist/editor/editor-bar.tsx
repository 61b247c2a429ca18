"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { send } from "@/lib/client/request";
import type { ChecklistVersion } from "@/lib/contracts/checklists";
import { PublishDialog } from "./publish-dialog";
import type { useDraft } from "./use-draft";

interface EditorBarProps {
  version: ChecklistVersion;
  draft: ReturnType<typeof useDraft>;
  onPublished: (address: string) => void;
}

/** What can be done with a draft, and whether all of it is saved; in sight wherever one is on the page. */
export function EditorBar({ version, draft, onPublished }: EditorBarProps) {
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const page = `/checklists/${version.checklist}/versions/${version.version}`;
  return (
    <div className="sticky top-12 z-10 -mx-3.5 flex flex-wrap items-center gap-2 border-b border-line bg-paper px-3.5 py-2 md:-mx-7 md:px-7 print:hidden">
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
      <Button variant="quiet" onClick={() => setAsking("discard")}>
        Discard
      </Button>
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
          onClick={() => setAsking("publish")}
        >
          Publish …
        </Button>
      )}
      {asking === "publish" && (
        <PublishDialog
          version={version}
          draft={draft}
          onClose={() => setAsking(null)}
          onPublished={onPublished}
        />
      )}
      {asking === "discard" && (
        <DiscardDialog version={version} revision={draft.base.revision} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}

interface DiscardDialogProps {
  version: ChecklistVersion;
  revision: number;
  onClose: () => void;
}

function DiscardDialog({ version, revision, onClose }: DiscardDialogProps) {
  const router = useRouter();
  const discarding = useSave({
    send: () =>
      send("DELETE /api/v1/checklists/:checklist/versions/:version", {
        params: { checklist: version.checklist, version: String(version.version) },
        query: { expectedRevision: revision },
      }),
    onSaved: () => {
      router.push("/checklists");
      router.refresh();
    },
    leaves: true,
  });
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(open) => !open && onClose()}
      title="Discard this draft?"
      description="What stands in it is gone for everybody, and cannot be brought back. Published versions and services stay as they are."
      confirm="Discard it"
      busy={discarding.busy}
      problem={discarding.problem}
      onConfirm={discarding.save}
    />
  );
}
