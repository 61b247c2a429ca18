"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { Form } from "@/components/forms/form";
import { useLeaveGuard } from "@/components/forms/form-care";
import { useVersionedForm } from "@/components/forms/use-edit";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { toasts } from "@/components/ui/toast-store";
import { useNavigate } from "@/lib/client/navigation";
import { send } from "@/lib/client/request";
import type { SignedLaunch } from "@/lib/contracts/launch-parts";
import type { Service } from "@/lib/contracts/services";
import type { Merged } from "@/lib/domain/merge";
import { isBlank } from "@/lib/domain/text";
import { counted } from "@/lib/domain/words";
import {
  bodyOfEdit,
  type DraftField,
  FIELD_NAMES,
  missing,
  narrows,
  type Picked,
  type QuestionScope,
  questionsAfter,
  type ServiceDraft,
  serviceDraft,
  signedText,
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
  /** Launches whose goes other questions make out of date (L5). */
  signed: readonly SignedLaunch[];
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
  signed,
}: EditServiceFormProps) {
  const navigate = useNavigate();
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
      navigate(`/services/${service.slug}`);
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
    if (Object.keys(lacks).length > 0) return;
    if (!changed) navigate(`/services/${service.slug}`);
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
        questions={questions}
        except={service.slug}
        locks={locks}
        retired={there.lifecycle === "retired"}
        scopeNote={
          <ScopeChange
            {...{ base, draft, questions, notApplicable, signed, needsReason, reason }}
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

/** A fact of a service in words, to compare it with what was typed. */
function inWords(now: Service, field: DraftField): string {
  if (field === "team") return now.teamName;
  if (field === "links") return now.links.map(({ label, url }) => label || url).join(", ") || "none";
  if (field === "tags" || field === "dependsOn") return now[field].join(", ") || "none";
  return String(now[field]) || "empty";
}

interface MergeNoticeProps {
  /** The service as somebody else saved it. */
  now: Service;
  /** What came of bringing my changes together with theirs. */
  faster: Merged<ServiceDraft>;
  onTake: () => void;
}

/** Says what somebody else changed meanwhile, what of it was taken over, and what stands against what was typed. */
function MergeNotice({ now, faster, onTake }: MergeNoticeProps) {
  const { taken } = faster;
  const contested = Object.keys(faster.theirs) as DraftField[];
  return (
    <Notice
      tone="warn"
      title="Somebody else changed this service while you were editing. Your changes are not saved yet, and nothing is lost."
      action={<Button onClick={onTake}>Take all of theirs</Button>}
    >
      {taken.length > 0 && (
        <p className="[overflow-wrap:anywhere]">
          Taken over from them:{" "}
          {taken.map((field) => `${FIELD_NAMES[field].toLowerCase()} (${inWords(now, field)})`).join("; ")}.
        </p>
      )}
      {contested.map((field) => (
        <p key={field} className="[overflow-wrap:anywhere]">
          {FIELD_NAMES[field]} is now <b>{inWords(now, field)}</b>; saving puts what you typed in its place.
        </p>
      ))}
      {taken.length + contested.length === 0 && (
        <p>What they changed is none of these fields, or the same as yours.</p>
      )}
    </Notice>
  );
}

interface ScopeChangeProps {
  base: ServiceDraft;
  draft: ServiceDraft;
  questions: readonly QuestionScope[];
  notApplicable: number;
  signed: readonly SignedLaunch[];
  needsReason: boolean;
  reason: string;
  onReason: (reason: string) => void;
  error?: string | undefined;
}

/** What another tier or other tags do to the questions and to answers of "not for us"; asks for the reason when fewer are left. */
function ScopeChange(props: ScopeChangeProps) {
  const { base, draft, questions, notApplicable, signed, needsReason, reason, onReason, error } = props;
  const sameTags =
    base.tags.length === draft.tags.length && base.tags.every((tag) => draft.tags.includes(tag));
  if (base.tier === draft.tier && sameTags) return null;
  const { leaving, joining } = questionsAfter(questions, base, draft);
  const said = [
    leaving > 0 &&
      `${counted(leaving, "question")} ${leaving === 1 ? "is" : "are"} no longer asked; the answers are kept.`,
    joining > 0 && `${counted(joining, "question")} ${joining === 1 ? "is" : "are"} asked from now on.`,
    leaving + joining === 0 && "The same questions are asked as before.",
    notApplicable > 0 &&
      `${counted(notApplicable, "answer")} of “not for us” ${notApplicable === 1 ? "counts" : "count"} as unclear until somebody confirms ${notApplicable === 1 ? "it" : "them"}, because what the service is has changed.`,
    ...(leaving + joining === 0 ? [] : signed.map((each) => signedText(each, leaving > 0))),
  ].filter((each) => each !== false);
  return (
    <div className="grid gap-3 border-l-2 border-brass pl-3.5">
      <ul aria-live="polite" className="grid gap-0.5 text-ink-2">
        {said.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {needsReason && (
        <TextArea
          label="Why is the tier lowered, or the tag dropped?"
          hint="It stays in the record of this service, with your name."
          value={reason}
          error={error}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </div>
  );
}
