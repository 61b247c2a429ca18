import { STANDINGS, type Standing } from "./vocabulary";

/** What the business can rely on (S7). */
export const READY: readonly Standing[] = ["production_ready", "ready_with_accepted_risks"];

/** What the standing of a service is made of (S7). */
export interface StandingCounts {
  /** Questions that count (S1). */
  counting: number;
  /** Applicable questions that carry a given verdict, stale or not. */
  answered: number;
  /** Counting questions whose effective verdict is not yes (S4). */
  gaps: number;
  /** Gaps with a waiver in force (S6). */
  accepted: number;
}

/** The standing of a service (S7). */
export function standing({ counting, answered, gaps, accepted }: StandingCounts): Standing {
  if (counting === 0 || answered === 0) return "unassessed";
  if (gaps === 0) return "production_ready";
  return gaps === accepted ? "ready_with_accepted_risks" : "working";
}

/** A team or the portfolio: services in each standing, and the mean score (S8). */
export interface Summary {
  services: number;
  byStanding: Record<Standing, number>;
  /** Mean of the service scores, unassessed as 0, rounded down; null without services. */
  score: number | null;
}

/** Services of one standing. */
export interface StandingGroup {
  standing: Standing;
  count: number;
  /** The sum of their scores. */
  score: number;
}

/**
 * Summary of services that are neither retired nor deleted (S8); the caller leaves those out.
 * @param groups several of one standing add up
 */
export function summarise(groups: readonly StandingGroup[]): Summary {
  const byStanding = Object.fromEntries(STANDINGS.map((each) => [each, 0])) as Record<Standing, number>;
  let services = 0;
  let scores = 0;
  for (const { standing, count, score } of groups) {
    byStanding[standing] += count;
    services += count;
    if (standing !== "unassessed") scores += score;
  }
  return { services, byStanding, score: services === 0 ? null : Math.floor(scores / services) };
}
