import "server-only";
import type { Plausibility } from "../../contracts/cost-model";
import { allOpen, type CostModel, PLAUSIBLE_ALL_OPEN } from "../../domain/cost-model";
import { askedVersions } from "../checklists/asked-versions";

/**
 * What rates come to with every question open, for each version that counts: the newest published one of a checklist,
 * and older ones that services are still asked. A warning, which names the version, where nobody would believe it (R2).
 * One statement.
 */
export async function plausibilityOf(rates: CostModel["rates"]): Promise<Plausibility[]> {
  const { least, most } = PLAUSIBLE_ALL_OPEN;
  return (await askedVersions()).map(({ checklist, number, questions }) => {
    const incidents = allOpen(questions, rates);
    return {
      checklist: checklist.key,
      name: checklist.name,
      version: number,
      incidents,
      least,
      most,
      warning: warningOf(incidents, `version ${number} of “${checklist.name}”`),
    };
  });
}

function warningOf(incidents: number, version: string): string | null {
  const { least, most } = PLAUSIBLE_ALL_OPEN;
  if (incidents >= least && incidents <= most) return null;
  const many = incidents < least ? `fewer than ${least}` : `more than ${most}`;
  const rates = incidents < least ? "low" : "high";
  return `A tier 1 service asked ${version}, with every question open, would have about ${Math.round(incidents)} incidents a year, ${many}: the rates look too ${rates}.`;
}
