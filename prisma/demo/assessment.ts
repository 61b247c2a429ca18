import type { Lifecycle, Tier, Verdict } from "../../lib/domain/vocabulary";

export interface DemoLink {
  label: string;
  url: string;
}

/** One answer of a service that comes with Plumbline. */
export interface DemoAnswer {
  /** Key of a question of the default checklist. */
  question: string;
  verdict: Verdict;
  /** Names files as repository paths in backticks; the test beside it looks for every one of them. */
  reason: string;
  evidence?: DemoLink[];
}

/** A service with its team and its answers, ready to be created. */
export interface DemoService {
  team: { name: string; description: string };
  service: {
    name: string;
    tier: Tier;
    lifecycle: Lifecycle;
    tags: string[];
    description: string;
    links: DemoLink[];
  };
  answers: DemoAnswer[];
}
