import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { percentile } from "./load";

/** One writer's place: a service, a question of it, and the version of the answer there. */
export interface Place {
  service: string;
  question: string;
  version: number;
}

/** Places to write to: the first services, `perService` questions of each. */
export async function places(
  origin: string,
  headers: Record<string, string>,
  { services, perService }: { services: number; perService: number },
): Promise<Place[]> {
  const list = await json<{ items: { slug: string }[] }>(
    `${origin}/api/v1/services?lifecycle=live&limit=${services}`,
    headers,
  );
  const cards = [];
  for (const { slug } of list.items) {
    cards.push(
      await json<{ questions: { key: string; version: number }[] }>(
        `${origin}/api/v1/services/${slug}/scorecard`,
        headers,
      ).then(({ questions }) =>
        questions
          .slice(0, perService)
          .map((each) => ({ service: slug, question: each.key, version: each.version })),
      ),
    );
  }
  return cards.flat();
}

async function json<T>(url: string, headers: Record<string, string>): Promise<T> {
  const response = await fetch(url, { headers });
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

/** Saves another answer at a place. @returns milliseconds. @throws Error when it was not saved */
async function save(origin: string, headers: Record<string, string>, place: Place): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${origin}/api/v1/services/${place.service}/answers/${place.question}`, {
    method: "PUT",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({
      verdict: place.version % 2 === 0 ? "no" : "partly",
      reason: `Measured at version ${place.version}.`,
      expectedVersion: place.version,
    }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`save: ${response.status} ${text}`);
  place.version += 1;
  return performance.now() - began;
}

/** Each place saved again and again by a writer of its own. @returns saves a second */
export async function savesPerSecond(
  origin: string,
  headers: Record<string, string>,
  at: readonly Place[],
  seconds: number,
): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let saved = 0;
  await Promise.all(
    at.map(async (place) => {
      while (performance.now() < until) {
        await save(origin, headers, place);
        if (performance.now() < until) saved += 1;
      }
    }),
  );
  return saved / seconds;
}

/** Saves offered at a fixed rate, whether or not the last one is done. @returns p95 in milliseconds */
export async function offeredSaves(
  origin: string,
  headers: Record<string, string>,
  at: readonly Place[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number> {
  const began = performance.now();
  const under: Promise<number>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    await sleep(Math.max(0, began + (index * 1000) / perSecond - performance.now()));
    const place = at[index % at.length];
    if (place) under.push(save(origin, headers, place));
  }
  return percentile(await Promise.all(under), 0.95);
}

/** What a save writes beside the answer, as copies of rows that are there. */
const COPIES = ["ReadinessPoint", "AuditEvent", "Change"];

/**
 * The floor of saving: each place saved again and again by a writer of its own, the same rows written by nothing but
 * statements, in one transaction each. @returns saves a second
 */
export async function bareSavesPerSecond(
  databaseUrl: string,
  at: readonly Place[],
  seconds: number,
): Promise<number> {
  const clients = at.map(() => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const [first] = clients;
    if (!first) throw new Error("no place to save at");
    const columns = async (table: string) => {
      const { rows } = await first.query<{ name: string }>(
        `SELECT "column_name" AS "name" FROM information_schema.columns
         WHERE "table_name" = $1 AND "column_name" NOT IN ('id', 'xid', 'version')`,
        [table],
      );
      return rows.map(({ name }) => `"${name}"`).join(", ");
    };
    const entry = await columns("Entry");
    const others: string[] = [];
    for (const table of COPIES) {
      const names = await columns(table);
      others.push(
        `INSERT INTO "${table}" (${names}) SELECT ${names} FROM "${table}" ORDER BY "id" DESC LIMIT 1`,
      );
    }
    const until = performance.now() + seconds * 1000;
    let saved = 0;
    await Promise.all(
      at.map(async ({ service, question }, index) => {
        const client = clients[index] as pg.Client;
        while (performance.now() < until) {
          await client.query("BEGIN");
          const { rows } = await client.query<{ id: string }>(
            'SELECT "id" FROM "Service" WHERE "slug" = $1 FOR UPDATE',
            [service],
          );
          const of = [rows[0]?.id, question];
          await client.query(
            'UPDATE "Answer" SET "version" = "version" + 1 WHERE "serviceId" = $1 AND "questionKey" = $2',
            of,
          );
          await client.query(
            `INSERT INTO "Entry" (${entry}, "version") SELECT ${entry}, "version" + 1 FROM "Entry"
             WHERE "serviceId" = $1 AND "questionKey" = $2 ORDER BY "version" DESC LIMIT 1`,
            of,
          );
          await client.query('UPDATE "ServiceState" SET "computedAt" = now() WHERE "serviceId" = $1', [
            of[0],
          ]);
          for (const other of others) await client.query(other);
          await client.query("COMMIT");
          if (performance.now() < until) saved += 1;
        }
      }),
    );
    return saved / seconds;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
