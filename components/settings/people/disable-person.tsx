"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/forms/confirm-button";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { Person } from "@/lib/contracts/people";
import { disableConsequences } from "./disable-words";

interface DisablePersonProps {
  person: Pick<Person, "id" | "name" | "disabled" | "version">;
  sessions: number;
  tokens: number;
  /** The person is the viewer. */
  self: boolean;
}

/** Keeps somebody out, after saying what that does, and lets them in again. */
export function DisablePerson({ person, sessions, tokens, self }: DisablePersonProps) {
  const { id, name, version } = person;
  const router = useRouter();
  const change = useSave({
    send: (disabled: boolean) =>
      send("PATCH /api/v1/people/:person", {
        params: { person: id },
        body: { disabled, expectedVersion: version },
      }),
    onSaved: (_, disabled) => {
      toasts.show({ text: disabled ? `${name} is disabled.` : `${name} may sign in again.` });
      router.refresh();
    },
    onFailed: (error, disabled) => {
      if (!disabled) toasts.show({ text: messageOf(error), tone: "problem" });
    },
  });
  const [first, ...others] = disableConsequences({ name, sessions, tokens, self });
  return (
    <section className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line px-4.5 pt-4.5">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-sm font-strong text-ink-2">
          {person.disabled ? "Back again?" : self ? "Leaving?" : "No longer here?"}
        </h2>
        <p className="text-ink-3">
          {person.disabled
            ? "Enabling lets them sign in again, with the same password, rights and teams."
            : "People cannot be deleted, because answers keep their names. Disabling stops somebody from signing in."}
        </p>
      </div>
      {person.disabled ? (
        <Button busy={change.busy} busyText="Enabling …" onClick={() => change.save(false)}>
          Enable
        </Button>
      ) : (
        <ConfirmButton
          label="Disable"
          variant="danger"
          title={self ? "Disable yourself?" : `Disable ${name}?`}
          description={first}
          confirm="Disable"
          save={change}
          onConfirm={() => change.save(true)}
        >
          <ul className="grid list-disc gap-1 pl-4.5 text-ink-2 marker:text-ink-3">
            {others.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </ConfirmButton>
      )}
    </section>
  );
}
