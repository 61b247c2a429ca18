import "server-only";
import type { Waiver } from "../../contracts/waivers";
import { Prisma } from "../../db/generated/client";
import { checklistVersion, type VersionWithQuestions } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type Actor, can } from "../../domain/policy";
import { questionNumbers } from "../../domain/question-number";
import type { Tier } from "../../domain/vocabulary";
import { decidesOwn, type WaivedVerdict, type WaiverEnd, type WaiverState } from "../../domain/waiver";

type Person = { id: string; name: string };

/** A waiver as its row has it, with the names of what it is about. */
export interface WaiverRead {
  id: string;
  serviceId: string;
  service: string;
  serviceName: string;
  teamId: string;
  team: string;
  teamName: string;
  tier: Tier;
  checklistVersionId: string;
  question: string;
  /** Null for a question without one. */
  title: string | null;
  /** One whose day is over has ended, whether that is written down yet or not. */
  state: WaiverState;
  verdict: WaivedVerdict;
  /** The one that it was asked for. */
  askedVerdict: WaivedVerdict;
  reason: string;
  measure: string;
  requestedBy: Person & { disabled: boolean };
  requestedAt: Date;
  askedUntil: string;
  decidedBy: Person | null;
  decidedAt: Date | null;
  decisionReason: string;
  soleDecider: boolean;
  until: string | null;
  endsAt: Date | null;
  endedAt: Date | null;
  endCause: WaiverEnd | null;
  endedBy: Person | null;
  endReason: string;
  renewal: number;
  acceptedSince: Date | null;
}

const personSql = (alias: string) =>
  Prisma.raw(
    `CASE WHEN ${alias}."id" IS NOT NULL THEN jsonb_build_object('id', ${alias}."id", 'name', ${alias}."name") END`,
  );

/** The state of a waiver `w` at an instant: its day may be over before that is written down. */
export const stateSql = (now: Date) =>
  Prisma.sql`(CASE WHEN w."state" = 'in_force' AND w."endsAt" < ${now} THEN 'ended' ELSE w."state"::text END)`;

/**
 * Waivers `w` of services `s` of teams `m` as they are at an instant: what selects them goes behind it, beginning with WHERE.
 * @param more columns, beginning with a comma
 */
export const selectWaivers = (now: Date, more = Prisma.empty) => Prisma.sql`
  SELECT w."id", w."serviceId", s."slug" AS "service", s."name" AS "serviceName", s."teamId", m."slug" AS "team",
    m."name" AS "teamName", s."tier", s."checklistVersionId", w."questionKey" AS "question",
    (SELECT nullif(t."title", '') FROM "QuestionTitle" t JOIN "ChecklistVersion" v ON v."checklistId" = t."checklistId"
      WHERE v."id" = s."checklistVersionId" AND t."key" = w."questionKey") AS "title", ${stateSql(now)} AS "state",
    coalesce(w."grantedVerdict", w."verdict") AS "verdict", w."verdict" AS "askedVerdict", w."reason", w."measure", 
    jsonb_build_object('id', r."id", 'name', r."name", 'disabled', r."disabledAt" IS NOT NULL) AS "requestedBy", w."requestedAt",
    w."askedUntil"::text AS "askedUntil", ${personSql("d")} AS "decidedBy", w."decidedAt", w."decisionReason",
    w."soleDecider", w."until"::text AS "until", w."endsAt", w."endReason", w."renewal",
    coalesce(w."endedAt", CASE WHEN w."endsAt" < ${now} THEN w."endsAt" + interval '1 millisecond' END) AS "endedAt",
    coalesce(w."endCause"::text, CASE WHEN w."endsAt" < ${now} THEN 'expired' END) AS "endCause",
    ${personSql("e")} AS "endedBy", CASE WHEN w."renewal" = 0 THEN w."decidedAt" ELSE (
      WITH RECURSIVE c AS (
        SELECT f."renewsId", f."decidedAt" FROM "Waiver" f WHERE f."id" = w."renewsId"
        UNION ALL SELECT f."renewsId", f."decidedAt" FROM "Waiver" f JOIN c ON f."id" = c."renewsId")
      SELECT min(c."decidedAt") FROM c) END AS "acceptedSince"${more}
  FROM "Waiver" w JOIN "Service" s ON s."id" = w."serviceId" JOIN "Team" m ON m."id" = s."teamId"
    JOIN "Person" r ON r."id" = w."requestedById" LEFT JOIN "Person" d ON d."id" = w."decidedById"
    LEFT JOIN "Person" e ON e."id" = w."endedById"`;

/** The enabled people who may decide waivers, by id (L8). */
export async function deciderIds(): Promise<string[]> {
  const where = { OR: [{ admin: true }, { executive: true }], disabledAt: null, example: false };
  const rows = await reader().person.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

/**
 * A waiver by id, as an actor sees it at `now`.
 * @param actor null for somebody who can do nothing to it
 * @throws AppError not_found
 */
export async function readWaiver(id: string, actor: Actor | null, now: Date): Promise<Waiver> {
  const [row] = await reader().$queryRaw<WaiverRead[]>`${selectWaivers(now)} WHERE w."id" = ${id}::uuid`;
  if (!row) throw new AppError("not_found", { message: "There is no such waiver." });
  return presentWaiver(row, actor, await deciderIds());
}

/** A waiver as the API shows it. @param deciders who may decide waivers, by id */
export async function presentWaiver(
  row: WaiverRead,
  actor: Actor | null,
  deciders: readonly string[],
): Promise<Waiver> {
  const {
    serviceId: _,
    askedVerdict: __,
    teamId,
    checklistVersionId,
    requestedAt,
    decidedAt,
    endsAt,
    endedAt,
    ...rest
  } = row;
  const version = await checklistVersion(checklistVersionId);
  const question = version.questions.find(({ key }) => key === row.question);
  const resource = { teamId, personId: row.requestedBy.id };
  const may = (action: Parameters<typeof can>[1]) => actor !== null && can(actor, action, resource);
  const isOpen = row.state === "requested";
  const isOthers = actor !== null && decidesOwn(row.requestedBy.id, actor.id, deciders) !== null;
  return {
    ...rest,
    number: numberOf(version, row.question),
    title: row.title ?? question?.text ?? row.question,
    text: question?.text ?? row.question,
    area: question?.area ?? null,
    critical: question?.critical ?? false,
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    acceptedSince: row.acceptedSince?.toISOString() ?? null,
    can: {
      decide: isOpen && isOthers && may("waiver:decide"),
      withdraw: isOpen && may("waiver:withdraw"),
      revoke: row.state === "in_force" && may("waiver:revoke"),
    },
  };
}

const numbers = new WeakMap<VersionWithQuestions, ReadonlyMap<string, string>>();

function numberOf(version: VersionWithQuestions, key: string): string {
  const known = numbers.get(version) ?? questionNumbers(version.questions);
  numbers.set(version, known);
  return known.get(key) ?? "";
}
