"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { Form } from "@/components/forms/form";
import { focusFirstError, useLeaveGuard } from "@/components/forms/form-care";
import { useVersionedForm } from "@/components/forms/use-edit";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Service } from "@/lib/contracts/services";
import { isBlank } from "@/lib/domain/text";
import { MergeNotice } from "./merge-notice";
import { ScopeChange } from "./scope-change";
import { bodyOfEdit, missing, narrows, type Picked, type QuestionScope, serviceDraft } from "./service-draft";
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
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const edit = useVersionedForm({
    start: service,
    valuesOf: serviceDraft,
    send: (typed, now) =>
      send("PATCH /api/v1/services/:service", {
        params: { service: service.slug },
        body: {
          ...bodyOfEdit(serviceDraft(now), typed),
          ...(narrows(serviceDraft(now), typed) ? { reason } : {}),
          expectedVersion: now.version,
        },
      }),
    onSaved: (saved) => {
      toasts.show({ text: `${saved.name} is saved.` });
      router.push(`/services/${service.slug}`);
    },
    leaves: true,
  });
  const { base, values: draft, there, faster, saving } = edit;
  const changed = edit.changed.length > 0;
  useLeaveGuard(changed && !saving.isSaved);

  const needsReason = narrows(base, draft);
  const lacks = {
    ...missing(draft),
    ...(needsReason && isBlank(reason) ? { reason: NEEDS_REASON } : {}),
  };
  const errors: Readonly<Record<string, string>> = {
    ...saving.failure?.errors,
    ...(checked ? lacks : {}),
  };
  function submit(): void {
    setChecked(true);
    if (Object.keys(lacks).length > 0) focusFirstError(saving.form.current);
    else if (!changed) router.push(`/services/${service.slug}`);
    else edit.submit();
  }

  return (
    <Form save={{ form: saving.form, failure: null }} onSubmit={submit} className="grid gap-5">
      <ServiceFields
        draft={draft}
        onChange={edit.set}
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
          {...{ now: there, faster }}
          onTake={() => {
            edit.discard();
            saving.reset();
          }}
        />
      ) : (
        saving.failure && <FailureNotice failure={saving.failure} />
      )}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button type="submit" variant="main" busy={saving.busy} busyText="Saving …">
          {faster ? "Save with both" : "Save"}
        </Button>
        <ButtonLink href={`/services/${service.slug}`} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
