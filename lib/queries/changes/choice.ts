import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import type { Standing } from "../../domain/vocabulary";
import type { FactsThen } from "../past/facts-then";

const chosen = <T>(wanted: readonly T[] | undefined, has: (each: T) => boolean) =>
  !wanted?.length || wanted.some(has);

/** Whether a service was of those that a choice means, by its facts at an instant; its standing is looked at apart. */
export function isChosen(facts: FactsThen, choice: PortfolioChoice): boolean {
  const q = choice.q?.toLowerCase() ?? "";
  return (
    (q === "" || [facts.name, facts.slug, facts.teamName].some((text) => text.toLowerCase().includes(q))) &&
    chosen(choice.team, (team) => facts.team === team) &&
    chosen(choice.tier, (tier) => facts.tier === Number(tier)) &&
    chosen(choice.lifecycle, (lifecycle) => facts.lifecycle === lifecycle) &&
    chosen(choice.tag, (tag) => facts.tags.includes(tag))
  );
}

/** Whether one of the standings that a service had is of those that a choice means. */
export const standsChosen = (standings: readonly Standing[], choice: PortfolioChoice): boolean =>
  chosen(choice.standing, (standing) => standings.includes(standing));
