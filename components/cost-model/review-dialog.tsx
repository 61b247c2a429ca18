"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SkeletonLines } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { messageOf, send } from "@/lib/client/request";
import type { CostModel, CostModelSave } from "@/lib/contracts/cost-model";
import { PreviewTables } from "./preview-tables";

interface ReviewDialogProps {
  body: CostModelSave;
  /** The version that was edited. */
  number: number | null;
  textOf: (question: string) => string;
  onSaved: (model: CostModel) => void;
  /** Somebody else was faster: this is in force now. */
  onFaster: (model: CostModel) => void;
  onClose: () => void;
}

/** What a change of the model would do, before it is put in force, and the reason for it. */
export function ReviewDialog({ body, number, textOf, onSaved, onFaster, onClose }: ReviewDialogProps) {
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
      title="Put these assumptions in force?"
      description="From then on every figure is reckoned with them. Days before keep those of then, and the history keeps what was."
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
          What it would change cannot be shown: {messageOf(preview.error)}
        </Notice>
      )}
      {preview.data ? (
        <PreviewTables preview={preview.data} textOf={textOf} />
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
