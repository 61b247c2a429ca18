"use client";

import { useEffect, useRef } from "react";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { AREA_TEXT, AREAS, type Area } from "@/lib/domain/vocabulary";
import { isFresh, placeInArea } from "./places";

interface AreasNavProps {
  questions: readonly AssessedQuestion[];
  /** The area of the question that is open. */
  current: Area | undefined;
}

/** The ten areas with how far each is answered: a column, or on a phone a strip that scrolls by itself. */
export function AreasNav({ questions, current }: AreasNavProps) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = strip.current?.querySelector<HTMLElement>(`[data-area="${current ?? ""}"]`);
    if (!strip.current || !here) return;
    const middle = here.offsetLeft - (strip.current.clientWidth - here.offsetWidth) / 2;
    strip.current.scrollTo({ left: middle });
  }, [current]);
  return (
    <nav ref={strip} aria-label="Areas" className="scroll-quiet relative flex gap-1 md:grid md:gap-px">
      {AREAS.map((area) => {
        const asked = questions.filter((question) => question.area === area);
        if (asked.length === 0) return null;
        const answered = asked.filter(isFresh).length;
        return (
          <a
            key={area}
            href={`#${placeInArea(questions, area)}`}
            data-area={area}
            aria-current={area === current ? "true" : undefined}
            className="flex min-h-9 items-center justify-between gap-2 rounded-md px-2.5 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:outline-offset-[-2px] aria-[current]:bg-sunk aria-[current]:font-strong aria-[current]:text-ink md:min-h-7.5"
          >
            {AREA_TEXT[area].name}
            <span className="text-ink-3 tabular-nums">
              <span aria-hidden="true">
                {answered}/{asked.length}
              </span>
              <span className="sr-only">
                , {answered} of {asked.length} up to date
              </span>
            </span>
          </a>
        );
      })}
    </nav>
  );
}
