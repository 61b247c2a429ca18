import type { LinkedWords } from "@/components/figure/linked-words";
import type { Launch } from "@/lib/contracts/launches";
import { type HeadlineAbout, launchHeadline } from "@/lib/domain/launch/headline";
import { isGo, type OutcomeReason } from "@/lib/domain/launch/outcome";
import { type TradeFacts, tradeLine } from "@/lib/domain/launch/trade-line";
import { sumOf } from "@/lib/domain/sum";

/** Where on the page that stands which a part of the headline is about. */
const PART: Record<NonNullable<HeadlineAbout>, string> = {
  date: "#plan",
  outcome: "#sign-off",
  blockers: "#blockers",
  conditions: "#blockers",
  sign_offs: "#sign-off",
};

const reasonsOf = ({ outcomeReasons }: Launch): OutcomeReason[] =>
  outcomeReasons.map(({ code, role }) => ({ code, ...(role ? { role } : {}) }));

const good = ({ outcome, launchedWithoutGo }: Launch): boolean => !launchedWithoutGo && isGo(outcome);

/**
 * How a launch stands, in words that lead to what they are made of.
 * @param closedOn the day on which it was closed, YYYY-MM-DD; null while it is open
 */
export const launchSentence = (launch: Launch, today: string, closedOn: string | null): LinkedWords[] =>
  launchHeadline({ ...launch, reasons: reasonsOf(launch), today, closedOn }).flatMap(
    ({ text, about }, index) =>
      about === null
        ? index === 0 && text.startsWith(launch.title)
          ? [{ text: launch.title, isolate: true }, { text: text.slice(launch.title.length) }]
          : { text }
        : {
            text,
            href: PART[about],
            ...(about === "outcome" ? { tone: good(launch) ? "good" : "bad" } : {}),
          },
  );

type Priced = { incidentsPerYear: number; expectedLoss: number | null };

/** What several gaps are expected to cause a year; money is null where none of it has a price. */
export function expectedOf(gaps: readonly Priced[]): Priced {
  const losses = gaps.flatMap(({ expectedLoss }) => expectedLoss ?? []);
  return {
    incidentsPerYear: sumOf(gaps.map(({ incidentsPerYear }) => incidentsPerYear)),
    expectedLoss: losses.length === 0 ? null : sumOf(losses),
  };
}

/** The trade of a launch in one line (L9); what there is to say instead while nothing blocks. */
export function tradeText(launch: Launch): string {
  const { gaps, serviceStates, delayCostPerWeek, trade } = launch;
  const live = new Set(
    serviceStates.filter(({ lifecycle }) => lifecycle === "live").map(({ service }) => service),
  );
  const blockers = gaps.filter(({ blocker }) => blocker);
  const facts: TradeFacts = {
    ...{
      blockers: blockers.length,
      effortDays: trade.effortDays,
      delayCostPerWeek,
      currency: trade.currency,
    },
    now: expectedOf(blockers.filter(({ service }) => live.has(service))),
    atLaunch: expectedOf(blockers.filter(({ service }) => !live.has(service))),
  };
  const nothing = gaps.length === 0 ? "Nothing is open in its services." : "Nothing blocks it.";
  return tradeLine(facts) ?? nothing;
}

/** The same with the way to what it assumes. */
export const tradeWords = (launch: Launch): LinkedWords[] =>
  launch.gaps.some(({ blocker }) => blocker)
    ? [
        { text: `${tradeText(launch)} ` },
        { text: "What that assumes", href: "/exposure/model" },
        { text: "." },
      ]
    : [{ text: tradeText(launch) }];
