"use client";

import { memo } from "react";
import type { Local } from "@/lib/client/assessment/local";
import type { Arrivals } from "@/lib/client/assessment/use-arrivals";
import type { Other, Others } from "@/lib/client/presence/others";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { AREA_TEXT, type Area } from "@/lib/domain/vocabulary";
import { QuestionCard } from "./question-card";
import { QuestionRow } from "./question-row";

interface ItemProps {
  question: AssessedQuestion;
  local: Local | undefined;
  isOpen: boolean;
  now: string;
  /** Who else is at it. */
  there: readonly Other[] | undefined;
  /** The name of who else answered it just now. */
  arrived: string | undefined;
}

const Item = memo(function Item({ isOpen, ...item }: ItemProps) {
  const { question } = item;
  return (
    <li
      id={question.key}
      className="scroll-mt-28 scroll-mb-6 border-t border-line md:scroll-mt-18"
      aria-current={isOpen ? "true" : undefined}
    >
      {isOpen ? <QuestionCard {...item} /> : <QuestionRow {...item} />}
    </li>
  );
});

interface AreaSectionProps {
  area: Area;
  /** The questions of the area. */
  questions: readonly AssessedQuestion[];
  locals: ReadonlyMap<string, Local>;
  current: string;
  now: string;
  /** Who else is where. */
  there: Others["at"];
  arrivals: Arrivals;
}

/** One of the ten areas with what it asks and its questions. */
export function AreaSection(section: AreaSectionProps) {
  const { area, questions, locals, current, now, there, arrivals } = section;
  const heading = `area-${area}`;
  return (
    <section aria-labelledby={heading} className="mt-7">
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
        <h2 id={heading}>{AREA_TEXT[area].name}</h2>
        <p className="text-ink-3">{AREA_TEXT[area].asks}</p>
      </div>
      <ol className="border-b border-line">
        {questions.map((question) => (
          <Item
            key={question.key}
            question={question}
            local={locals.get(question.key)}
            isOpen={question.key === current}
            now={now}
            there={there.get(question.key)}
            arrived={arrivals.get(question.key)}
          />
        ))}
      </ol>
    </section>
  );
}
