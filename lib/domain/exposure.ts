import type { QuestionCost } from "./checklist";
import { sumOf } from "./sum";
import { type AnswerState, COSTS, type Cost, type Lifecycle } from "./vocabulary";

/** How open a question is by its effective verdict, 0–1 (R1). */
export function openness(verdict: AnswerState): number {
  if (verdict === "yes" || verdict === "not_applicable") return 0;
  return verdict === "partly" ? 0.5 : 1;
}

/** Whether an open question is a known gap (no, partly) rather than an unknown one (R1). */
export function isKnown(verdict: AnswerState): boolean {
  return verdict === "no" || verdict === "partly";
}

/** Expected incidents a year of one cost: known and unknown add up; accepted cuts across both (R1, R2). */
export interface Incidents {
  known: number;
  unknown: number;
  accepted: number;
}
export type IncidentsByCost = Record<Cost, Incidents>;

/** What exposure needs of a gap. */
export interface OpenQuestion {
  verdict: AnswerState;
  costs: readonly Pick<QuestionCost, "cost" | "incidentsPerYear">[];
  /** A waiver is in force. */
  waived: boolean;
}

/** Nothing expected, for every cost. */
export function noIncidents(): IncidentsByCost {
  return Object.fromEntries(
    COSTS.map((cost) => [cost, { known: 0, unknown: 0, accepted: 0 }]),
  ) as IncidentsByCost;
}

/** What one gap, or several alike, are expected to cause of one cost in a year. */
export interface Caused {
  cost: Cost;
  incidents: number;
  known: boolean;
  accepted: boolean;
}

/** What gaps are expected to cause, added up by cost and part: the one place where incidents are summed (R2). */
export function sumIncidents(caused: Iterable<Caused>): IncidentsByCost {
  const parts = Object.fromEntries(
    COSTS.map((cost) => [cost, { known: [], unknown: [], accepted: [] }]),
  ) as unknown as Record<Cost, Record<keyof Incidents, number[]>>;
  for (const { cost, incidents, known, accepted } of caused) {
    parts[cost][known ? "known" : "unknown"].push(incidents);
    if (accepted) parts[cost].accepted.push(incidents);
  }
  return Object.fromEntries(
    COSTS.map((cost) => {
      const { known, unknown, accepted } = parts[cost];
      return [cost, { known: sumOf(known), unknown: sumOf(unknown), accepted: sumOf(accepted) }];
    }),
  ) as IncidentsByCost;
}

/**
 * Expected incidents a year by cost (R2): the sum over gaps of rate × openness. A waiver lowers nothing (S6).
 * @param gaps the counting questions whose effective verdict is not yes; others add nothing
 */
export const expectedIncidents = (gaps: readonly OpenQuestion[]): IncidentsByCost =>
  sumIncidents(
    gaps.flatMap(({ verdict, costs, waived }) =>
      costs.map(({ cost, incidentsPerYear }) => ({
        ...{ cost, incidents: incidentsPerYear * openness(verdict) },
        ...{ known: isKnown(verdict), accepted: waived },
      })),
    ),
  );

/** All costs together. */
export function totalIncidents(byCost: IncidentsByCost): Incidents {
  const total = (part: keyof Incidents) => sumOf(COSTS.map((cost) => byCost[cost][part]));
  return { known: total("known"), unknown: total("unknown"), accepted: total("accepted") };
}

/** When the expected incidents of a service are carried: now, from its launch on, or not at all (R6). */
export function carriedWhen(lifecycle: Lifecycle, deleted: boolean): "now" | "at_launch" | "never" {
  if (deleted || lifecycle === "retired") return "never";
  return lifecycle === "live" ? "now" : "at_launch";
}

/** The expected incidents that a service carries, now or at its launch: none once it is retired or deleted (R6). */
export function carriedIncidents(
  incidents: IncidentsByCost,
  lifecycle: Lifecycle,
  deleted: boolean,
): IncidentsByCost {
  return carriedWhen(lifecycle, deleted) === "never" ? noIncidents() : incidents;
}
