"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { personOptions } from "@/components/people/person-names";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { send } from "@/lib/client/request";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import { isBlank } from "@/lib/domain/text";
import { useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";
import { useLaunchSave } from "./use-launch-save";

/** Names who signs for a role and who stands in; replacing somebody takes a reason (L6). */
export function SignerDialog({ role, onClose }: { role: SignRole; onClose: () => void }) {
  const { launch, people, executives } = useLaunchFrame();
  const [now] = useState({ person: launch.signers[role] ?? "", deputy: launch.deputies[role] ?? "" });
  const [person, setPerson] = useState(now.person);
  const [deputy, setDeputy] = useState(now.deputy);
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const replacesSigner = now.person !== "" && person !== now.person;
  // A deputy who gave what is in force is replaced as a signer is (L6).
  const hasDeputySigned = launch.signOffs.some(
    (each) => each.role === role && each.supersededAt === null && each.person === now.deputy,
  );
  const replaces = replacesSigner || (hasDeputySigned && deputy !== now.deputy && person !== now.deputy);
  const save = useLaunchSave({
    send: () =>
      send("PUT /api/v1/launches/:launch/signers/:role", {
        params: { launch: launch.id, role },
        body: { person, deputy: deputy === "" ? null : deputy, ...(isBlank(reason) ? {} : { reason }) },
      }),
    said: `Named for ${roleWord(role)}.`,
    fields: ["person", "deputy", "reason"],
    onSaved: onClose,
  });
  const lacks: Readonly<Record<string, string>> = checked
    ? {
        ...(person === "" ? { person: "Choose who signs." } : {}),
        ...(deputy !== "" && deputy === person ? { deputy: "Choose somebody other than the signer." } : {}),
        ...(replaces && isBlank(reason) ? { reason: "Say why: the minutes show it." } : {}),
      }
    : {};
  const errors = { ...save.failure?.errors, ...lacks };
  const fits = person !== "" && (deputy === "" || deputy !== person) && !(replaces && isBlank(reason));
  const choices = role === "executive" ? executives : people;
  const named = (id: string) => launch.people[id] ?? null;
  return (
    <FormDialog
      keep
      title={`Who signs for ${roleWord(role)}?`}
      description={`They say that ${ROLE_TEXT[role].answersFor}.${role === "executive" ? " They need the executive right." : ""}`}
      submit={replaces ? "Replace" : "Save"}
      busyText="Saving …"
      save={save}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        if (fits) save.save();
      }}
      className="gap-3.5 sm:grid-cols-2"
    >
      <Select
        label="Signer"
        error={errors.person}
        placeholder="Choose"
        disabled={now.person !== "" && !launch.can.replaceSigner}
        value={person}
        onChange={(event) => setPerson(event.target.value)}
        options={personOptions(choices, named(now.person))}
      />
      <Select
        label="Deputy"
        optional
        hint={undefined}
        error={errors.deputy}
        disabled={hasDeputySigned && !launch.can.replaceSigner}
        value={deputy}
        onChange={(event) => setDeputy(event.target.value)}
        options={[{ value: "", label: "Nobody" }, ...personOptions(choices, named(now.deputy))]}
      />
      <p className="text-sm text-ink-3 sm:col-span-2">
        {now.person !== "" && !launch.can.replaceSigner
          ? "Only an admin or an executive replaces a signer."
          : "A deputy signs only while the signer has neither a go that holds nor a no-go."}
      </p>
      {replaces && (
        <TextArea
          label={`Why is ${named(replacesSigner ? now.person : now.deputy)?.name ?? "the signer"} replaced?`}
          className="sm:col-span-2"
          error={errors.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
