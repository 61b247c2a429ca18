"use client";

import { useRouter } from "next/navigation";
import { FailureNotice } from "@/components/forms/failure-notice";
import { FasterNotice, ThereNow } from "@/components/forms/there-now";
import { useVersionedForm } from "@/components/forms/use-versioned-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Person } from "@/lib/contracts/people";

/** One's own name, as it stands beside answers; the address is what one signs in with, and stays. */
export function NameForm({ person }: { person: Pick<Person, "name" | "email" | "version"> }) {
  const router = useRouter();
  const { name, email, version } = person;
  const { form, values, set, theirs, failure, busy, dirty, submit } = useVersionedForm({
    start: { values: { name }, version },
    save: (body, expectedVersion) =>
      send("PATCH /api/v1/people/:person", { params: { person: "me" }, body: { ...body, expectedVersion } }),
    onSaved: () => {
      toasts.show({ text: "Your name is saved." });
      router.refresh();
    },
  });
  const compare = theirs !== null && Object.keys(theirs).length > 0;
  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className="grid max-w-110 gap-4">
      {failure !== null && <FailureNotice failure={failure} />}
      {theirs !== null && <FasterNotice what="your name" compare={compare} />}
      <div>
        <TextField
          label="Name"
          hint="It stands beside your answers, also beside earlier ones."
          name="name"
          autoComplete="name"
          value={values.name}
          onChange={(event) => set("name", event.target.value)}
          error={failure?.errors.name}
        />
        <ThereNow value={theirs?.name} onTake={(value) => set("name", value)} />
      </div>
      <TextField
        label="E-mail"
        hint="You sign in with it. It stays the one that you were invited by."
        name="email"
        type="email"
        readOnly
        value={email}
      />
      <Button
        type="submit"
        variant="main"
        disabled={!dirty}
        busy={busy}
        busyText="Saving …"
        className="justify-self-start"
      >
        Save
      </Button>
    </form>
  );
}
