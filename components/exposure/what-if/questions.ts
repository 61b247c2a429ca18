import type { Tick } from "@/components/addresses/ticks";
import type { WorthGap } from "@/lib/contracts/exposure";
import { sumOf } from "@/lib/domain/sum";

/** What gaps are worth together; money is null where none of their costs has a price. */
export interface Worth {
  services: number;
  expectedLoss: number | null;
  incidentsPerYear: number;
}

/** One question with the gaps that it has in several services: of live ones and of others apart (R6). */
export interface WholeQuestion {
  question: string;
  title: string;
  text: string;
  area: WorthGap["area"];
  now: Worth;
  atLaunch: Worth;
  effortDays: number;
}

/** @param gaps all live, or none */
function together(gaps: readonly WorthGap[]): Worth {
  const losses = gaps.flatMap(({ expectedLoss }) => expectedLoss ?? []);
  return {
    services: gaps.length,
    expectedLoss: losses.length === 0 ? null : sumOf(losses),
    incidentsPerYear: sumOf(gaps.map((gap) => gap.incidentsPerYear)),
  };
}

/** The questions of gaps, by what closing one everywhere is worth: now, then at launch. */
export function wholeQuestions(gaps: readonly WorthGap[]): WholeQuestion[] {
  const byKey = new Map<string, [WorthGap, ...WorthGap[]]>();
  for (const gap of gaps) {
    const same = byKey.get(gap.question);
    if (same) same.push(gap);
    else byKey.set(gap.question, [gap]);
  }
  return [...byKey.values()]
    .map((same) => ({
      ...{ question: same[0].question, title: same[0].title, text: same[0].text, area: same[0].area },
      now: together(same.filter(({ live }) => live)),
      atLaunch: together(same.filter(({ live }) => !live)),
      effortDays: sumOf(same.map((gap) => gap.effortDays)),
    }))
    .sort((a, b) => compare(a.now, b.now) || compare(a.atLaunch, b.atLaunch));
}

/** The questions of the listed gaps; on top those that are ticked and have none there, with what was found of them. */
export function listedQuestions(
  listed: readonly WorthGap[],
  found: readonly WorthGap[],
  ticks: readonly Tick[],
): WholeQuestion[] {
  const wholes = wholeQuestions(listed);
  const there = new Set(wholes.map(({ question }) => question));
  const ticked = new Set(ticks.flatMap(({ service, question }) => (service === undefined ? [question] : [])));
  const apart = found.filter(({ question }) => ticked.has(question) && !there.has(question));
  return [...wholeQuestions(apart), ...wholes];
}

const compare = (a: Worth, b: Worth): number =>
  (b.expectedLoss ?? -1) - (a.expectedLoss ?? -1) || b.incidentsPerYear - a.incidentsPerYear;
