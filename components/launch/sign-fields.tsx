"use client";

import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Decision } from "@/lib/domain/launch/vocabulary";
import type { SignState } from "./use-sign";

const CHOICES: Record<Decision, { name: string; means: string; look: string }> = {
  go: {
    name: "Go",
    means: "launch it, as it stands here",
    look: "has-checked:border-yes has-checked:bg-yes-soft/60 has-checked:inset-ring-yes",
  },
  no_go: {
    name: "No-go",
    means: "not now; say why, and when to look again",
    look: "has-checked:border-no has-checked:bg-no-soft/60 has-checked:inset-ring-no",
  },
};
const DECISIONS: readonly Decision[] = ["go", "no_go"];

/** Go or no-go; why, and of a no-go when to look again. */
export function SignFields({
  state: { seen, draft, problems, set },
  today,
}: {
  state: SignState;
  today: string;
}) {
  const id = useId();
  const open = seen.blockers.filter(({ disposition }) => disposition === null).length;
  return (
    <>
      <div>
        <div
          role="radiogroup"
          aria-label="Your decision"
          aria-describedby={problems.decision ? `${id}-error` : undefined}
          className="grid gap-2 sm:grid-cols-2"
        >
          {DECISIONS.map((each) => (
            <label
              key={each}
              htmlFor={`${id}-${each}`}
              className={classNames(
                "relative grid rounded-lg border border-line-strong px-3 py-2.5 hover:border-ink-3 has-checked:inset-ring has-disabled:border-dashed has-disabled:text-ink-3",
                "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
                CHOICES[each].look,
              )}
            >
              <input
                id={`${id}-${each}`}
                type="radio"
                name={id}
                checked={draft.decision === each}
                disabled={each === "go" && open > 0}
                aria-invalid={problems.decision !== undefined || undefined}
                onChange={() => set({ decision: each })}
                aria-labelledby={`${id}-${each}-name`}
                aria-describedby={`${id}-${each}-means`}
                className="absolute inset-0 appearance-none opacity-0"
              />
              <span id={`${id}-${each}-name`} className="font-strong">
                {CHOICES[each].name}
              </span>
              <span id={`${id}-${each}-means`} className="text-sm text-ink-3">
                {each === "go" && open > 0
                  ? `not while ${open === 1 ? "a blocker waits" : `${open} blockers wait`} for a decision`
                  : CHOICES[each].means}
              </span>
            </label>
          ))}
        </div>
        {problems.decision && (
          <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm font-medium text-no">
            {problems.decision}
          </p>
        )}
      </div>
      <TextArea
        label={draft.decision === "no_go" ? "Why not?" : "Comment"}
        optional={draft.decision !== "no_go"}
        error={problems.comment}
        value={draft.comment}
        onChange={(event) => set({ comment: event.target.value })}
      />
      {draft.decision === "no_go" && (
        <TextField
          label="Look again on"
          type="date"
          className="sm:w-1/2"
          min={today}
          error={problems.lookAgainOn}
          value={draft.lookAgainOn}
          onChange={(event) => set({ lookAgainOn: event.target.value })}
        />
      )}
    </>
  );
}
