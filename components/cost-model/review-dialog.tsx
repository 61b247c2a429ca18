"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { formFailure } from "@/components/forms/form-failure";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SkeletonLines } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { ApiProblem, messageOf, send } from "@/lib/client/request";
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
  const save = useMutation({
    mutationFn: () =>
      send("PUT /api/v1/exposure/model", {
        body: { ...body, ...(note.trim() === "" ? {} : { note: note.trim() }), expectedNumber: number },
      }),
    onSuccess: onSaved,
    onError: (error) => {
      const current =
        error instanceof ApiProblem && error.problem.code === "conflict" && error.problem.current;
      if (current) onFaster(current as CostModel);
    },
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
          <Button variant="main" busy={save.isPending} busyText="Saving …" onClick={() => save.mutate()}>
            Save
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {save.error !== null && <FailureNotice failure={formFailure(save.error, [])} />}
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
