"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { type FormFailure, formFailure } from "@/components/forms/form-failure";
import { useFailureFocus } from "@/components/forms/use-failure-focus";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { toasts } from "@/components/ui/toast-store";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import { TeamFields } from "./team-fields";

/** A new team; goes to its page, where people and services are added. */
export function NewTeamForm() {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [keyFor] = useState(() => repeatKeys());
  const [body, setBody] = useState({ name: "", description: "" });
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [busy, setBusy] = useState(false);
  useFailureFocus(form, failure);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const team = await send("POST /api/v1/teams", { body, idempotencyKey: keyFor(body) });
      toasts.show({ text: `${team.name} is created.` });
      router.push(`/teams/${team.slug}`);
    } catch (error) {
      setFailure(formFailure(error, ["name", "description"]));
      setBusy(false);
    }
  }

  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className="grid gap-4">
      {failure !== null && <FailureNotice failure={failure} />}
      <TeamFields
        {...body}
        onChange={(field, text) => setBody((old) => ({ ...old, [field]: text }))}
        errors={failure?.errors ?? {}}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="main" busy={busy} busyText="Creating …">
          Create the team
        </Button>
        <ButtonLink href="/teams">Cancel</ButtonLink>
      </div>
    </form>
  );
}
