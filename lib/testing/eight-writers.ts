import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { withClient } from "./databases";
import { aService } from "./factories";
import { type Reply, send, signedIn } from "./http";

const QUESTION = "simultaneous-edits-kept";
const WRITERS = 8;

/** What people were told while they saved: which texts were kept, which were refused. */
export interface Told {
  kept: string[];
  refused: string[];
  /** Of which they were told that nobody knows. */
  open: string[];
  /** Statuses of somebody who only looks. */
  looked: Set<number>;
  longestMs: number;
}

/** Eight people, each with a service of their own, who save one answer after the other over HTTP, and one who looks. */
export async function eightWriters() {
  const people: { service: Awaited<ReturnType<typeof aService>>; as: string }[] = [];
  while (people.length < WRITERS) {
    const service = await aService();
    people.push({ service, as: await signedIn(service.member) });
  }
  const versions = people.map(() => 0);
  let round = 0;

  /** They save until `until` has ended, and a little longer. */
  return async function whileSaving<T>(until: () => Promise<T>): Promise<{ result: T; told: Told }> {
    round += 1;
    const told: Told = { kept: [], refused: [], open: [], looked: new Set(), longestMs: 0 };
    let going = true;
    const timed = async (ask: () => Promise<Reply>) => {
      const started = performance.now();
      const reply = await ask();
      told.longestMs = Math.max(told.longestMs, performance.now() - started);
      return reply;
    };
    const write = async ({ service, as }: (typeof people)[number], who: number) => {
      for (let turn = 1; going; turn += 1) {
        const reason = `round ${round}, writer ${who}, ${turn}`;
        const body = { verdict: turn % 2 ? "no" : "partly", reason, expectedVersion: versions[who] ?? 0 };
        const params = { service: service.slug, question: QUESTION };
        const reply = await timed(() => send("saveAnswer", { as, params, body }));
        const said = reply.body as { version?: number; current?: { version: number }; detail?: string };
        if (reply.status === 200) {
          told.kept.push(reason);
          versions[who] = said.version ?? 0;
        } else if (reply.status === 409) {
          told.refused.push(reason);
          versions[who] = said.current?.version ?? 0;
        } else if (reply.status === 503) {
          (/may have been saved/.test(said.detail ?? "") ? told.open : told.refused).push(reason);
          await sleep(100);
        } else throw new Error(`a save got ${reply.status}: ${JSON.stringify(reply.body)}`);
      }
    };
    const look = async ({ as }: (typeof people)[number]) => {
      while (going) {
        told.looked.add((await timed(() => send("listServices", { as, query: "limit=5" }))).status);
        await sleep(20);
      }
    };
    const all = Promise.all([...people.map(write), ...people.slice(0, 1).map(look)]);
    all.catch(() => undefined);
    try {
      const result = await until();
      await sleep(500);
      going = false;
      await all;
      return { result, told };
    } finally {
      going = false;
    }
  };
}

/** Rows of requests, each with the transaction that wrote it. */
const WRITTEN = `
  SELECT xmin::text::bigint AS "x", "requestId" AS "request" FROM "AuditEvent"
  UNION ALL SELECT xmin::text::bigint, NULL FROM "Entry"
  UNION ALL SELECT xmin::text::bigint, NULL FROM "ReadinessPoint"
  UNION ALL SELECT xmin::text::bigint, NULL FROM "ServiceState"
  UNION ALL SELECT xmin::text::bigint, NULL FROM "ServiceFacts"
  UNION ALL SELECT xmin::text::bigint, NULL FROM "CostModel"`;

/** What is wrong with what a database holds after a fault, looked at past any proxy; nothing, where all is well. */
export async function wrongIn(url: string, since: string, { kept, refused }: Told) {
  return withClient(url, async (client) => {
    const rows = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await client.query<T>(sql, values)).rows;
    const entries = await rows<{ reason: string; n: number }>(
      `SELECT "reason", count(*)::int AS "n" FROM "Entry" WHERE "reason" = ANY($1) GROUP BY 1`,
      [[...kept, ...refused]],
    );
    const times = new Map(entries.map(({ reason, n }) => [reason, n]));
    return {
      lost: kept.filter((reason) => times.get(reason) !== 1),
      refusedButThere: refused.filter((reason) => times.has(reason)),
      sharedTransactions: await rows(
        `SELECT "x", array_agg(DISTINCT "request") FROM (${WRITTEN}) w WHERE "x" >= $1::bigint
         GROUP BY 1 HAVING count(DISTINCT "request") <> 1`,
        [since],
      ),
      halfMade: await rows(
        `SELECT "slug" FROM "Service" s WHERE NOT EXISTS (SELECT FROM "ServiceState" t WHERE t."serviceId" = s."id")
          OR NOT EXISTS (SELECT FROM "ReadinessPoint" p WHERE p."serviceId" = s."id")
          OR NOT EXISTS (SELECT FROM "AuditEvent" e WHERE e."subjectType" = 'service' AND e."subjectId" = s."id"::text)`,
      ),
    };
  });
}

/** How many of our connections are in a transaction. */
export const inTransactions = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS "n" FROM pg_stat_activity WHERE datname = current_database()
         AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND backend_type = 'client backend'`,
    );
    return rows[0]?.n ?? -1;
  });
