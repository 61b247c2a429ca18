"use client";

import { useRouter } from "next/navigation";
import { EditForm, SaveButton } from "@/components/forms/edit-form";
import { ThereNow } from "@/components/forms/there-now";
import { useVersionedForm } from "@/components/forms/use-edit";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Person } from "@/lib/contracts/people";
import { RIGHT_TEXT } from "./rights";
import { RightsBoxes } from "./rights-boxes";

/** Name and rights of somebody, for admins. */
export function PersonForm({ person }: { person: Person }) {
  const router = useRouter();
  const edit = useVersionedForm({
    start: person,
    valuesOf: ({ name, admin, executive }) => ({ name, admin, executive }),
    send: (body, { version }) =>
      send("PATCH /api/v1/people/:person", {
        params: { person: person.id },
        body: { ...body, expectedVersion: version },
      }),
    onSaved: () => {
      toasts.show({ text: `${person.name} is saved.` });
      router.refresh();
    },
  });
  const { values, contested, set } = edit;
  return (
    <EditForm edit={edit} what="this person">
      <div className="max-w-110">
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          value={values.name}
          onChange={(event) => set({ name: event.target.value })}
          error={edit.saving.failure?.errors.name}
        />
        <ThereNow value={contested.name} onTake={(name) => set({ name })} />
      </div>
      <div>
        <RightsBoxes value={values} onChange={(right, on) => set({ [right]: on })} />
        {(["admin", "executive"] as const).map((right) => {
          const there = contested[right];
          return (
            <ThereNow
              key={right}
              value={
                there === undefined
                  ? undefined
                  : `${RIGHT_TEXT[right].name} ${there ? "ticked" : "not ticked"}`
              }
              onTake={() => there !== undefined && set({ [right]: there })}
            />
          );
        })}
      </div>
      <SaveButton edit={edit} />
    </EditForm>
  );
}
