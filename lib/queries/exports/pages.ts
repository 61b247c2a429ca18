import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { agedStates, currentRows } from "../services/current-states";
import { conditions } from "../services/filters";
import { readAhead } from "./read-ahead";

/** How many services are read at a time: memory stays that of two pages, whatever is stored. */
const AT_A_TIME = 40;

/** What every page of services has: where it goes on. */
interface Keyed {
  id: string;
  sortValue: string;
}

/**
 * Services that the portfolio's filters leave, a page at a time, by name: one statement to see what aged, then one a
 * page. While one page is worked on, the next is read.
 * @param columns what is selected of service `s`, team `m`, current row `t`
 */
export async function* servicePages<Row>(
  choice: PortfolioChoice,
  columns: Prisma.Sql,
  now: Date,
): AsyncGenerator<(Row & Keyed)[]> {
  const aged = await agedStates(now);
  const by = Prisma.sql`lower(s."name") COLLATE "C"`;
  const read = async (after: Keyed | null) => {
    const beyond = after
      ? Prisma.sql`AND (${by}, s."id") > (${after.sortValue} COLLATE "C", ${after.id}::uuid)`
      : Prisma.empty;
    return reader().$queryRaw<(Row & Keyed)[]>`
      SELECT s."id", lower(s."name") AS "sortValue", ${columns}
      FROM "Service" s JOIN "Team" m ON m."id" = s."teamId" JOIN ${currentRows(aged)} t ON t."serviceId" = s."id"
      WHERE ${conditions(choice, now)} ${beyond}
      ORDER BY ${by}, s."id" LIMIT ${AT_A_TIME}`;
  };
  yield* readAhead(read, AT_A_TIME);
}
