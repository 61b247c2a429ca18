import type { PlanChange } from "../../../lib/domain/gap-plan";
import type { Lifecycle, Tier, Verdict } from "../../../lib/domain/vocabulary";

/** The facts of a service; teams and services by their keys. */
export interface Facts {
  name: string;
  team: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: readonly string[];
  description: string;
  links: readonly { label: string; url: string }[];
  dependsOn: readonly string[];
}

/** What may become different about a service. */
export type Change = Partial<Pick<Facts, "team" | "tier" | "lifecycle" | "dependsOn">>;

/** How a service lives: facts, and how far it gets. Days count back from today, working days only. */
export interface Arc {
  key: string;
  team: string;
  name: string;
  description: string;
  tags: readonly string[];
  tier: Tier;
  dependsOn?: readonly string[];
  /** What it became, by day; the first one is when it was added. */
  life: Readonly<Record<number, Lifecycle | (Partial<Pick<Facts, "team" | "tier">> & { reason?: string })>>;
  /** Percent of the weight that is yes, by day, from the first look on; 100 closes everything. Empty: nobody looks. */
  path: Readonly<Record<number, number>>;
  /** From when on nobody looks any more. */
  until?: number;
  /** Questions that cannot happen to it, and why. */
  notForUs?: Readonly<Record<string, string>>;
  /** What the story needs; from its first day on chance leaves such a question alone. The reason is made up when left out. */
  told?: readonly (readonly [
    day: number,
    question: string,
    verdict: Exclude<Verdict, "not_applicable">,
    reason?: string,
  ])[];
}

/** An answer that somebody gave or confirmed. */
export interface Given {
  service: string;
  question: string;
  kind: "save" | "confirm";
  verdict: Verdict;
  reason: string;
  evidence: { label: string; url: string }[];
  by: string;
}

/** Something that people did at once, by the keys of services, teams and people. */
export type Step =
  | { kind: "added"; at: Date; by: string; service: string; facts: Facts }
  | { kind: "edited"; at: Date; by: string; service: string; change: Change; reason: string }
  /** At most one to each question. */
  | { kind: "answers"; at: Date; answers: Given[] }
  | { kind: "plans"; at: Date; by: string; plans: { service: string; question: string; set: PlanChange }[] };

/** When a service was added. */
export const addedOn = ({ life }: Arc): number => Math.max(...Object.keys(life).map(Number));
