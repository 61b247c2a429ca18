"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { focusFirstError, topProblem, useLeaveGuard } from "@/components/forms/form-care";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { toasts } from "@/components/ui/toast-store";
import { ApiProblem, send } from "@/lib/client/request";
import type { Service, ServiceEdit } from "@/lib/contracts/services";
import { isBlank } from "@/lib/domain/text";
import { type Faster, MergeNotice } from "./merge-notice";
import { ScopeChange } from "./scope-change";
import {
  bodyOfEdit,
  changedFields,
  mergeDrafts,
  missing,
  narrows,
  type Picked,
  type QuestionScope,
  serviceDraft,
} from "./service-draft";
import { type Locks, ServiceFields } from "./service-fields";

interface EditServiceFormProps {
  service: Service;
  teams: readonly { slug: string; name: string }[];
  known: readonly Picked[];
  locks: Locks;
  questions: readonly QuestionScope[];
  /** Answers of "not for us" that a changed tier or tag makes stale (S5). */
  notApplicable: number;
}

const NEEDS_REASON = "Say why: fewer questions will be asked, and the reason stays in the record.";

/** Changes the facts of a service. When somebody else was faster, both sets of changes are brought together first. */
export function EditServiceForm({
  service,
  teams,
  known,
  locks,
  questions,
  notApplicable,
}: EditServiceFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [there, setThere] = useState(service);
  const [draft, setDraft] = useState(() => serviceDraft(service));
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const [faster, setFaster] = useState<Faster | null>(null);
  const base = serviceDraft(there);
  const changed = changedFields(base, draft).length > 0;

  const save = useMutation({
    mutationFn: (body: ServiceEdit) =>
      send("PATCH /api/v1/services/:service", { params: { service: service.slug }, body }),
    onSuccess: (saved) => {
      toasts.show({ text: `${saved.name} is saved.` });
      router.push(`/services/${service.slug}`);
    },
    onError: (error) => {
      const now = error instanceof ApiProblem ? (error.problem.current as Service | undefined) : undefined;
      if (now && error instanceof ApiProblem && error.problem.code === "conflict") {
        const merged = mergeDrafts(base, draft, serviceDraft(now));
        setThere(now);
        setDraft(merged.draft);
        setFaster({ ...merged, now });
      } else focusFirstError(form.current);
    },
  });
  useLeaveGuard(changed && !save.isSuccess);

  const needsReason = narrows(base, draft);
  const lacks = {
    ...missing(draft),
    ...(needsReason && isBlank(reason) ? { reason: NEEDS_REASON } : {}),
  };
  const errors: Readonly<Record<string, string>> = {
    ...(save.error instanceof ApiProblem ? save.error.byField : {}),
    ...(checked ? lacks : {}),
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(lacks).length > 0) focusFirstError(form.current);
    else if (!changed) router.push(`/services/${service.slug}`);
    else {
      const why = needsReason ? { reason } : {};
      save.mutate({ ...bodyOfEdit(base, draft), ...why, expectedVersion: there.version });
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-5">
      <ServiceFields
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        errors={errors}
        teams={teams}
        known={known}
        except={service.slug}
        locks={locks}
        retired={there.lifecycle === "retired"}
        scopeNote={
          <ScopeChange
            {...{ base, draft, questions, notApplicable, needsReason, reason }}
            onReason={setReason}
            error={errors.reason}
          />
        }
      />
      {faster ? (
        <MergeNotice
          faster={faster}
          onTake={() => {
            setDraft(serviceDraft(there));
            setFaster(null);
            save.reset();
          }}
        />
      ) : (
        save.error && <FailureNotice failure={topProblem(save.error)} />
      )}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button type="submit" variant="main" busy={save.isPending || save.isSuccess} busyText="Saving …">
          {faster ? "Save with both" : "Save"}
        </Button>
        <ButtonLink href={`/services/${service.slug}`} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
