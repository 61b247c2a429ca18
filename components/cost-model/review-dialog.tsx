"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
  const { save, busy, failure } = useSave<void, CostModel, CostModel>({
    send: () =>
      send("PUT /api/v1/exposure/model", {
        body: { ...body, ...(note.trim() === "" ? {} : { note: note.trim() }), expectedNumber: number },
      }),
    onSaved,
    onConflict: onFaster,
    fields: [],
  });
  return (
    <Dialog
      open
      keep
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title="Put these assumptions in force?"
      description="From then on every figure is reckoned with them. Days before keep those of then, and the history keeps what was."
      footer={
        <>
          <Button onClick={onClose}>Back to the form</Button>
          <Button variant="main" busy={busy} busyText="Saving …" onClick={() => save()}>
            Save
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {failure !== null && <FailureNotice failure={failure} />}
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
      </div>
    </Dialog>
  );
}
