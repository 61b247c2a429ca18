"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { toasts } from "@/components/ui/toast-store";
import { useNavigate } from "@/lib/client/navigation";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import { TeamFields } from "./team-fields";

/** A new team; goes to its page, where people and services are added. */
export function NewTeamForm() {
  const navigate = useNavigate();
  const [keyFor] = useState(() => repeatKeys());
  const [body, setBody] = useState({ name: "", description: "" });
  const creating = useSave({
    send: () => send("POST /api/v1/teams", { body, idempotencyKey: keyFor(body) }),
    onSaved: (team) => {
      toasts.show({ text: `${team.name} is created.` });
      navigate(`/teams/${team.slug}`);
    },
    fields: ["name", "description"],
    leaves: true,
  });
  return (
    <Form save={creating} onSubmit={() => creating.save()} className="grid gap-4">
      <TeamFields
        {...body}
        onChange={(field, text) => setBody((old) => ({ ...old, [field]: text }))}
        errors={creating.failure?.errors ?? {}}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="main" busy={creating.busy} busyText="Creating …">
          Create the team
        </Button>
        <ButtonLink href="/teams">Cancel</ButtonLink>
      </div>
    </Form>
  );
}
