"use client";

import { useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { VERDICT_TEXT, VERDICTS, type Verdict } from "@/lib/domain/vocabulary";
import { VerdictMark } from "./verdict-mark";

const CHOSEN: Record<Verdict, string> = {
  yes: "has-checked:border-yes has-checked:bg-yes-soft/60 has-checked:inset-ring-yes",
  partly: "has-checked:border-partly-mark has-checked:bg-partly-soft/60 has-checked:inset-ring-partly-mark",
  no: "has-checked:border-no has-checked:bg-no-soft/60 has-checked:inset-ring-no",
  unclear: "has-checked:border-unclear has-checked:bg-unclear-soft/60 has-checked:inset-ring-unclear",
  not_applicable: "has-checked:border-ink-3 has-checked:bg-sunk has-checked:inset-ring-ink-3",
};

interface VerdictChoiceProps {
  question: string;
  verdict: Verdict | null;
  /** Id of the text that says what is asked. */
  labelledBy: string;
  /** Id of what is wrong with the choice, when something is. */
  describedBy?: string | undefined;
  /** @param byArrow while it is looked for with the arrow keys */
  onChoose: (verdict: Verdict, byArrow: boolean) => void;
}

/** The five verdicts with what each claims, as the browser's own radio buttons. */
export function VerdictChoice({ question, verdict, labelledBy, describedBy, onChoose }: VerdictChoiceProps) {
  const byArrow = useRef(false);
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onKeyDown={(event) => {
        byArrow.current = event.key.startsWith("Arrow");
      }}
      onKeyUp={() => {
        byArrow.current = false;
      }}
      className="grid gap-1.5 @xl:grid-cols-5 @xl:gap-2"
    >
      {VERDICTS.map((each, at) => {
        const id = `${question}--${each}`;
        return (
          <label
            key={each}
            htmlFor={id}
            className={classNames(
              "relative grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-0.5 rounded-lg border border-line-strong px-2.5 py-2 hover:border-ink-3 has-checked:inset-ring pointer-coarse:min-h-11",
              "@xl:content-start @xl:gap-x-1.5 @xl:px-2.25 @xl:py-2.25 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              CHOSEN[each],
            )}
          >
            <input
              id={id}
              type="radio"
              name={`verdict-${question}`}
              value={each}
              checked={verdict === each}
              onChange={() => onChoose(each, byArrow.current)}
              aria-labelledby={`${id}-name`}
              aria-describedby={`${id}-means`}
              className="absolute inset-0 appearance-none opacity-0"
            />
            <VerdictMark verdict={each} decorative />
            <span className="flex min-w-0 items-baseline gap-2 @xl:contents">
              <span id={`${id}-name`} className="font-strong whitespace-nowrap">
                {VERDICT_TEXT[each].name}
              </span>
              <span
                id={`${id}-means`}
                className="text-xs leading-[1.3] text-ink-2 @xl:order-last @xl:col-span-3"
              >
                {VERDICT_TEXT[each].means}
              </span>
            </span>
            <span aria-hidden="true">
              <Kbd>{at + 1}</Kbd>
            </span>
          </label>
        );
      })}
    </div>
  );
}
