"use client";

import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { useNavigate } from "@/lib/client/navigation";
import { repeatKeys } from "@/lib/client/repeat-key";
import { conflictOf, messageOf, send } from "@/lib/client/request";
import type { DraftImport } from "@/lib/contracts/checklist-imports";
import type { ChecklistDocument } from "@/lib/contracts/checklists";
import { ChooseDocument } from "./choose-document";
import { ImportPreview, type SeenImport } from "./import-preview";

interface ImportDraftProps {
  checklist: string;
  name: string;
}

/** Takes an exported document up as the draft of a checklist that is there, after a look at what differs. */
export function ImportDraft({ checklist, name }: ImportDraftProps) {
  const navigate = useNavigate();
  const [keyOf] = useState(repeatKeys);
  const [seen, setSeen] = useState<SeenImport | null>(null);
  const [unseen, setUnseen] = useState<string | null>(null);
  const post = (body: DraftImport, idempotencyKey?: string) =>
    send("POST /api/v1/checklists/:checklist/imports", {
      params: { checklist },
      body,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
  const look = async (document: ChecklistDocument) =>
    setSeen({ document, preview: await post({ document, dryRun: true }) });

  const taking = useSave({
    send: ({ document, preview: { replaces } }: SeenImport) => {
      setUnseen(null);
      const body = { document, ...(replaces && { expectedRevision: replaces.revision }) };
      return post(body, keyOf(body));
    },
    onSaved: ({ comparison }) => navigate(`/checklists/${checklist}/versions/${comparison.to}`),
    onFailed: (error, { document }) => {
      // What it would replace is another draft now: shown before it is asked again.
      if (conflictOf(error) !== undefined)
        look(document).catch((again: unknown) => setUnseen(messageOf(again)));
    },
    leaves: true,
  });
  return (
    <>
      <ChooseDocument
        label={`A file to be the draft of ${name} (${checklist})`}
        busyText="Reading …"
        onRead={async (document) => {
          taking.reset();
          setUnseen(null);
          await look(document);
        }}
      >
        Import a draft
      </ChooseDocument>
      {seen !== null && (
        <ImportPreview
          {...{ seen, busy: taking.busy, problem: unseen ?? taking.problem }}
          onTake={() => taking.save(seen)}
          onClose={() => setSeen(null)}
        />
      )}
    </>
  );
}
