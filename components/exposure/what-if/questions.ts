import type { WorthGap } from "@/lib/contracts/exposure";
import type { Tick } from "./ticks";

/** What gaps are worth together; money is null where none of their costs has a price. */
export interface Worth {
  services: number;
  expectedLoss: number | null;
  incidentsPerYear: number;
}

/** One question with the gaps that it has in several services: of live ones and of others apart (R6). */
export interface WholeQuestion {
  question: string;
  text: string;
  area: WorthGap["area"];
  now: Worth;
  atLaunch: Worth;
  effortDays: number;
}

const none = (): Worth => ({ services: 0, expectedLoss: null, incidentsPerYear: 0 });

/** The questions of gaps, by what closing one everywhere is worth: now, then at launch. */
export function wholeQuestions(gaps: readonly WorthGap[]): WholeQuestion[] {
  const byKey = new Map<string, WholeQuestion>();
  for (const gap of gaps) {
    const { question, text, area } = gap;
    const one = byKey.get(question) ?? { question, text, area, now: none(), atLaunch: none(), effortDays: 0 };
    const worth = gap.live ? one.now : one.atLaunch;
    worth.services += 1;
    worth.incidentsPerYear += gap.incidentsPerYear;
    if (gap.expectedLoss !== null) worth.expectedLoss = (worth.expectedLoss ?? 0) + gap.expectedLoss;
    one.effortDays += gap.effortDays;
    byKey.set(question, one);
  }
  return [...byKey.values()].sort((a, b) => compare(a.now, b.now) || compare(a.atLaunch, b.atLaunch));
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
