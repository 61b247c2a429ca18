import { db } from "../db/client";
import type { ModelRow } from "../db/cost-model";
import type { Tx } from "../db/transaction";
import { CLUSTER, isNew, type Position } from "./position";
import {
  ENTRY,
  type EntryRow,
  FACTS,
  type FactsRow,
  GRANTED,
  MODEL,
  PLAN,
  type PlanRow,
  SERVICE,
  type ServiceRow,
  TEAM,
  type TeamRow,
  TITLE,
  type TitleRow,
  WAIVER,
  type WaiverRow,
} from "./rows";

/** When more rows than this are new, everything is read anew: that is quicker. */
const MOST_NEW = 20_000;

/** What is new since a position, as one state of the database has it. */
export interface News extends Position {
  timeZone: string | null;
  currency: string | null;
  models: ModelRow[];
  entries: EntryRow[];
  facts: FactsRow[];
  services: ServiceRow[];
  plans: PlanRow[];
  /** Granted ones: new, or over by now. */
  waivers: WaiverRow[];
  teams: TeamRow[];
  titles: TitleRow[];
  erased: [table: string, subject: string][];
}

const rowsOf = (news: News): readonly (readonly unknown[])[] => [
  ...[news.entries, news.facts, news.services, news.plans, news.waivers],
  ...[news.teams, news.titles, news.models, news.erased],
];

/** Reads News. @param limit at most so many rows of a kind @param only whether $2 says which services it is about */
function look(limit: string, only: boolean): string {
  const newRows = (row: string, table: string, alias: string, service?: string, which?: string) =>
    `(SELECT coalesce(json_agg(x."row"), '[]') FROM (SELECT ${row} AS "row" FROM "${table}" ${alias}
    WHERE ${isNew(`${alias}."xid"`)}${only && service ? ` AND ${alias}."${service}" = ANY($2::uuid[])` : ""}${which ? ` AND ${which}` : ""}
    ORDER BY ${alias}."xid" LIMIT ${limit}) x)`;
  return `SELECT pg_current_snapshot()::text AS "seen", ${CLUSTER} AS "cluster",
  (SELECT "timeZone" FROM "Organisation") AS "timeZone", (SELECT "currency" FROM "Organisation") AS "currency",
  ${newRows(ENTRY, "Entry", "e", "serviceId")} AS "entries",
  ${newRows(FACTS, "ServiceFacts", "f", "serviceId")} AS "facts",
  ${newRows(SERVICE, "Service", "s", "id")} AS "services", ${newRows(PLAN, "GapPlan", "p", "serviceId")} AS "plans",
  ${newRows(WAIVER, "Waiver", "w", "serviceId", GRANTED)} AS "waivers", ${newRows(TEAM, "Team", "t")} AS "teams", ${newRows(TITLE, "QuestionTitle", "q")} AS "titles",
  ${newRows('json_build_array(x."table", x."subject")', "Erasure", "x")} AS "erased",
  ${newRows(MODEL, "CostModel", "m")} AS "models"`;
}

const LOOK = look(String(MOST_NEW + 1), false);
const [LOOK_WITHIN, LOOK_WITHIN_AT] = [look("ALL", false), look("ALL", true)];

/** What is new since a position; of a kind of which much is, not all: see isMuch. */
export const readNews = async ({ seen }: Pick<Position, "seen">): Promise<News> =>
  newsOf(await db().$queryRawUnsafe<News[]>(LOOK, seen));

/**
 * All that is new since a position, as a transaction sees it.
 * @param ids of the services that it is about; null: all
 */
export const readNewsWithin = async (
  tx: Tx,
  { seen }: Pick<Position, "seen">,
  ids: readonly string[] | null,
): Promise<News> =>
  newsOf(
    ids
      ? await tx.$queryRawUnsafe<News[]>(LOOK_WITHIN_AT, seen, ids)
      : await tx.$queryRawUnsafe<News[]>(LOOK_WITHIN, seen),
  );

function newsOf([news]: readonly News[]): News {
  if (!news) throw new RangeError("a statement without FROM gave no row");
  return news;
}

/** Whether no row is new. */
export const isNothing = (news: News): boolean => rowsOf(news).every((rows) => rows.length === 0);

/** Whether so many rows are new that everything is read anew. */
export const isMuch = (news: News): boolean => rowsOf(news).some((rows) => rows.length > MOST_NEW);
