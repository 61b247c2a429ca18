import "server-only";
import type { Scope } from "../../auth/scope";
import type { Scorecard } from "../../contracts/scorecard";
import type { Service } from "../../contracts/services";
import type { Link } from "../../contracts/text";
import { type AnswerRow, assessAnswers } from "../../db/assessment";
import { reader } from "../../db/transaction";
import { dayOf } from "../../domain/as-of";
import { AppError } from "../../domain/errors";
import { eachText, textsOf } from "../../domain/service-texts";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { loadService } from "../services/service";
import { neighboursOf } from "./neighbours";
import { loadScorecard, presentScorecard } from "./scorecard";

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
  const snapshot = await snapshotAt(asOf, now);
  return snapshot.past ? (await loadThen(scope, snapshot)).service : loadService(scope, now);
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
  const snapshot = await snapshotAt(asOf, now);
  if (!snapshot.past) return loadScorecard(scope, now);
  return presentScorecard({ ...(await loadThen(scope, snapshot)), plans: new Map() }, snapshot.at);
}

async function loadThen(scope: Scope<"service:read">, snapshot: Snapshot) {
  const { at } = snapshot;
  const then = snapshot.byId.get(scope.resource.id);
  if (!then) throw await notThereYet(scope.resource.id, snapshot);
  const { id, slug, facts, deletedAt } = then;
  const texts = await reader().serviceFacts.findUniqueOrThrow({
    where: { id: BigInt(facts.id) },
    select: { ...eachText(() => true as const), links: true },
  });
  const version = await reader().serviceFacts.count({ where: { serviceId: id, at: { lte: at } } });
  const row = { ...facts, id, slug, tags: [...facts.tags], version, deletedAt };
  const assessment = await assessAnswers(row, at, await answersThen(id, at), then.standingWaivers);
  const neighbours = neighboursOf(snapshot, id);
  const service: Service = {
    ...present(then, snapshot),
    ...textsOf(texts),
    ...{ links: texts.links as unknown as Link[], version },
    dependsOn: neighbours.dependsOn.map((each) => each.slug),
  };
  return { row, service, assessment, titles: snapshot.titles, neighbours };
}

async function notThereYet(id: string, { day, timeZone }: Snapshot): Promise<AppError> {
  const row = await reader().service.findUnique({ where: { id }, select: { name: true, createdAt: true } });
  const created = row ? `: it was created on ${dayOf(row.createdAt, timeZone)}` : "";
  return new AppError("not_found", {
    message: `${row?.name ?? "This service"} was not there yet on ${day}${created}.`,
  });
}

/** What the snapshot knows of a service; its texts stand in Postgres. */
function present(
  { id, slug, facts, checklist, service, deletedAt, standing, score }: ServiceThen,
  snapshot: Snapshot,
) {
  const team = teamOf(snapshot, facts.teamId);
  return {
    ...{ id, slug, name: facts.name, team: team.slug, teamName: team.name, tier: facts.tier },
    ...{ lifecycle: facts.lifecycle, tags: [...facts.tags], example: service.example, standing, score },
    checklist: { key: checklist.version.checklist.key, version: checklist.version.number },
    createdAt: service.createdAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
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
