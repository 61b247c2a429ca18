import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { type GapRow, gapRow } from "../../domain/gap-row";
import { assessAllAt } from "../past/assess-all-at";
import type { Moment } from "../past/moment";
import type { AgedState } from "../services/current-states";
import { conditions } from "../services/filters";
import { servicesAt } from "./services-at";

/** How many services are assessed at a time: others get their turn in between. */
const AT_A_TIME = 1_000;

/**
 * The gaps that the chosen services had at an earlier moment (H3), computed from entries, as a table with the columns of
 * `"Gap"` that rankings need: use as `FROM ${…} g`. One statement, and two for every thousand services.
 */
export async function gapsThen(
  moment: Moment,
  choice: PortfolioChoice,
  aged: readonly AgedState[],
): Promise<Prisma.Sql> {
  const ids = await reader().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM ${servicesAt(moment, aged)}
    WHERE ${conditions(choice, moment.at)} AND s."lifecycle" <> 'retired'`;
  const rows: (GapRow & { serviceId: string })[] = [];
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const some = ids.slice(from, from + AT_A_TIME).map((row) => row.id);
    for (const [serviceId, { questions }] of await assessAllAt(some, moment.at)) {
      for (const row of questions.flatMap(gapRow)) rows.push({ serviceId, ...row });
    }
  }
  const column = <T>(of: (row: (typeof rows)[number]) => T) => rows.map(of);
  return Prisma.sql`(SELECT * FROM unnest(
    ${column((row) => row.serviceId)}::uuid[], ${column((row) => row.questionKey)}::text[],
    ${column((row) => row.verdict)}::"Verdict"[], ${column((row) => row.stale)}::boolean[],
    ${column((row) => row.accepted)}::boolean[]) AS u("serviceId", "questionKey", "verdict", "stale", "accepted"))`;
}
