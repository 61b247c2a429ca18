import type { ReactNode } from "react";
import { EvidenceAnchor } from "@/components/assessment/link-chip";
import { formatTime } from "@/components/ui/format-time";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { LaunchGap } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import { aYear } from "@/lib/domain/amount-text";
import { dayInWords } from "@/lib/domain/day-words";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { personIn } from "./named-questions";
import { daysOfWork, unitOfLaunch } from "./trade-words";

interface GapFactsProps {
  gap: LaunchGap;
  launch: Pick<Launch, "trade" | "people">;
  timeZone: string;
  today: string;
  /** Class of the list, for its size. */
  className?: string | undefined;
}

/** What is known of a gap: today's answer and who gave it, what it costs, what fixing takes. */
export function GapFacts({ gap, launch, timeZone, today, className = "" }: GapFactsProps) {
  const nameOf = (id: string | null) => (id === null ? null : personIn(launch.people, id));
  const by = nameOf(gap.savedBy);
  const owner = nameOf(gap.owner);
  const isOpen = gap.verdict !== "yes" && gap.verdict !== "not_applicable";
  const known = gap.given !== "unanswered";
  return (
    <dl className={`grid grid-cols-[5rem_1fr] gap-x-3 gap-y-1.5 ${className}`}>
      <Fact name="Today">
        <VerdictMark verdict={gap.verdict} size="sm" decorative />{" "}
        {VERDICT_TEXT[gap.verdict].name.toLowerCase()}
        {gap.stale && `: ${VERDICT_TEXT[gap.given].name.toLowerCase()} until it went stale`}
        {known && by !== null && gap.savedAt !== null && (
          <>
            , says <bdi>{by}</bdi> since {formatTime(gap.savedAt, timeZone, "day")}
          </>
        )}
        {gap.reason.trim() !== "" && (
          <>
            : “<bdi className="whitespace-pre-line">{gap.reason}</bdi>”
          </>
        )}
      </Fact>
      {gap.evidence.length > 0 && (
        <Fact name="Evidence">
          <ul className="flex flex-wrap gap-x-3">
            {gap.evidence.map((link, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: links have no other identity, and the list is not edited here
              <li key={index}>
                <EvidenceAnchor link={link} className="link inline-block min-h-6 content-center" />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {isOpen && <Fact name="Costs">about {aYear(gap, unitOfLaunch(launch))}</Fact>}
      {isOpen && (
        <Fact name="To fix">
          {daysOfWork(gap.effortDays)}
          {owner !== null && (
            <>
              ; <bdi>{owner}</bdi>
              {gap.dueOn !== null && `, by ${dayInWords(gap.dueOn, today)}`}
            </>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
