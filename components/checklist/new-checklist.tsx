"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { type FormFailure, formFailure } from "@/components/forms/form-failure";
import { useFailureFocus } from "@/components/forms/use-failure-focus";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { ChecklistSummary } from "@/lib/contracts/checklists";
import { CHECKLIST_LIMITS } from "@/lib/domain/checklist-draft";

/** Makes a checklist of one's own, empty or as a copy, and opens its draft. */
export function NewChecklist({ checklists }: { checklists: readonly ChecklistSummary[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>New checklist</Button>
      {open && <NewDialog checklists={checklists} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewDialog({
  checklists,
  onClose,
}: {
  checklists: readonly ChecklistSummary[];
  onClose: () => void;
}) {
  const router = useRouter();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [keyOf] = useState(repeatKeys);
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  useFailureFocus(form, failure);
  const copies = checklists.flatMap(({ checklist, name: called, versions }) =>
    versions.map(({ version }) => ({
      value: `${checklist}/${version}`,
      label: `${called}, version ${version}`,
    })),
  );
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const [checklist = "", version] = from.split("/");
    const body = { name, ...(from === "" ? {} : { from: { checklist, version: Number(version) } }) };
    try {
      const made = await send("POST /api/v1/checklists", { body, idempotencyKey: keyOf(body) });
      router.push(`/checklists/${made.checklist}/versions/${made.version}`);
    } catch (error) {
      setFailure(formFailure(error, ["name"]));
      setBusy(false);
    }
  }
  return (
    <Dialog
      open
      keep
      onOpenChange={(open) => !open && onClose()}
      title="A checklist of your own"
      description="It begins as a draft. Nobody is asked it before it is published and services are moved to it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="main" type="submit" form={id} busy={busy} busyText="Creating …">
            Create
          </Button>
        </>
      }
    >
      <form ref={form} id={id} onSubmit={submit} method="post" noValidate className="grid gap-4">
        {failure !== null && <FailureNotice failure={failure} />}
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          maxLength={CHECKLIST_LIMITS.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={failure?.errors.name}
        />
        <Select
          label="Begin with"
          hint="Answers carry over by the keys of questions: a copy keeps them."
          value={from}
          options={[{ value: "", label: "No questions" }, ...copies]}
          onChange={(event) => setFrom(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
