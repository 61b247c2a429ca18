import "server-only";
import type { Plausibility } from "../../contracts/cost-model";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import { allOpen, type CostModel, PLAUSIBLE_ALL_OPEN } from "../../domain/cost-model";

/**
 * What rates come to with every question of a checklist open, one for each checklist's newest published version, with a
 * warning where nobody would believe it (R2). One statement.
 */
export async function plausibilityOf(rates: CostModel["rates"]): Promise<Plausibility[]> {
  const rows = await reader().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (c."key") v."id" FROM "ChecklistVersion" v JOIN "Checklist" c ON c."id" = v."checklistId"
    WHERE v."status" = 'published' ORDER BY c."key", v."number" DESC`;
  const versions = await Promise.all(rows.map(({ id }) => checklistVersion(id)));
  const { least, most } = PLAUSIBLE_ALL_OPEN;
  return versions.map(({ checklist, number, questions }) => {
    const incidents = allOpen(questions, rates);
    return {
      checklist: checklist.key,
      name: checklist.name,
      version: number,
      incidents,
      least,
      most,
      warning: warningOf(incidents),
    };
  });
}

function warningOf(incidents: number): string | null {
  const { least, most } = PLAUSIBLE_ALL_OPEN;
  if (incidents >= least && incidents <= most) return null;
  const many = incidents < least ? `fewer than ${least}` : `more than ${most}`;
  const rates = incidents < least ? "low" : "high";
  return `A tier 1 service with every question open would have about ${Math.round(incidents)} incidents a year, ${many}: the rates look too ${rates}.`;
}
