"use client";

import { type Ref, useId } from "react";
import { useKeyChoice } from "@/components/keys/use-key-choice";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { DISPOSITION_TEXT } from "@/lib/domain/launch/texts";
import { DISPOSITION_KINDS, type DispositionKind } from "@/lib/domain/launch/vocabulary";

interface DisposeChoiceProps {
  kind: DispositionKind | null;
  /** Why a kind cannot be chosen; null where it can. */
  closed: (kind: DispositionKind) => string | null;
  onChoose: (kind: DispositionKind) => void;
  error?: string | undefined;
  /** The first kind that can be chosen. */
  first?: Ref<HTMLInputElement> | undefined;
  /** `wall` reads from six metres. */
  size?: "normal" | "wall" | undefined;
}

/** The four decisions about a gap with what each does, as the browser's own radio buttons; keys 1 to 4 choose them too, where single keys are on. */
export function DisposeChoice({ kind, closed, onChoose, error, first, size = "normal" }: DisposeChoiceProps) {
  const id = useId();
  const [keysOn] = useKeyChoice();
  const firstKind = DISPOSITION_KINDS.find((each) => closed(each) === null);
  return (
    <div>
      <div
        role="radiogroup"
        aria-label="What is decided"
        aria-describedby={error ? `${id}-error` : undefined}
        className="grid gap-2 sm:grid-cols-2 @3xl:grid-cols-4"
      >
        {DISPOSITION_KINDS.map((each, at) => {
          const why = closed(each);
          const own = `${id}-${each}`;
          return (
            <label
              key={each}
              htmlFor={own}
              className={classNames(
                "relative grid grid-cols-[1fr_auto] content-start gap-x-2 gap-y-0.5 rounded-lg border border-line-strong px-3 py-2.5",
                "has-checked:border-brass has-checked:bg-brass-soft has-checked:inset-ring has-checked:inset-ring-brass pointer-coarse:min-h-11",
                "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
                why === null ? "hover:border-ink-3" : "border-dashed",
                size === "wall" && "px-4 py-3.5 text-lg",
              )}
            >
              <input
                id={own}
                ref={each === firstKind ? first : undefined}
                type="radio"
                name={id}
                value={each}
                checked={kind === each}
                disabled={why !== null}
                aria-invalid={error !== undefined || undefined}
                onChange={() => onChoose(each)}
                aria-labelledby={`${own}-name`}
                aria-describedby={`${own}-takes`}
                className="absolute inset-0 appearance-none opacity-0"
              />
              <span id={`${own}-name`} className={classNames("font-strong", why !== null && "text-ink-3")}>
                {DISPOSITION_TEXT[each].name}
              </span>
              {keysOn && (
                <span aria-hidden="true">
                  <Kbd>{at + 1}</Kbd>
                </span>
              )}
              <span id={`${own}-takes`} className="col-span-2 text-sm text-ink-3">
                {why ?? DISPOSITION_TEXT[each].takes}
              </span>
            </label>
          );
        })}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm font-medium text-no">
          {error}
        </p>
      )}
    </div>
  );
}
