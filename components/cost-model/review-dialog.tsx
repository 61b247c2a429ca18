"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Table, Td, Th } from "@/components/ui/table";
import { TextArea } from "@/components/ui/text-area";
import { messageOf, send } from "@/lib/client/request";
import type { CostModel, CostModelSave } from "@/lib/contracts/cost-model";
import type { ModelPreview } from "@/lib/contracts/model-preview";
import { amountText } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import { changeWords } from "./change-words";
import { aloneWords, beforeAfter } from "./preview-rows";

interface ReviewDialogProps {
  body: CostModelSave;
  /** The version that was edited. */
  number: number | null;
  nameOf: (question: string) => string;
  onSaved: (model: CostModel) => void;
  /** Somebody else changed it first: this is in force now. */
  onFaster: (model: CostModel) => void;
  onClose: () => void;
}

/** What a change of the model would do, before it is put in force, and the reason for it. */
export function ReviewDialog({ body, number, nameOf, onSaved, onFaster, onClose }: ReviewDialogProps) {
  const [note, setNote] = useState("");
  const preview = useQuery({
    queryKey: ["model-preview", body],
    queryFn: ({ signal }) => send("POST /api/v1/exposure/model/previews", { body, signal, background: true }),
    retry: 1,
  });
  const saving = useSave<void, CostModel, CostModel>({
    send: () =>
      send("PUT /api/v1/exposure/model", {
        body: { ...body, ...(note.trim() === "" ? {} : { note: note.trim() }), expectedNumber: number },
      }),
    onSaved,
    onConflict: onFaster,
    fields: [],
  });
  return (
    <FormDialog
      keep
      size="large"
      title="Use these assumptions?"
      description="Every figure uses them from now on. Earlier days keep the assumptions that they had."
      submit="Save"
      busyText="Saving …"
      cancel="Back to the form"
      save={saving}
      onClose={onClose}
      onSubmit={saving.save}
      className="gap-4"
    >
      {preview.error !== null && (
        <Notice tone="problem" action={<Button onClick={() => void preview.refetch()}>Try again</Button>}>
          The effect cannot be shown: {messageOf(preview.error)}
        </Notice>
      )}
      {preview.data ? (
        <PreviewTables preview={preview.data} nameOf={nameOf} />
      ) : (
        preview.error === null && <SkeletonLines />
      )}
      <TextArea
        label="Why it is changed"
        optional
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}

interface PreviewTablesProps {
  preview: ModelPreview;
  nameOf: (question: string) => string;
}

/** What a model would change: totals before and after, and each input by itself. */
function PreviewTables({ preview, nameOf }: PreviewTablesProps) {
  const { changes, plausibility, services, currency } = preview;
  if (changes.length === 0) return <p className="text-ink-2">Nothing would be different.</p>;
  const warnings = plausibility.flatMap(({ checklist, version, warning }) =>
    warning === null ? [] : [{ key: `${checklist} ${version}`, warning }],
  );
  return (
    <>
      {warnings.map(({ key, warning }) => (
        <Notice key={key} tone="warn">
          {warning}
        </Notice>
      ))}
      <Table caption="Before and after">
        <thead>
          <tr>
            <Th>All services</Th>
            <Th numeric>before</Th>
            <Th numeric>after</Th>
          </tr>
        </thead>
        <tbody>
          {beforeAfter(preview).map(({ name, before, after }) => (
            <tr key={name}>
              <Th scope="row" className="font-normal">
                {name}
              </Th>
              <Td numeric className="text-ink-3">
                {before}
              </Td>
              <Td numeric className={before === after ? "text-ink-3" : "font-strong"}>
                {before === after ? "same" : after}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {services > 0 && (
        <p className="-mt-2 text-sm text-ink-3">
          {counted(services, "service")} would have a different expected number of incidents.
        </p>
      )}
      <Table caption="What is changed">
        <thead>
          <tr>
            <Th>{counted(changes.length, "change")}</Th>
            <Th numeric>was</Th>
            <Th numeric>becomes</Th>
          </tr>
        </thead>
        <tbody>
          {changes.map((entry) => {
            const words = changeWords(entry.change, currency, nameOf);
            const alone = aloneWords(entry, preview);
            return (
              <tr key={words.what}>
                <Th scope="row" className="font-normal">
                  {words.what}
                  {words.why !== null && (
                    <bdi className="block text-sm font-normal [overflow-wrap:anywhere] text-ink-2">
                      “{words.why}”
                    </bdi>
                  )}
                  {alone !== null && (
                    <span className="block text-sm font-normal text-pretty text-ink-3">{alone}</span>
                  )}
                </Th>
                <Td className="text-right break-words tabular-nums text-ink-3">{words.from}</Td>
                <Td className="text-right break-words tabular-nums font-strong">{words.to}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {plausibility.map(({ checklist, version, name, incidents, least, most }) => (
        <p key={`${checklist} ${version}`} className="-mt-2 text-sm text-ink-3">
          A tier 1 service asked version {version} of “{name}”, with every question open, would have{" "}
          {amountText(incidents, null)} incidents a year; {least} to {most} is plausible.
        </p>
      ))}
    </>
  );
}
