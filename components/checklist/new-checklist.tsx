"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useNavigate } from "@/lib/client/navigation";
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
  const navigate = useNavigate();
  const [keyOf] = useState(repeatKeys);
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const copies = checklists.flatMap(({ checklist, name: called, versions }) =>
    versions.map(({ version }) => ({
      value: `${checklist}/${version}`,
      label: `${called}, version ${version}`,
    })),
  );
  const creating = useSave({
    send: () => {
      const [checklist = "", version] = from.split("/");
      const body = { name, ...(from === "" ? {} : { from: { checklist, version: Number(version) } }) };
      return send("POST /api/v1/checklists", { body, idempotencyKey: keyOf(body) });
    },
    onSaved: (made) => navigate(`/checklists/${made.checklist}/versions/${made.version}`),
    fields: ["name"],
    leaves: true,
  });
  return (
    <FormDialog
      keep
      title="A checklist of your own"
      description="It begins as a draft. No service uses it until it is published and services are moved to it."
      submit="Create"
      busyText="Creating …"
      save={creating}
      onClose={onClose}
      onSubmit={creating.save}
      className="gap-4"
    >
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        maxLength={CHECKLIST_LIMITS.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={creating.failure?.errors.name}
      />
      <Select
        label="Begin with"
        hint="Answers carry over by question key. A copy keeps the keys."
        value={from}
        options={[{ value: "", label: "No questions" }, ...copies]}
        onChange={(event) => setFrom(event.target.value)}
      />
    </FormDialog>
  );
}
