import { assessHref, historyHref } from "@/components/addresses/pages";
import { GapFacts } from "@/components/launch/gap-facts";
import { decidedLines } from "@/components/launch/gap-state";
import { gapStateWords } from "@/components/launch/gap-state-words";
import { useLaunchFrame } from "@/components/launch/launch-frame";
import { isSamePlace, namesIn, placeKey } from "@/components/launch/named-questions";
import { dayOf } from "@/lib/domain/as-of";
import { dayInWords } from "@/lib/domain/day-words";
import { AREA_TEXT } from "@/lib/domain/vocabulary";
import type { MeetingPoint } from "./agenda-steps";
import { StageHead } from "./stage-head";

interface StagePointProps {
  point: MeetingPoint;
  /** Its number under its heading, from 1, and of how many. */
  place: number;
  of: number;
}

/** One point of the agenda: what is asked, what is true today, what it costs, what was decided. */
export function StagePoint({ point, place, of }: StagePointProps) {
  const { launch, questions, timeZone, today } = useLaunchFrame();
  const names = namesIn(launch, questions);
  const { gap, service } = point;
  const area = gap?.area ?? questions[placeKey(point)]?.area;
  const line = decidedLines(launch, questions).find((each) => isSamePlace(each, point));
  const decided = line ? gapStateWords(line, names, today) : null;
  const where = [
    `${place} of ${of}`,
    names.service(service),
    ...(area ? [AREA_TEXT[area].name.toLowerCase()] : []),
    ...(gap?.critical ? ["critical"] : []),
  ];
  return (
    <>
      <StageHead above={where.join(" · ")} title={point.title}>
        {gap && gap.text !== gap.title && <bdi>{gap.text}</bdi>}
      </StageHead>
      {gap && <GapFacts {...{ gap, launch, timeZone, today }} className={FACTS} />}
      <dl className={`grid grid-cols-[5rem_1fr] gap-x-3 gap-y-1.5 ${FACTS} mt-1.5 md:mt-3`}>
        <dt className="text-ink-3">Decided</dt>
        <dd className="min-w-0 [overflow-wrap:anywhere]">
          {decided === null ? (
            <Undecidable point={point} />
          ) : (
            <>
              <span
                className={
                  decided.waits ? "rounded-md bg-brass-soft px-2 font-strong text-brass" : "font-strong"
                }
              >
                {decided.text}
              </span>
              {decided.condition && <span>: {decided.condition.text}</span>}
              {decided.sub && <span className="text-ink-2">, {decided.sub}</span>}
            </>
          )}
        </dd>
        {gap?.waiver && (
          <>
            <dt className="text-ink-3">Waiver</dt>
            <dd>ends on {dayInWords(gap.waiver.until, today)}</dd>
          </>
        )}
        {gap?.staleAt && point.part === "answer_ends" && (
          <>
            <dt className="text-ink-3">Stale</dt>
            <dd>from {dayInWords(dayOf(new Date(gap.staleAt), timeZone), today)}</dd>
          </>
        )}
        <dt className="text-ink-3">More</dt>
        <dd className="flex flex-wrap gap-x-5">
          <a className="link min-h-6 content-center" href={historyHref(service, area ? { area } : {})}>
            History
          </a>
          <a className="link min-h-6 content-center" href={assessHref(service, point.question)}>
            Assess it
          </a>
        </dd>
      </dl>
    </>
  );
}

/** The facts read from six metres. */
const FACTS =
  "max-w-[46em] text-lg leading-[1.45] md:grid-cols-[6.5rem_1fr]! md:gap-x-4.5! md:gap-y-2.5! md:text-xl min-[90rem]:text-2xl";

function Undecidable({ point: { gap } }: { point: MeetingPoint }) {
  if (gap === null) return "Nothing is left to decide: it has been answered.";
  return gap.verdict === "not_applicable"
    ? "Nothing to decide while it is not for us. Is that still true?"
    : "Nothing to decide: the answer is still valid. Confirm it before it goes stale.";
}
