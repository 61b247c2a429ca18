import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { DraftImported } from "@/lib/contracts/checklist-imports";
import type { ChecklistDocument } from "@/lib/contracts/checklists";
import { counted } from "@/lib/domain/words";
import { ChangeCard } from "./compare/change-card";
import { meaningSub } from "./compare/meaning-sub";
import { changeWords } from "./editor/draft-sentence";

/** A document, and what it would change. */
export interface SeenImport {
  document: ChecklistDocument;
  preview: DraftImported;
}

interface ImportPreviewProps {
  seen: SeenImport;
  busy: boolean;
  problem: string | null;
  onTake: () => void;
  onClose: () => void;
}

/** What a document would change in a checklist, question by question, before it becomes its draft. */
export function ImportPreview({ seen, busy, problem, onTake, onClose }: ImportPreviewProps) {
  const { document, preview } = seen;
  const { comparison, replaces } = preview;
  const before = replaces ? "the draft" : `version ${comparison.from}`;
  return (
    <Dialog
      open
      keep
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={replaces ? "Replace the draft by this file?" : "Begin a draft from this file?"}
      description="No service uses it until it is published and services are moved to it. Answers carry over by question key."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="main" busy={busy} busyText="Importing …" onClick={onTake}>
            {replaces ? "Replace the draft" : "Begin the draft"}
          </Button>
        </>
      }
    >
      <div className="grid gap-3.5">
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        {replaces && (
          <Notice tone="warn" title={`There is a draft already: version ${replaces.version}.`}>
            Its content is replaced for everybody. This cannot be undone.
          </Notice>
        )}
        {document.checklist !== comparison.checklist && (
          <Notice>
            The file belongs to another checklist, “<bdi>{document.name}</bdi>”. <bdi>{comparison.name}</bdi>{" "}
            keeps its name and takes its questions.
          </Notice>
        )}
        <div>
          <p className="font-strong">{importSentence(seen)}</p>
          <p className="text-sm text-ink-3">{meaningSub(comparison)}</p>
        </div>
        {comparison.questions.length > 0 && (
          <ul className="grid gap-3" aria-label="What differs">
            {comparison.questions.map((change) => (
              <ChangeCard key={change.key} change={change} from={before} to="the file" />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

/** What a file would change, in numbers. */
export function importSentence({ preview: { comparison, replaces } }: SeenImport): string {
  const before = replaces ? `the draft of version ${replaces.version}` : `version ${comparison.from}`;
  const parts = changeWords(comparison.counts);
  if (parts.length > 0) return `From ${before} to the file: ${parts.join(", ")}.`;
  const asked = counted(comparison.counts.same, "question");
  return `The file asks what ${before} asks, in the same order: ${asked}.`;
}
