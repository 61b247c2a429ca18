import { AppError } from "../domain/errors";
import { type Action, type Actor, can } from "../domain/policy";
import { type AnswerRow, type AnswersRead, answersOf, answersSql, type ServiceRow } from "./assessment";
import { type Doer, MODELS, modelFloor, modelsOf } from "./cost-model";
import { latest } from "./latest";
import { recordReadiness } from "./record-readiness";
import type { Tx } from "./transaction";

/** A service whose row is locked until the transaction ends, and the instant that its changes are dated. */
export interface LockedService extends ServiceRow {
  description: string;
  links: { label: string; url: string }[];
  /**
   * `now`, or just after the last change if that was later: history never runs backwards, and has no ties. Never before
   * the cost model in force: what is computed from it counts from then on.
   */
  at: Date;
}

/** One that is locked alone, with its answers as they are now, by question key. */
export interface LockedWithAnswers extends LockedService {
  answers: ReadonlyMap<string, AnswerRow>;
}

/** What is read of it once it is locked. */
interface State {
  computedAt: Date | null;
  nextChangeAt: Date | null;
  models: string;
  answers: AnswersRead;
}

/** What a scope says of a service: who wants to do what to it. */
export interface ServiceScope {
  action: Action;
  viewer: { actor: Actor } & Doer;
  resource: { id: string; teamId: string };
}

/**
 * Locks the service of a scope: whatever changes one does so first, so that two changes at once are both in the sum.
 * What ageing did to it meanwhile is written down before anything else happens to it (H2).
 * @throws AppError not_found; gone when it is deleted, unless `evenDeleted`; forbidden when it moved meanwhile to a
 *   team where the viewer may not do this
 */
export async function lockService(
  tx: Tx,
  scope: ServiceScope,
  now: Date,
  { evenDeleted = false } = {},
): Promise<LockedWithAnswers> {
  const service = await lockById(tx, scope.resource.id, now, scope.viewer);
  if (service.teamId !== scope.resource.teamId && !can(scope.viewer.actor, scope.action, service)) {
    throw new AppError("forbidden", {
      message: "This service has just moved to another team. Nothing was changed.",
    });
  }
  if (service.deletedAt && !evenDeleted) {
    throw new AppError("gone", { message: "This service was deleted. It can be restored for 30 days." });
  }
  return service;
}

/**
 * Locks a service, on nobody's behalf, and writes down what ageing did to it up to `now`.
 * The state is read by a statement of its own after the lock: one statement would show a waiter the state from before
 * its wait. Foreign keys to the service do not wait for this lock, so that two services may come to depend on each
 * other at once.
 * @throws AppError not_found
 */
export async function lockById(tx: Tx, id: string, now: Date, by?: Doer): Promise<LockedWithAnswers> {
  const [service] = await tx.$queryRaw<Omit<LockedService, "at">[]>`
    SELECT "id", "slug", "teamId", "name", "tier", "lifecycle", "tags", "checklistVersionId", "scopeChangedAt",
      "version", "deletedAt", "description", "links"
    FROM "Service" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  if (!service) throw new AppError("not_found", { message: "This service is not there any more." });
  const [state] = await tx.$queryRaw<State[]>`
    SELECT t."computedAt", t."nextChangeAt", ${MODELS} AS "models", ${answersSql(id)} AS "answers"
    FROM "Service" s LEFT JOIN "ServiceState" t ON t."serviceId" = s."id" WHERE s."id" = ${id}::uuid`;
  const models = await modelsOf(state?.models);
  const row = { ...service, models: models.stamp, answers: answersOf(state?.answers) };
  const at = latest(now, { after: state?.computedAt ?? null, from: modelFloor(models, by) });
  const aged = service.deletedAt ? null : await age(tx, row, state?.nextChangeAt ?? null, at);
  return { ...row, at: latest(at, { after: aged }) };
}

/**
 * Appends a point for every instant up to `until` at which a service changed by itself, dated when it did.
 * @returns the instant of the last one, or null
 */
async function age(
  tx: Tx,
  service: Omit<LockedWithAnswers, "at">,
  first: Date | null,
  until: Date,
): Promise<Date | null> {
  let last: Date | null = null;
  let next = first;
  while (next && next <= until) {
    const { readiness } = await recordReadiness(tx, service, "ageing", next, { answers: service.answers });
    last = next;
    next = readiness.nextChangeAt;
  }
  return last;
}
