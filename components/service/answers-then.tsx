import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { formatTime } from "@/components/ui/format-time";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { AREA_TEXT, AREAS, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { AnswerAttribution, AnswerTexts } from "./answer-attribution";

interface AnswersThenProps {
  questions: readonly AssessedQuestion[];
  timeZone: string;
}

/** Every question that was asked at an instant of the past, with the answer of then, to be read. */
export function AnswersThen({ questions, timeZone }: AnswersThenProps) {
  return (
    <section id="answers" className="scroll-mt-16">
      <Card title="The answers at that time" aside={counted(questions.length, "question")} flush>
        {AREAS.map((area) => {
          const inArea = questions.filter((question) => question.area === area);
          if (inArea.length === 0) return null;
          return (
            <section
              key={area}
              aria-label={AREA_TEXT[area].name}
              className="border-t border-line first:border-t-0"
            >
              <h3 className="px-4.5 pt-3 pb-1 text-sm font-strong">{AREA_TEXT[area].name}</h3>
              <ol>
                {inArea.map((question) => (
                  <Line key={question.key} question={question} timeZone={timeZone} />
                ))}
              </ol>
            </section>
          );
        })}
      </Card>
    </section>
  );
}

function Line({ question, timeZone }: { question: AssessedQuestion; timeZone: string }) {
  const { verdict, effectiveVerdict, stale, questionChanged, reason, evidence } = question;
  const { savedBy, savedAt, origin } = question;
  return (
    <li
      id={question.key}
      className="grid scroll-mt-16 grid-cols-[3rem_minmax(0,1fr)] gap-x-3 px-4.5 py-2 target:bg-sunk"
    >
      <span className="flex items-start justify-end gap-0.5 pt-0.5">
        {stale && <VerdictMark verdict={verdict} size="sm" decorative />}
        <VerdictMark verdict={effectiveVerdict} decorative />
      </span>
      <div className="min-w-0">
        <p className="font-strong text-pretty">
          <bdi>{question.title}</bdi>
        </p>
        {question.text !== question.title && (
          <p dir="auto" className="text-pretty text-ink-2">
            {question.text}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-ink-3">
          <span>
            {question.number} {VERDICT_TEXT[verdict].name}
            {stale && `${questionChanged ? ", before the question changed" : ", stale"}: counted as unclear`}
          </span>
          {savedBy && savedAt && (
            <>
              <span aria-hidden="true">·</span>
              <Avatar id={savedBy.id} name={savedBy.name} size="small" decorative />
              <span>
                <AnswerAttribution by={savedBy} origin={origin} />, {formatTime(savedAt, timeZone, "day")}
              </span>
            </>
          )}
        </p>
        <AnswerTexts {...{ reason, evidence }} />
      </div>
    </li>
  );
}
