import "server-only";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { unpricedModel } from "../../domain/cost-model";
import { pricingOf } from "../../domain/gap-worth";
import { sortedBy } from "../portfolio/page";
import { servicesAt } from "../portfolio/services-at";
import { agedStates } from "../services/current-states";
import { conditions } from "../services/filters";
import type { ExportAsked } from "./export";
import { modelInForce } from "./model-in-force";
import { readAhead } from "./read-ahead";

/** How many services are read at a time: memory stays that of two pages and everybody's ids, whatever is stored. */
const AT_A_TIME = 40;

/** The services that an export is asked about, as a table `s`, `m`, `t` (see servicesAt) and a condition on it. */
export async function servicesAsked({
  choice,
  moment,
}: ExportAsked): Promise<{ from: Prisma.Sql; where: Prisma.Sql }> {
  const from = servicesAt(moment, await agedStates(moment.at));
  const all = conditions(choice, moment.at);
  const some = choice.service?.length
    ? Prisma.sql`${all} AND s."slug" = ANY(${choice.service}::text[])`
    : all;
  return { from, where: some };
}

/**
 * Services that the portfolio's filters leave at the moment asked about (H3), a page at a time, each once, by name or as
 * they are to be sorted: one statement to see what aged and one for their order, then one a page. While one page is
 * worked on, the next is read.
 * @param columns what is selected of service `s`, team `m`, current row `t`
 * @param more a further condition on them
 */
export async function* servicePages<Row>(
  asked: ExportAsked,
  columns: Prisma.Sql,
  more: Prisma.Sql = Prisma.empty,
): AsyncGenerator<(Row & { id: string })[]> {
  const { from, where } = await servicesAsked(asked);
  const rows = await reader().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM ${from} WHERE ${where} ${more} ORDER BY ${await orderOf(asked)}`;
  let read = 0;
  yield* readAhead(async () => {
    const ids = rows.slice(read, read + AT_A_TIME).map((row) => row.id);
    read += AT_A_TIME;
    if (ids.length === 0) return null;
    return reader().$queryRaw<(Row & { id: string })[]>`
      SELECT s."id", ${columns} FROM ${from} WHERE ${where} ${more} AND s."id" = ANY(${ids}::uuid[])
      ORDER BY array_position(${ids}::uuid[], s."id")`;
  });
}

async function orderOf({ choice: { sort = "name" }, moment }: ExportAsked): Promise<Prisma.Sql> {
  const direction = sort.startsWith("-") ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const model = sort.endsWith("loss") ? await modelInForce(moment.at) : unpricedModel("");
  return Prisma.sql`${sortedBy(sort, pricingOf(model))} COLLATE "C" ${direction}, s."id" ${direction}`;
}
