import type { SetPrice } from "../model-edit";
import type { Cost, Lifecycle, Tier, Verdict } from "../vocabulary";

/** What is invented refers to each other by keys; ids are given when it is written down. */
export interface ExamplePerson {
  key: string;
  name: string;
  /** Before the @. */
  mailbox: string;
  executive: boolean;
  createdAt: Date;
  /** When they left, or null. */
  disabledAt: Date | null;
}

/** A team, and who is on it today. */
export interface ExampleTeam {
  key: string;
  name: string;
  description: string;
  createdAt: Date;
  members: { person: string; role: "lead" | "member" }[];
}

/** The facts of a service from an instant on. */
export interface ExampleFacts {
  name: string;
  /** Key of the team. */
  team: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: readonly string[];
  description: string;
  links: readonly { label: string; url: string }[];
  /** Keys of services. */
  dependsOn: readonly string[];
}

/** Something that somebody did to a service. The first of a service are its facts. */
export type ExampleEvent =
  | { kind: "facts"; at: Date; by: string; facts: ExampleFacts; reason: string }
  | {
      kind: "save" | "confirm";
      at: Date;
      by: string;
      question: string;
      verdict: Verdict;
      reason: string;
      evidence: readonly { label: string; url: string }[];
    };

/** What is planned about a gap today. */
export interface ExamplePlan {
  question: string;
  owner: string | null;
  /** YYYY-MM-DD. */
  dueOn: string | null;
  effortDays: number | null;
  state: "open" | "in_progress" | "done";
  ticket: string | null;
  note: string;
  version: number;
  changedAt: Date;
  changedBy: string;
}

/** The prices in force from an instant on; severity and rates are the usual ones. */
export interface ExampleModel {
  at: Date;
  prices: Record<Cost, SetPrice>;
  note: string;
}

/** A service with all that happened to it, oldest first. */
export interface ExampleService {
  key: string;
  events: readonly ExampleEvent[];
  plans: readonly ExamplePlan[];
}
