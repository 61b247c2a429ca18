import type { GivenAnswer } from "../domain/effective-verdict";
import type { Readiness } from "../domain/readiness";
import { assessAnswers, type ServiceRow } from "./assessment";
import { modelsOf } from "./cost-model";
import { type PointCause, Prisma } from "./generated/client";
import { checklistVersion } from "./published-questions";
import type { Tx } from "./transaction";
import { type EndedWaiver, endedSql, type OpenWaiver, standingOf, waiversAfter } from "./waivers";

/** A locked service to be counted anew, from its answers as they are by now. */
interface Recompute {
  service: ServiceRow & { waivers: readonly OpenWaiver[] };
  cause: PointCause;
  /** When the cause happened; ageing is computed as of it. */
  at: Date;
  answers: ReadonlyMap<string, GivenAnswer>;
}

/** What a point counts, as its columns are called, with their types. */
const COUNTED = {
  ...{ score: "int", standing: '"Standing"', counting: "int", answered: "int", gaps: "int", blockers: "int" },
  ...{ accepted: "int", stale: "int", unclear: "int", unanswered: "int" },
} as const satisfies Partial<Record<keyof Readiness, string>>;
const NAMES = Object.keys(COUNTED) as (keyof typeof COUNTED)[];
const COLUMNS = Prisma.raw(NAMES.map((name) => `"${name}"`).join(", "));
const TYPED = Prisma.raw(NAMES.map((name) => `"${name}" ${COUNTED[name]}`).join(", "));

/** What a readiness point says of a service (H2). */
export interface Point extends Pick<Readiness, "incidents" | "nextChangeAt"> {
  service: Pick<ServiceRow, "id" | "teamId" | "tier" | "lifecycle" | "deletedAt">;
  at: Date;
  cause: PointCause;
  counted: Readonly<Pick<Readiness, keyof typeof COUNTED>>;
}

/** How many are counted and written at once: others have their turn in between. */
const AT_A_TIME = 200;

/** What counting a service anew came to. */
interface Recomputed {
  /** When it next changes by itself. */
  nextChangeAt: Date | null;
  /** Its waivers and requests that are still open. */
  waivers: readonly OpenWaiver[];
}

/**
 * Counts locked services anew, each once, and writes a readiness point of each (H2). Waivers that what is true now ends, and
 * requests that it makes lapse, are written down as over (S6).
 * @param written what the caller writes itself, as parts of a WITH clause: sent with the first points
 * @returns what became of each, in their order
 */
export async function recordReadiness(
  tx: Tx,
  items: readonly Recompute[],
  written?: Prisma.Sql,
): Promise<Recomputed[]> {
  const models = items.every(({ service }) => service.models) ? {} : { models: (await modelsOf()).stamp };
  const found: Recomputed[] = [];
  for (let start = 0; start < items.length; start += AT_A_TIME) {
    const points: Point[] = [];
    const over: EndedWaiver[] = [];
    for (const { service, cause, at, answers } of items.slice(start, start + AT_A_TIME)) {
      const { questions } = await checklistVersion(service.checklistVersionId);
      const { left, ended } = waiversAfter(service.waivers, service, questions, answers, at);
      const assessed = await assessAnswers({ ...models, ...service }, at, answers, standingOf(left));
      const { readiness: counted } = assessed;
      const { incidents, nextChangeAt } = counted;
      points.push({ service, cause, at, counted, incidents, nextChangeAt });
      over.push(...ended);
      found.push({ nextChangeAt, waivers: left });
    }
    const parts = [start === 0 ? written : undefined, over.length > 0 ? endedSql(over) : undefined];
    const beside = parts.filter((part) => part !== undefined);
    await writeSome(tx, points, beside.length > 0 ? Prisma.join(beside) : undefined);
  }
  return found;
}

/** Writes readiness points of locked services, and up to when each is written down: one statement for some hundreds. */
export async function writePoints(tx: Tx, points: readonly Point[]): Promise<void> {
  for (let start = 0; start < points.length; start += AT_A_TIME)
    await writeSome(tx, points.slice(start, start + AT_A_TIME));
}

async function writeSome(tx: Tx, points: readonly Point[], written?: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    WITH ${written ? Prisma.sql`${written}, ` : Prisma.empty}"rows" AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(points.map(rowOf))}::jsonb) AS r("serviceId" uuid,
        "at" timestamptz, "cause" "PointCause", "teamId" uuid, "tier" smallint, "lifecycle" "Lifecycle",
        "deleted" boolean, ${TYPED}, "incidents" jsonb, "nextChangeAt" timestamptz)
    ), "state" AS (
      INSERT INTO "ServiceState" ("serviceId", "computedAt", "nextChangeAt")
      SELECT "serviceId", "at", "nextChangeAt" FROM "rows"
      ON CONFLICT ("serviceId") DO UPDATE SET "computedAt" = EXCLUDED."computedAt",
        "nextChangeAt" = EXCLUDED."nextChangeAt"
    )
    INSERT INTO "ReadinessPoint" ("serviceId", "at", "cause", "teamId", "tier", "lifecycle", "deleted", ${COLUMNS},
      "incidents")
    SELECT "serviceId", "at", "cause", "teamId", "tier", "lifecycle", "deleted", ${COLUMNS}, "incidents" FROM "rows"`;
}

function rowOf({ service, counted, ...rest }: Point) {
  const { id: serviceId, teamId, tier, lifecycle, deletedAt } = service;
  const counts = Object.fromEntries(NAMES.map((name) => [name, counted[name]]));
  return { serviceId, teamId, tier, lifecycle, deleted: deletedAt !== null, ...counts, ...rest };
}
