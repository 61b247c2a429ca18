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
import { boxText, conflictInTexts, isTicked, personChange, personTexts } from "./person-texts";
import { RIGHT_TEXT } from "./rights";
import { RightsBoxes } from "./rights-boxes";

/** Name and rights of somebody, for admins. */
export function PersonForm({ person }: { person: Person }) {
  const router = useRouter();
  const { form, values, set, theirs, failure, busy, dirty, submit } = useVersionedForm({
    start: { values: personTexts(person), version: person.version },
    save: (texts, expectedVersion) =>
      send("PATCH /api/v1/people/:person", {
        params: { person: person.id },
        body: { ...personChange(texts), expectedVersion },
      }).catch((error: unknown) => {
        throw conflictInTexts(error);
      }),
    onSaved: () => {
      toasts.show({ text: `${person.name} is saved.` });
      router.refresh();
    },
  });
  const compare = theirs !== null && Object.keys(theirs).length > 0;
  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className="grid gap-4">
      {failure !== null && <FailureNotice failure={failure} />}
      {theirs !== null && <FasterNotice what="this person" compare={compare} />}
      <div className="max-w-110">
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          value={values.name}
          onChange={(event) => set("name", event.target.value)}
          error={failure?.errors.name}
        />
        <ThereNow value={theirs?.name} onTake={(value) => set("name", value)} />
      </div>
      <div>
        <RightsBoxes
          value={{ admin: isTicked(values.admin), executive: isTicked(values.executive) }}
          onChange={(right, on) => set(right, boxText(on))}
        />
        {(["admin", "executive"] as const).map((right) => {
          const there = theirs?.[right];
          return (
            <ThereNow
              key={right}
              value={there === undefined ? undefined : `${RIGHT_TEXT[right].name} ${there}`}
              onTake={() => there !== undefined && set(right, there)}
            />
          );
        })}
      </div>
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
