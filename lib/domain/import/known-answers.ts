import type { Question } from "../checklist";
import type { Lifecycle, Tier, Verdict } from "../vocabulary";
import { fold } from "./rows";
import type { WantedLink } from "./wanted";

/** How far a planned fix is. */
export const PLAN_STATES = ["open", "in_progress", "done"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** A service that answers or plans are for, with the questions of its checklist. */
export interface AskedService {
  id: string;
  slug: string;
  name: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: string[];
  deleted: boolean;
  questions: readonly Question[];
  answers: ReadonlyMap<string, KnownAnswer>;
  plans: ReadonlyMap<string, KnownPlan>;
}

export interface KnownAnswer {
  verdict: Verdict;
  reason: string;
  evidence: WantedLink[];
  version: number;
  /** Where its age starts (S5). */
  savedAt: Date;
}

/** What is planned about a gap; the owner by address. */
export interface PlanFacts {
  owner: string | null;
  dueOn: string | null;
  effortDays: number | null;
  state: PlanState;
  ticket: string | null;
  note: string;
}
export type KnownPlan = PlanFacts & { version: number };

/** A question of a service that a row names. */
export interface Asked {
  service: AskedService;
  question: Question;
}

/** Finds what rows name: services by short name, else by a name that only one has. */
export class AskedServices {
  readonly #bySlug: ReadonlyMap<string, AskedService>;
  readonly #byName = new Map<string, AskedService[]>();
  constructor(services: readonly AskedService[]) {
    this.#bySlug = new Map(services.map((each) => [each.slug, each]));
    for (const service of services.filter((each) => !each.deleted)) {
      const name = fold(service.name);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), service]);
    }
  }
  /** @returns the service, or why it cannot be told */
  find(text: string): AskedService | string {
    const slug = this.#bySlug.get(text.trim().toLowerCase());
    if (slug) return slug;
    const [first, ...others] = this.#byName.get(fold(text)) ?? [];
    if (first && others.length === 0) return first;
    return first
      ? `Several services are called “${text.trim()}”: use the short name of one.`
      : `There is no service “${text.trim()}”.`;
  }
}
