"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { focusFirstError, topProblem, useLeaveGuard } from "@/components/forms/form-care";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { repeatKeys } from "@/lib/client/repeat-key";
import { ApiProblem, send } from "@/lib/client/request";
import {
  bodyOfNew,
  changedFields,
  emptyDraft,
  missing,
  type Picked,
  type QuestionScope,
  questionsAfter,
} from "./service-draft";
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
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [start] = useState(() => emptyDraft(team));
  const [draft, setDraft] = useState(start);
  const [keyOf] = useState(() => repeatKeys());
  const [checked, setChecked] = useState(false);
  const create = useMutation({
    mutationFn: (body: ReturnType<typeof bodyOfNew>) =>
      send("POST /api/v1/services", { body, idempotencyKey: keyOf(body) }),
    onSuccess: ({ slug }) => router.push(`/services/${slug}/assess`),
    onError: () => focusFirstError(form.current),
  });
  useLeaveGuard(!create.isSuccess && changedFields(start, draft).length > 0);

  const lacks = missing(draft);
  const errors = {
    ...(create.error instanceof ApiProblem ? create.error.byField : {}),
    ...(checked ? lacks : {}),
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (draft.tier === null || Object.keys(lacks).length > 0) focusFirstError(form.current);
    else create.mutate(bodyOfNew(draft, draft.tier));
  }
  const { asked } = questionsAfter(questions, draft, draft);

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-5">
      <ServiceFields
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        errors={errors}
        teams={teams}
        known={known}
      />
      {create.error && <FailureNotice failure={topProblem(create.error)} />}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button type="submit" variant="main" busy={create.isPending || create.isSuccess} busyText="Adding …">
          Add and assess it
        </Button>
        <ButtonLink href="/services" variant="quiet">
          Cancel
        </ButtonLink>
        {asked > 0 && (
          <span role="status" className="text-sm text-ink-3">
            It will be asked {asked} questions.
          </span>
        )}
      </div>
    </form>
  );
}
