import { pool } from "../client";
import type { Change } from "./change";
import { SETTLED_MS } from "./ledger";

const AT_A_TIME = 1_000;
const COLUMNS = `"id"::float8 AS "id", "at", "action", "actorId" AS "actor", "subjectType", "subjectId" AS "subject",
  "question", "version"`;
/** Whatever was written before is visible by now, or never will be. */
const LATELY = `clock_timestamp() - interval '${SETTLED_MS / 1_000} s'`;

/** Changes after an id, and some before it that were not visible yet, by id; a thousand at most. */
export async function readChanges(wanted: { after: number; missing: readonly number[] }): Promise<Change[]> {
  const { rows } = await pool().query<Change>(
    `SELECT ${COLUMNS} FROM "Change" WHERE "id" > $1 OR "id" = ANY($2::bigint[]) ORDER BY "id" LIMIT ${AT_A_TIME}`,
    [wanted.after, wanted.missing],
  );
  return rows;
}

/** Where to begin: the last id before which nothing can appear any more, and what came after it. */
export async function readPosition(): Promise<{ settled: number; recent: number[] }> {
  const { rows } = await pool().query<{ id: number; settled: boolean }>(
    `SELECT "id"::float8 AS "id", "at" < ${LATELY} AS "settled" FROM "Change" WHERE "at" >= ${LATELY}
     OR "id" = (SELECT max("id") FROM "Change" WHERE "at" < ${LATELY}) ORDER BY "id"`,
  );
  const first = rows[0];
  return {
    settled: first?.settled ? first.id : 0,
    recent: rows.filter((row) => !row.settled).map((row) => row.id),
  };
}

/** The newest id in the table; 0 when it is empty. */
export async function newestChange(): Promise<number> {
  const { rows } = await pool().query<{ id: number }>(
    `SELECT coalesce(max("id"), 0)::float8 AS "id" FROM "Change"`,
  );
  return rows[0]?.id ?? 0;
}

/** How much of the past somebody gets who does not say what they heard last. */
const FRESH_S = 15;

/**
 * What a listener missed, by id: everything after the last change that they heard, and what may have become visible
 * late before it. Null when that is not known any more. @param heard null: they just came, and get the last seconds
 */
export async function readMissed(heard: number | null): Promise<Change[] | null> {
  if (heard === null) {
    const { rows } = await pool().query<Change>(
      `SELECT ${COLUMNS} FROM "Change" WHERE "at" > clock_timestamp() - interval '${FRESH_S} s' ORDER BY "id" LIMIT ${AT_A_TIME}`,
    );
    return rows;
  }
  const { rows } = await pool().query<Change & { heardAt: Date | null }>(
    `SELECT ${COLUMNS} FROM "Change", (SELECT "at" AS "heardAt" FROM "Change" WHERE "id" = $1) AS "heard"
     WHERE "id" >= $1 OR "at" > "heardAt" - interval '${SETTLED_MS / 1_000} s' ORDER BY "id" LIMIT ${AT_A_TIME}`,
    [heard],
  );
  const isKnown = rows.some((row) => row.id === heard);
  return isKnown && rows.length < AT_A_TIME ? rows.filter((row) => row.id !== heard) : null;
}
