"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { Form } from "@/components/forms/form";
import { useLeaveGuard } from "@/components/forms/form-care";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useNavigate } from "@/lib/client/navigation";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import { changedFields } from "@/lib/domain/merge";
import { bodyOfNew, emptyDraft, missing, type Picked, type QuestionScope } from "./service-draft";
import { ServiceFields } from "./service-fields";

interface NewServiceFormProps {
  /** Teams that the viewer may add services to. */
  teams: readonly { slug: string; name: string }[];
  /** Chosen from the start, or "". */
  team: string;
  known: readonly Picked[];
  /** What the checklist would ask; empty when none is published. */
  questions: readonly QuestionScope[];
}

/** Adds a service, then goes to its questions. */
export function NewServiceForm({ teams, team, known, questions }: NewServiceFormProps) {
  const navigate = useNavigate();
  const [start] = useState(() => emptyDraft(team));
  const [draft, setDraft] = useState(start);
  const [keyOf] = useState(() => repeatKeys());
  const [checked, setChecked] = useState(false);
  const creating = useSave({
    send: (body: ReturnType<typeof bodyOfNew>) =>
      send("POST /api/v1/services", { body, idempotencyKey: keyOf(body) }),
    onSaved: ({ slug }) => navigate(`/services/${slug}/assess`),
    leaves: true,
  });
  useLeaveGuard(!creating.isSaved && changedFields(start, draft).length > 0);

  const lacks = missing(draft);
  const errors = {
    ...creating.failure?.errors,
    ...(checked ? lacks : {}),
  };
  function submit(): void {
    setChecked(true);
    if (draft.tier !== null && Object.keys(lacks).length === 0) creating.save(bodyOfNew(draft, draft.tier));
  }

  return (
    <Form save={{ form: creating.form, failure: null }} onSubmit={submit} className="grid gap-5">
      <ServiceFields
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        errors={errors}
        teams={teams}
        known={known}
        questions={questions}
      />
      {creating.failure && <FailureNotice failure={creating.failure} />}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button type="submit" variant="main" busy={creating.busy} busyText="Adding …">
          Add and assess it
        </Button>
        <ButtonLink href="/services" variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
