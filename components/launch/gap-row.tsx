import { assessHref } from "@/components/addresses/pages";
import { EvidenceAnchor } from "@/components/assessment/link-chip";
import { classNames } from "@/components/ui/class-names";
import { FoldedText } from "@/components/ui/folded-text";
import { Link } from "@/components/ui/link";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { effortText } from "@/lib/domain/amount-text";
import { AREA_TEXT, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { DisposeButton } from "./dispose-button";
import { GapMenu } from "./gap-menu";
import type { DecidedLine } from "./gap-state";
import { gapStateWords } from "./gap-state-words";
import type { LaunchFrame } from "./launch-frame";
import { namesIn, personIn, placeKey } from "./named-questions";
import { amountOfGap } from "./trade-words";
import { waiverHref } from "./waiver-href";

const CONDITION = {
  open: "border-line-strong",
  met: "border-yes text-yes",
  late: "border-no text-no",
} as const;

/** One gap of a launch: what it is, what it costs, what was decided. On paper with the whole answer and its evidence. */
export function LaunchGapRow({ line, frame }: { line: DecidedLine; frame: LaunchFrame }) {
  const { gap, service, question, condition } = line;
  const { launch, questions, today } = frame;
  const names = namesIn(launch, questions);
  const state = gapStateWords(line, names, today);
  const area = gap?.area ?? questions[placeKey(line)]?.area;
  const title = gap?.title ?? names.title(question, service);
  const isDropped = line.disposition?.kind === "not_applicable";
  const verdict = gap?.verdict ?? (isDropped ? "not_applicable" : "yes");
  return (
    <li
      className={classNames(
        "grid break-inside-avoid grid-cols-[1.625rem_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 border-t border-line px-4.5 py-2.5 md:grid-cols-[1.625rem_minmax(0,1fr)_5.25rem_13.5rem_1.5rem]",
        isDropped && gap === null && "text-ink-3",
      )}
    >
      <VerdictMark verdict={verdict} />
      <div className="min-w-0">
        <Link
          href={assessHref(service, question)}
          className="inline-block min-h-6 content-center font-strong text-pretty hover:underline"
        >
          {title}
        </Link>
        <span className="block text-sm text-ink-3 [overflow-wrap:anywhere]">
          <bdi>{names.service(service)}</bdi>
          {area && ` · ${AREA_TEXT[area].name.toLowerCase()}`}
        </span>
        {gap && gap.reason.trim() !== "" && (
          <div className="print:hidden">
            <FoldedText className="text-sm text-ink-3">{`“${gap.reason}”`}</FoldedText>
          </div>
        )}
        {gap && <OnPaper gap={gap} frame={frame} />}
      </div>
      <span className="text-right tabular-nums">
        {gap ? (
          <>
            {amountOfGap(gap, launch)}
            <span className="sr-only"> a year</span>
            <span className="block text-sm text-ink-3">{effortText(gap.effortDays)}</span>
          </>
        ) : (
          <span className="text-ink-3">–</span>
        )}
      </span>
      <div className="grid min-w-0 justify-items-start gap-1 max-md:col-start-2">
        {state.waits ? (
          <span className="rounded-full bg-brass-soft px-2.25 py-0.5 text-[0.75rem] font-strong text-brass">
            {state.text}
          </span>
        ) : (
          <span>{state.text}</span>
        )}
        {state.condition && (
          <span
            className={classNames(
              "rounded-xl border px-2.25 py-px text-[0.75rem]",
              CONDITION[state.condition.tone],
            )}
          >
            {state.condition.tone === "late" && <span aria-hidden="true">! </span>}
            {state.condition.tone === "met" && <span aria-hidden="true">✓ </span>}
            {state.condition.text}
          </span>
        )}
        {gap && (gap.waiver !== null || gap.waiverAsked) && (
          <Link href={waiverHref(service)} className="link min-h-6 content-center text-sm print:hidden">
            The waiver<span className="sr-only"> for {title}</span>
          </Link>
        )}
        {state.sub && <span className="text-sm text-ink-3 [overflow-wrap:anywhere]">{state.sub}</span>}
        {line.undisposed && !gap?.waiverAsked && (
          <span className="print:hidden">
            <DisposeButton place={line} label="Decide" />
          </span>
        )}
      </div>
      <span className="text-right max-md:col-start-3 print:hidden">
        {(!line.undisposed || gap?.waiverAsked) && (
          <GapMenu place={line} conditionId={condition?.id ?? null} />
        )}
      </span>
    </li>
  );
}

/** The whole answer, for whoever reads it on paper. */
function OnPaper({ gap, frame }: { gap: NonNullable<DecidedLine["gap"]>; frame: LaunchFrame }) {
  const by = gap.savedBy === null ? null : personIn(frame.launch.people, gap.savedBy);
  return (
    <span className="hidden print:block">
      {gap.text !== gap.title && <bdi className="block">{gap.text}</bdi>}
      <span className="block">
        {VERDICT_TEXT[gap.verdict].name}
        {gap.stale && `, stale (was ${VERDICT_TEXT[gap.given].name.toLowerCase()})`}
        {by && `, says ${by}`}
        {gap.reason.trim() !== "" && `: “${gap.reason}”`}
      </span>
      {gap.evidence.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: links have no other identity, and the list is not edited here
        <span key={index} className="block">
          <EvidenceAnchor link={link} />
        </span>
      ))}
    </span>
  );
}
