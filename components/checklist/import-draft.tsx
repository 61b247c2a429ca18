"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { repeatKeys } from "@/lib/client/repeat-key";
import { ApiProblem, messageOf, send } from "@/lib/client/request";
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
  const router = useRouter();
  const [keyOf] = useState(repeatKeys);
  const [seen, setSeen] = useState<SeenImport | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const post = (body: DraftImport, idempotencyKey?: string) =>
    send("POST /api/v1/checklists/:checklist/imports", {
      params: { checklist },
      body,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
  const look = async (document: ChecklistDocument) =>
    setSeen({ document, preview: await post({ document, dryRun: true }) });

  async function take({ document, preview: { replaces } }: SeenImport) {
    setBusy(true);
    setProblem(null);
    const body = { document, ...(replaces && { expectedRevision: replaces.revision }) };
    try {
      const { comparison } = await post(body, keyOf(body));
      router.push(`/checklists/${checklist}/versions/${comparison.to}`);
      return;
    } catch (error) {
      setProblem(messageOf(error));
      const faster = error instanceof ApiProblem && error.problem.code === "conflict";
      // What it would replace is another draft now: shown before it is asked again.
      if (faster) await look(document).catch((again: unknown) => setProblem(messageOf(again)));
    }
    setBusy(false);
  }
  return (
    <>
      <ChooseDocument
        label={`A file to be the draft of ${name} (${checklist})`}
        busyText="Reading …"
        onRead={async (document) => {
          setProblem(null);
          await look(document);
        }}
      >
        Import a draft
      </ChooseDocument>
      {seen !== null && (
        <ImportPreview
          {...{ seen, busy, problem }}
          onTake={() => void take(seen)}
          onClose={() => setSeen(null)}
        />
      )}
    </>
  );
}
