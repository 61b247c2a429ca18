import "server-only";
import { createHash } from "node:crypto";
import { once } from "../config/once";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { AppError } from "../domain/errors";
import { FORGET_AFTER_MS, FREE_FAILURES, placesAfter, waitAfter } from "../domain/throttle";
import { counted } from "../domain/words";

/**
 * A secret that somebody tries, and by what its failures are counted. Each kind has counters of its own, so that wrong
 * links close nobody's sign-in. Who comes with the device cookie of an account is counted by that cookie alone: what
 * others do to the account, or from the same address, does not keep its owner out.
 */
export type Attempt =
  | { kind: "sign_in"; email: string; address: string; device: string | null }
  | { kind: "current_password"; person: string }
  | { kind: "invitation"; address: string };

/** One counter. `startsAnew`: the right secret ends its failures, not only the place of the attempt. */
interface Counter {
  key: string;
  startsAnew: boolean;
}
const counter = (name: string, value: string, startsAnew: boolean): Counter => ({
  key: `${name}:${createHash("sha256").update(value).digest("hex").slice(0, 40)}`,
  startsAnew,
});
const accountCounter = (email: string) => counter("account", email, true);
const currentCounter = (person: string) => counter("current", person, true);

/** What is shared by many comes first: whoever waits for a place there holds none of an account. */
function countersOf(attempt: Attempt): Counter[] {
  if (attempt.kind === "current_password") return [currentCounter(attempt.person)];
  if (attempt.kind === "invitation") return [counter("invitation", attempt.address, false)];
  if (attempt.device !== null) return [counter("device", attempt.device, true)];
  return [counter("address", attempt.address, false), accountCounter(attempt.email)];
}

/** So long an attempt waits for others to end before it is refused. */
const PATIENCE_MS = 30_000;
/** So long an attempt keeps its place when its process dies. */
const PLACE_KEPT_MS = 30_000;
/** More than this many of one counter do not wait in one process. */
const LONGEST_LINE = 200;

/**
 * Tries a secret. Failures are what counts, and an attempt takes a place among them before it is looked at: of guesses
 * sent at once, to whichever process, no more are looked at than might all fail. Who finds no place waits for one, so
 * that many with the right secret all get in. Only a wrong secret costs its place.
 * @throws AppError too_many_attempts while one of its counters waits, or no place came free; what `work` throws
 */
export async function guarded<T>(attempt: Attempt, now: Date, work: () => Promise<T>): Promise<T> {
  const counters = countersOf(attempt);
  const leave: (() => void)[] = [];
  try {
    const arrived = performance.now();
    for (const { key } of counters) leave.push(await enterLine(key));
    const at = await takePlaces(counters, now, arrived);
    return await settled(counters, at, work);
  } finally {
    for (const each of leave) each();
  }
}

async function settled<T>(counters: readonly Counter[], at: Date, work: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    const wrong = error instanceof AppError && error.details.wrongSecret === true;
    for (const { key } of counters) {
      await (wrong ? countFailure(key, at) : surely(() => giveBack(key, at)));
    }
    throw error;
  }
  for (const { key, startsAnew } of counters) {
    await surely(() => (startsAnew ? startAnew : giveBack)(key, at));
  }
  return result;
}

/** Tries a second and a third time where the database is busy: a place that is not given back is missed by others. */
async function surely(work: () => Promise<unknown>, left = 2): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (left === 0) throw error;
    await surely(work, left - 1);
  }
}

/** Forgets the failures of an account, whatever came of its password. */
export async function forgiveAccount(person: { id: string; email: string }): Promise<void> {
  for (const { key } of [accountCounter(person.email), currentCounter(person.id)]) {
    await db().signInThrottle.updateMany({ where: { key }, data: { failures: 0, blockedUntil: null } });
  }
}

/** What whoever tried too often is told. */
export function slowed(retryAfterSeconds: number): AppError {
  const message = `Too many attempts. Wait ${counted(retryAfterSeconds, "second")}, then try again.`;
  return new AppError("too_many_attempts", { message, retryAfterSeconds });
}

/**
 * Takes a place of every counter; holds none while it waits for one.
 * @returns when: the places are given back by it
 */
async function takePlaces(counters: readonly Counter[], now: Date, arrived: number): Promise<Date> {
  for (let waited = 0; ; waited = performance.now() - arrived) {
    const at = new Date(now.getTime() + waited);
    const taken: string[] = [];
    let wait = 0;
    for (const { key } of counters) {
      const refused = await takePlace(key, at);
      if (refused === null) taken.push(key);
      else wait = refused;
      if (refused !== null) break;
    }
    if (taken.length === counters.length) return at;
    for (const key of taken) await surely(() => giveBack(key, at));
    if (wait > 0) throw slowed(wait);
    if (waited > PATIENCE_MS) throw slowed(5);
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
  }
}

/** The waits of the rule, and its places, by number of failures, for SQL; from the last on they stay the same. */
const WAITS_MS = Array.from({ length: 32 }, (_, index) => waitAfter(index + 1));
const PLACES = Array.from({ length: FREE_FAILURES }, (_, index) => placesAfter(index));
const failuresAt = (now: Date) => {
  const forgotten = new Date(now.getTime() - FORGET_AFTER_MS);
  return Prisma.sql`CASE WHEN t."lastFailedAt" < ${forgotten} THEN 0 ELSE t."failures" END`;
};
/** Until when the place of an attempt is kept, which is how it is found again. */
const keptUntil = (at: Date) => new Date(at.getTime() + PLACE_KEPT_MS);
/** The attempts under way without one that took its place then. */
const without = (at: Date) => {
  const place = Prisma.sql`array_position(t."underWay", ${keptUntil(at)}::timestamptz)`;
  return Prisma.sql`CASE WHEN ${place} IS NULL THEN t."underWay"
    ELSE t."underWay"[:${place} - 1] || t."underWay"[${place} + 1:] END`;
};

/**
 * One place of a counter, in one statement, so that of attempts sent at once none slips through.
 * @returns null when it is taken; else seconds to wait, 0 when places come free as soon as others end
 */
async function takePlace(key: string, now: Date): Promise<number | null> {
  const until = keptUntil(now);
  const underWay = Prisma.sql`ARRAY(SELECT u FROM unnest(t."underWay") u WHERE u > ${now})`;
  const places = Prisma.sql`(${PLACES}::int[])[least(${failuresAt(now)} + 1, ${PLACES.length}::int)]`;
  const taken = await db().$executeRaw`
    INSERT INTO "SignInThrottle" AS t ("key", "failures", "lastFailedAt", "underWay")
    VALUES (${key}, 0, ${now}, ARRAY[${until}::timestamptz])
    ON CONFLICT ("key") DO UPDATE SET "underWay" = ${underWay} || ${until}::timestamptz
    WHERE (t."blockedUntil" IS NULL OR t."blockedUntil" <= ${now}) AND cardinality(${underWay}) < ${places}`;
  if (taken > 0) return null;
  const row = await db().signInThrottle.findUnique({ where: { key }, select: { blockedUntil: true } });
  return Math.max(0, Math.ceil(((row?.blockedUntil?.getTime() ?? 0) - now.getTime()) / 1000));
}

const giveBack = (key: string, at: Date) => db().$executeRaw`
  UPDATE "SignInThrottle" t SET "underWay" = ${without(at)} WHERE "key" = ${key}`;

const startAnew = (key: string, at: Date) => db().$executeRaw`
  UPDATE "SignInThrottle" t SET "underWay" = ${without(at)}, "failures" = 0, "blockedUntil" = NULL
  WHERE "key" = ${key}`;

async function countFailure(key: string, at: Date): Promise<void> {
  const failures = Prisma.sql`${failuresAt(at)} + 1`;
  const wait = Prisma.sql`(${WAITS_MS}::int[])[least(${failures}, ${WAITS_MS.length}::int)]`;
  await db().$executeRaw`
    INSERT INTO "SignInThrottle" AS t ("key", "failures", "lastFailedAt") VALUES (${key}, 1, ${at})
    ON CONFLICT ("key") DO UPDATE SET "underWay" = ${without(at)}, "failures" = ${failures},
      "lastFailedAt" = ${at}, "blockedUntil" = ${at}::timestamptz + nullif(${wait}, 0) * interval '1 millisecond'`;
}

/** Those of one counter in this process: who is in asks the database for a place, the others wait in memory. */
interface Line {
  inside: number;
  waiting: (() => void)[];
}
const lines = () => once("throttle-lines", () => new Map<string, Line>());

/** Waits for its turn. @returns what to call at the end @throws AppError too_many_attempts when the line is long */
async function enterLine(key: string): Promise<() => void> {
  const line = lines().get(key) ?? { inside: 0, waiting: [] };
  lines().set(key, line);
  if (line.inside < FREE_FAILURES) line.inside += 1;
  else if (line.waiting.length >= LONGEST_LINE) throw slowed(5);
  else await new Promise<void>((resolve) => line.waiting.push(resolve));
  return () => {
    const next = line.waiting.shift();
    if (next) next();
    else line.inside -= 1;
    if (line.inside === 0) lines().delete(key);
  };
}
