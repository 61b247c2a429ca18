import type { DemoService } from "./assessment";
import { behaviour } from "./plumbline-behaviour";
import { upkeep } from "./plumbline-upkeep";

/**
 * Plumbline, assessed by its own default checklist. A verdict is what the repository shows today: whoever changes
 * what a reason says, changes the reason with it.
 */
export const plumbline: DemoService = {
  team: {
    name: "Plumbline",
    description: "Builds Plumbline, and answers its own checklist before asking anybody else to.",
  },
  service: {
    name: "Plumbline",
    tier: 2,
    lifecycle: "launching",
    tags: ["public", "personal_data"],
    description:
      "Keeps every answer about production readiness with its history. One process of Node and one Postgres; about to be launched, not yet run for anybody.",
    links: [],
  },
  answers: [...behaviour, ...upkeep],
};
