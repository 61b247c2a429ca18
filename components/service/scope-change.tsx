"use client";

import { TextArea } from "@/components/ui/text-area";
import { counted } from "@/lib/domain/words";
import { type QuestionScope, questionsAfter, type ServiceDraft } from "./service-draft";

interface ScopeChangeProps {
  base: ServiceDraft;
  draft: ServiceDraft;
  questions: readonly QuestionScope[];
  notApplicable: number;
  needsReason: boolean;
  reason: string;
  onReason: (reason: string) => void;
  error?: string | undefined;
}

/** What another tier or other tags do to the questions and to answers of "not for us"; asks for the reason when fewer are left. */
export function ScopeChange(props: ScopeChangeProps) {
  const { base, draft, questions, notApplicable, needsReason, reason, onReason, error } = props;
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
