import Link from "next/link";
import { countFigure, serviceSubject } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Card } from "@/components/ui/card";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { AREA_TEXT, VERDICT_TEXT, VERDICTS } from "@/lib/domain/vocabulary";
import { questionHref } from "../gaps/gap-line";

const STATES = [...VERDICTS, "unanswered"] as const;

/** The ten areas: one mark for each question, the score at the right; a row leads to the area's first open question. */
export function AreasCard({ card, asOf }: { card: Scorecard; asOf: string | null }) {
  const slug = card.service.slug;
  return (
    <Card title="Ten areas" aside="one mark for each question">
      <ol className="-mx-2 -my-1">
        {card.areas.map((area) => {
          const questions = card.questions.filter((question) => question.area === area.area);
          const target = questions.find((question) => question.gap) ?? questions[0];
          const words = STATES.flatMap((state) =>
            area[state] === 0 ? [] : `${area[state]} ${VERDICT_TEXT[state].name.toLowerCase()}`,
          ).join(", ");
          const row = (
            <>
              <span className="w-30 shrink-0">{AREA_TEXT[area.area].name}</span>
              <span
                role="img"
                aria-label={words || "nothing is asked"}
                className="flex flex-1 flex-wrap gap-0.75"
              >
                {questions.map((question) => (
                  <VerdictMark key={question.key} verdict={question.effectiveVerdict} size="sm" decorative />
                ))}
              </span>
              <span className="w-7 text-right tabular-nums">
                {area.score === null ? (
                  <span className="text-ink-3">–</span>
                ) : (
                  <FigureText
                    of={countFigure(serviceSubject(slug, asOf), `score:${area.area}`, area.score)}
                  />
                )}
              </span>
            </>
          );
          const look = "flex min-h-6.5 items-center gap-2 rounded-md px-2 py-0.5";
          return (
            <li key={area.area}>
              {target ? (
                <Link
                  href={questionHref(slug, target.key, asOf)}
                  prefetch={false}
                  title={AREA_TEXT[area.area].asks}
                  className={`${look} hover:bg-sunk`}
                >
                  {row}
                </Link>
              ) : (
                <span className={`${look} text-ink-3`}>{row}</span>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
