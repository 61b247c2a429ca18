"use client";

import { useRouter } from "next/navigation";
import { EditForm, SaveButton } from "@/components/forms/edit-form";
import { ThereNow } from "@/components/forms/there-now";
import { useVersionedForm } from "@/components/forms/use-edit";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Person } from "@/lib/contracts/people";

/** One's own name, as it stands beside answers; the address is what one signs in with, and stays. */
export function NameForm({ person }: { person: Pick<Person, "name" | "email" | "version"> }) {
  const router = useRouter();
  const edit = useVersionedForm({
    start: person,
    valuesOf: ({ name }) => ({ name }),
    send: (body, { version }) =>
      send("PATCH /api/v1/people/:person", {
        params: { person: "me" },
        body: { ...body, expectedVersion: version },
      }),
    onSaved: () => {
      toasts.show({ text: "Your name is saved." });
      router.refresh();
    },
  });
  return (
    <EditForm edit={edit} what="your name" className="grid max-w-110 gap-4">
      <div>
        <TextField
          label="Name"
          hint="It is shown beside your answers, earlier ones too."
          name="name"
          autoComplete="name"
          value={edit.values.name}
          onChange={(event) => edit.set({ name: event.target.value })}
          error={edit.saving.failure?.errors.name}
        />
        <ThereNow value={edit.contested.name} onTake={(name) => edit.set({ name })} />
      </div>
      <TextField
        label="E-mail"
        hint="You sign in with it. It cannot be changed."
        name="email"
        type="email"
        readOnly
        value={person.email}
      />
      <SaveButton edit={edit} />
    </EditForm>
  );
}
