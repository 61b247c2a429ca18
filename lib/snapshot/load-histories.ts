import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { env } from "../config/env";
import { yieldRegularly } from "../config/yield-regularly";
import type { ModelRow } from "../db/cost-model";
import { EntryReader } from "./entry-reader";
import { Histories, placesOf } from "./histories";
import {
  type FactsLine,
  factsOf,
  historyOf,
  NO_WAIVERS,
  type ServiceHistory,
  type WaiverThen,
} from "./history";
import { CLUSTER, type Position } from "./position";
import {
  ANSWER,
  FACTS,
  type FactsRow,
  factsLine,
  GRANTED,
  MODEL,
  modelOf,
  PLAN,
  type PlanRow,
  plansWith,
  SERVICE,
  type ServiceRow,
  TEAM,
  type TeamRow,
  TITLE,
  type TitleRow,
  teamNames,
  titlesWith,
  WAIVER,
  type WaiverRow,
  waiverThen,
} from "./rows";

const CONNECT_MS = 3_000;
const STATEMENT_MS = 120_000;

/** What is read of the organisation before it is set up. */
export const NOT_SET_UP = { timeZone: "UTC", currency: "EUR" };

/** Every history, as one state of the database has them. */
export interface Loaded {
  histories: Histories;
  position: Position;
}

const ENTRIES = `SELECT s."n", e."questionKey", e."version", e."at", e."savedAt", ${ANSWER}::int4
  FROM "Entry" e JOIN (SELECT "id", (row_number() OVER (ORDER BY "id"))::int4 - 1 AS "n" FROM "Service") s
    ON s."id" = e."serviceId"`;

/**
 * Reads everything, over a connection of its own and in one state of the database: about a second for ten thousand services with
 * nearly a million entries. Others have their turn meanwhile.
 */
export async function loadHistories(): Promise<Loaded> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: "plumbline load",
  });
  // A lost connection also rejects the statement that waits for it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = ${STATEMENT_MS}`,
    );
    return await readAll(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function readAll(client: pg.Client): Promise<Loaded> {
  const { rows } = await client.query<Position & { timeZone: string | null; currency: string | null }>(
    `SELECT pg_current_snapshot()::text AS "seen", ${CLUSTER} AS "cluster",
      (SELECT "timeZone" FROM "Organisation") AS "timeZone", (SELECT "currency" FROM "Organisation") AS "currency"`,
  );
  const [first] = rows;
  if (!first) throw new RangeError("a statement without FROM gave no row");
  const breathe = yieldRegularly();
  async function read<Row>(row: string, from: string): Promise<Row[]> {
    const found: Row[] = [];
    const { rows } = await client.query<{ row: string }>(`SELECT (${row})::text AS "row" FROM ${from}`);
    for (const each of rows) {
      await breathe();
      found.push(JSON.parse(each.row) as Row);
    }
    return found;
  }
  const teams = await read<TeamRow>(TEAM, '"Team" t');
  const services = await read<ServiceRow>(SERVICE, '"Service" s ORDER BY s."id"');
  const facts = await read<FactsRow>(FACTS, '"ServiceFacts" f');
  const plans = await read<PlanRow>(PLAN, '"GapPlan" p');
  const titles = await read<TitleRow>(TITLE, '"QuestionTitle" q');
  const models = await read<ModelRow>(MODEL, '"CostModel" m ORDER BY m."number" DESC');
  const waivers = new Map<string, WaiverThen[]>();
  for (const row of await read<WaiverRow>(WAIVER, `"Waiver" w WHERE ${GRANTED}`)) {
    const own = waivers.get(row[0]);
    if (own) own.push(waiverThen(row));
    else waivers.set(row[0], [waiverThen(row)]);
  }
  const entries = new EntryReader(services.length);
  for await (const chunk of client.query(copyTo(`COPY (${ENTRIES}) TO STDOUT (FORMAT binary)`))) {
    await breathe();
    entries.push(chunk as Buffer);
  }
  const lines = new Map<string, FactsLine[]>(services.map(([id]) => [id, []]));
  for (const row of facts) {
    await breathe();
    lines.get(row[0])?.push(factsLine(row));
  }
  const histories: ServiceHistory[] = [];
  for (const [index, [id, slug, createdAt, example]] of services.entries()) {
    await breathe();
    const own = lines.get(id) ?? [];
    // Between its row and its facts there is nothing: both are written by one transaction.
    if (own.length === 0) continue;
    histories.push({
      ...{ id, slug, createdAt: new Date(createdAt), example, facts: factsOf(own) },
      answers: historyOf(entries.linesOf(index)),
      waivers: waivers.get(id) ?? NO_WAIVERS,
    });
  }
  histories.sort(bySlug);
  return {
    position: { seen: first.seen, cluster: first.cluster },
    histories: new Histories(
      {
        services: histories,
        places: placesOf(histories),
        teams: new Map(teams.map((row) => [row[0], teamNames(row)])),
        plans: plansWith(new Map(), plans),
        titles: titlesWith(new Map(), titles),
        models: { all: models.map(modelOf) },
        timeZone: first.timeZone ?? NOT_SET_UP.timeZone,
        currency: first.currency ?? NOT_SET_UP.currency,
      },
      null,
      Number.NEGATIVE_INFINITY,
    ),
  };
}

/** The order of the services of a snapshot. */
export const bySlug = (a: Pick<ServiceHistory, "slug">, b: Pick<ServiceHistory, "slug">): number =>
  a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0;
