import { COLUMN_TEXT } from "./cells";
import type { Facts } from "./facts";

/** The facts of a service in words, by field, for the preview. Names of teams and services are looked up. */
export function showFacts(
  facts: Facts,
  names: { team: (id: string) => string; service: (id: string) => string },
): Record<string, string | null> {
  return {
    name: facts.name,
    team: names.team(facts.teamId),
    tier: String(facts.tier),
    lifecycle: facts.lifecycle,
    tags: COLUMN_TEXT.list([...facts.tags].sort()),
    description: facts.description,
    links: COLUMN_TEXT.links(facts.links),
    dependsOn: COLUMN_TEXT.list(facts.dependsOn.map(names.service).sort()),
    externalRef: facts.externalRef,
  };
}
