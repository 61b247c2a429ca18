import { amountOf } from "@/components/figure/amount";
import type { WhatIfResult } from "@/lib/contracts/exposure";
import { amountText, type Unit } from "@/lib/domain/amount-text";
import { STANDING_TEXT, STANDINGS } from "@/lib/domain/vocabulary";
import type { When } from "../exposure-sentence";
import type { FigureOf } from "./effect-links";

/** One figure before and after. */
export interface Moved {
  of: FigureOf;
  name: string;
  before: string;
  after: string;
  /** Null where it stays, or is neither better nor worse by itself. */
  better: boolean | null;
  /** What the figure is, where a sentence names it. */
  phrase?: string | undefined;
}

type Side = WhatIfResult["before"];

const moved = (
  of: FigureOf,
  name: string,
  before: number | null,
  after: number | null,
  text: (value: number) => string,
): Moved => {
  const write = (value: number | null) => (value === null ? "–" : text(value));
  const same = write(before) === write(after);
  return { of, name, before: write(before), after: write(after), better: same ? null : false };
};

/**
 * Exposure now and at launch, apart, and a bad year: what falls is better (R1, R6, R7).
 * @param when whose bad year
 */
export function moneyMoved({ before, after, currency }: WhatIfResult, when: When = "now"): Moved[] {
  const unit: Unit = before.now.pricedCosts > 0 ? { currency } : null;
  const a = unit === null ? "incidents a year" : "a year";
  const of = (figure: FigureOf, name: string, read: (side: Side) => number, phrase?: string): Moved[] => {
    const [was, is] = [read(before), read(after)];
    if (was === 0 && is === 0) return [];
    const row = moved(figure, name, was, is, (value) => amountText(value, unit));
    return [{ ...row, better: row.better === null ? null : is < was, phrase }];
  };
  const incidents = unit === null ? "incidents " : "";
  return [
    ...of(
      "known now",
      `Known now, ${a}`,
      (side) => amountOf(side.now, unit).known,
      `${incidents}a year known`,
    ),
    ...of(
      "unknown now",
      "Unknown now",
      (side) => amountOf(side.now, unit).unknown,
      `${incidents}a year that nobody can rule out`,
    ),
    ...of(
      "badYear",
      `One year of ten${when === "now" ? "" : " at launch"}, more than`,
      (side) => side[when].spread?.p90 ?? 0,
    ),
    ...of(
      "known atLaunch",
      `Known at launch, ${a}`,
      (side) => amountOf(side.atLaunch, unit).known,
      `${incidents}a year known at launch`,
    ),
    ...of(
      "unknown atLaunch",
      "Unknown at launch",
      (side) => amountOf(side.atLaunch, unit).unknown,
      `${incidents}a year unknown at launch`,
    ),
  ];
}

/** The mean score, and how many services stand where; only standings that change. */
export function standingMoved({ before, after }: WhatIfResult): Moved[] {
  const score = moved("score", "Mean score", before.score, after.score, String);
  const standings = STANDINGS.flatMap((standing) => {
    const [was, is] = [before.byStanding[standing], after.byStanding[standing]];
    if (was === is) return [];
    const good = standing === "production_ready" || standing === "ready_with_accepted_risks";
    return [
      {
        ...moved(`standing ${standing}`, STANDING_TEXT[standing], was, is, String),
        better: good ? is > was : null,
      },
    ];
  });
  return [
    { ...score, better: score.better === null ? null : (after.score ?? 0) > (before.score ?? 0) },
    ...standings,
  ];
}

/** The effect in one sentence, for the bar and for those who listen. */
export function effectSentence(result: WhatIfResult): string {
  const count = result.total.gaps;
  const days = Math.round(result.effortDays * 10) / 10;
  const which = count === 1 ? "this gap" : `these ${count.toLocaleString("en")} gaps`;
  const work = `Closing ${which} takes about ${days} ${days === 1 ? "day" : "days"} of work`;
  const first = moneyMoved(result).find(({ better, phrase }) => better !== null && phrase !== undefined);
  if (count === 0) return "None of the ticked gaps is still open.";
  if (first === undefined) return `${work}.`;
  const verb = result.before.now.pricedCosts > 0 ? "becomes" : "become";
  return `${work}: ${first.before} ${first.phrase} ${verb} ${first.after}.`;
}

type Spread = NonNullable<Side["now"]["spread"]>;

/** The curve before and after: of what is shown, now or the launch; of the other where that costs nothing (R6). */
export function curvesMoved(
  { before, after }: Pick<WhatIfResult, "before" | "after">,
  shown: When = "now",
): { which: string; from: Spread; to: Spread } | null {
  for (const when of shown === "now" ? (["now", "atLaunch"] as const) : (["atLaunch", "now"] as const)) {
    const which = when === "now" ? "now" : "at launch";
    const [from, to] = [before[when].spread, after[when].spread];
    if (from && to && from.curve.some(({ loss }) => loss > 0)) return { which, from, to };
  }
  return null;
}
