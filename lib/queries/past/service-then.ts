import "server-only";
import type { Scope } from "../../auth/scope";
import type { Scorecard } from "../../contracts/scorecard";
import type { Service } from "../../contracts/services";
import { type AnswerRow, type Assessment, assessAnswers } from "../../db/assessment";
import { reader } from "../../db/transaction";
import { dayOf } from "../../domain/as-of";
import { AppError } from "../../domain/errors";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { neighboursOf } from "../scorecard/neighbours";
import { loadScorecard, presentScorecard } from "../scorecard/scorecard";
import { loadService } from "../services/service";
import { type FactsThen, loadFactsThen } from "./facts-then";
import { type Moment, momentOf } from "./moment";

const NOTHING_TO_DO = {
  edit: false,
  narrow: false,
  retire: false,
  move: false,
  delete: false,
  restore: false,
  answer: false,
  plan: false,
};

/**
 * The facts of a service as of an instant; nothing can be done to the past (H3).
 * @param asOf an instant or a day; now when left out
 * @throws AppError not_found before the service was there; invalid_input for what is still to come
 */
export async function loadServiceThen(
  scope: Scope<"service:read">,
  asOf: string | undefined,
  now: Date,
): Promise<Service> {
  if (asOf === undefined) return loadService(scope, now);
  const moment = await momentOf(asOf, now);
  return moment.past ? (await loadThen(scope, moment, now)).service : loadService(scope, now);
}

/**
 * Where a service stood at an instant, by its entries and facts of then (H1, H3). Plans are kept for the present only,
 * and are left out. Seven statements at most.
 * @param asOf an instant or a day; now when left out
 * @throws AppError not_found before the service was there; invalid_input for what is still to come
 */
export async function loadScorecardThen(
  scope: Scope<"service:read">,
  asOf: string | undefined,
  now: Date,
): Promise<Scorecard> {
  if (asOf === undefined) return loadScorecard(scope, now);
  const moment = await momentOf(asOf, now);
  if (!moment.past) return loadScorecard(scope, now);
  const { facts, ...parts } = await loadThen(scope, moment, now);
  return presentScorecard({ row: facts, ...parts, plans: new Map() }, moment.at);
}

async function loadThen(scope: Scope<"service:read">, moment: Moment, now: Date) {
  const { at } = moment;
  const [facts] = await loadFactsThen([scope.resource.id], at);
  if (!facts) throw await notThereYet(scope.resource.id, moment);
  const version = await reader().serviceFacts.count({ where: { serviceId: facts.id, at: { lte: at } } });
  const assessment = await assessAnswers({ ...facts, version }, at, await answersThen(facts.id, at));
  const neighbours = neighboursOf(await snapshotAt(at.toISOString(), now), facts.id);
  return { facts, service: present(facts, version, assessment, neighbours), assessment, neighbours };
}

async function notThereYet(id: string, { day, timeZone }: Moment): Promise<AppError> {
  const row = await reader().service.findUnique({ where: { id }, select: { name: true, createdAt: true } });
  const created = row ? `: it was created on ${dayOf(row.createdAt, timeZone)}` : "";
  return new AppError("not_found", {
    message: `${row?.name ?? "This service"} was not there yet on ${day}${created}.`,
  });
}

function present(
  facts: FactsThen,
  version: number,
  { checklist, readiness }: Assessment,
  neighbours: Pick<Scorecard, "dependsOn">,
): Service {
  const { id, slug, name, team, teamName, tier, lifecycle, tags, description, links } = facts;
  return {
    id,
    slug,
    name,
    team,
    teamName,
    tier,
    lifecycle,
    tags,
    description,
    links,
    dependsOn: neighbours.dependsOn.map((each) => each.slug),
    checklist: { key: checklist.checklist.key, version: checklist.number },
    version,
    example: facts.example,
    createdAt: facts.createdAt.toISOString(),
    deletedAt: facts.deletedAt?.toISOString() ?? null,
    standing: readiness.standing,
    score: readiness.score,
    can: NOTHING_TO_DO,
  };
}

/** The answers of a service at an instant with all that they said, by question key: one statement. */
async function answersThen(serviceId: string, at: Date): Promise<Map<string, AnswerRow>> {
  const rows = await reader().$queryRaw<AnswerRow[]>`
    SELECT e."questionKey", e."to" AS "verdict", e."reason", e."evidence", e."version",
      coalesce(e."savedAt", e."at") AS "savedAt", e."meaning", e."personId" AS "savedById", p."name" AS "savedByName",
      e."source", CASE WHEN e."importedById" IS NOT NULL THEN e."at" END AS "importedAt", e."importedById",
      i."name" AS "importedByName", e."claimedBy", e."claimedSource", e."tokenName"
    FROM "Answer" a CROSS JOIN LATERAL (
      SELECT * FROM "Entry" n WHERE n."serviceId" = a."serviceId" AND n."questionKey" = a."questionKey"
        AND n."at" <= ${at}::timestamptz ORDER BY n."version" DESC LIMIT 1) e
    JOIN "Person" p ON p."id" = e."personId" LEFT JOIN "Person" i ON i."id" = e."importedById"
    WHERE a."serviceId" = ${serviceId}::uuid`;
  return new Map(rows.map((row) => [row.questionKey, row]));
}
