import type { GivenAnswer } from "../domain/effective-verdict";
import { AppError } from "../domain/errors";
import { type Action, type Actor, can } from "../domain/policy";
import type { ServiceTexts } from "../domain/service-texts";
import {
  type AnswerRow,
  type AnswersRead,
  answerOf,
  answerSql,
  type GivenRead,
  givenOf,
  givenSql,
  SELECT_ANSWERS,
  type ServiceRow,
} from "./assessment";
import { type Doer, MODELS, modelFloor, modelsOf } from "./cost-model";
import { Prisma } from "./generated/client";
import { latest } from "./latest";
import { recordReadiness } from "./record-readiness";
import { textColumns } from "./service-texts";
import type { Tx } from "./transaction";
import { type OpenWaiver, type OpenWaiversRead, openWaiversOf, openWaiversSql } from "./waivers";

/** A service whose row is locked until the transaction ends, and the instant that its changes are dated. */
export interface LockedService extends ServiceRow, ServiceTexts {
  links: { label: string; url: string }[];
  /**
   * `now`, or just after the last change if that was later: history never runs backwards, and has no ties. Never before
   * the cost model in force: what is computed from it counts from then on.
   */
  at: Date;
  /** Its waivers in force, and the requests for some. */
  waivers: readonly OpenWaiver[];
}

/** One that is locked alone, with what the rules need of its answers as they are now, by question key. */
export interface LockedWithAnswers extends LockedService {
  answers: ReadonlyMap<string, GivenAnswer>;
  /** The whole answer to the question that was asked for; null where there is none. */
  answer: AnswerRow | null;
}

type Answers = ReadonlyMap<string, AnswerRow>;

/** What is read of a service once it is locked. */
interface State {
  id: string;
  computedAt: Date | null;
  nextChangeAt: Date | null;
  models: string;
  waivers: OpenWaiversRead;
  /** Null where nobody asked for them. */
  answers: GivenRead | null;
  answer: AnswersRead[number] | null;
}

/** One that was just locked, and the next instant at which it changes by itself. */
type JustLocked = LockedService & {
  answers: LockedWithAnswers["answers"] | null;
  answer: AnswerRow | null;
  next: Date | null;
};

const NOTHING = Prisma.sql`NULL`;

/** What a scope says of a service: who wants to do what to it. */
export interface ServiceScope {
  action: Action;
  viewer: { actor: Actor } & Doer;
  resource: { id: string; teamId: string };
}

/**
 * Locks the service of a scope: whatever changes one does so first, so that two changes at once are both in the sum.
 * What ageing did to it meanwhile is written down before anything else happens to it (H2).
 * @param question key of the one whose answer is asked for whole
 * @throws AppError not_found; gone when it is deleted, unless `evenDeleted`; forbidden when it moved meanwhile to a
 *   team where the viewer may not do this
 */
export async function lockService(
  tx: Tx,
  scope: ServiceScope,
  now: Date,
  { evenDeleted = false, question }: { evenDeleted?: boolean; question?: string } = {},
): Promise<LockedWithAnswers> {
  const service = await lockById(tx, scope.resource.id, now, scope.viewer, question);
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

/** Locks a service, on nobody's behalf, and reads its answers with its state. @throws AppError not_found */
export async function lockById(
  tx: Tx,
  id: string,
  now: Date,
  by?: Doer,
  question?: string,
): Promise<LockedWithAnswers> {
  const answer = question === undefined ? NOTHING : answerSql(id, question);
  const [service] = await lock(tx, [id], now, by, { answers: givenSql(Prisma.sql`${id}::uuid`), answer });
  if (!service) throw new AppError("not_found", { message: "This service no longer exists." });
  const { next: _, answers, ...row } = service;
  return { ...row, answers: answers ?? new Map() };
}

/** Locks many services. @returns them by id; those that are not there are left out */
export async function lockServices(
  tx: Tx,
  ids: readonly string[],
  now: Date,
  by?: Doer,
): Promise<Map<string, LockedService>> {
  const locked = ids.length === 0 ? [] : await lock(tx, ids, now, by);
  return new Map(locked.map(({ next: _, answers: __, answer: ___, ...service }) => [service.id, service]));
}

/**
 * Locks services in the order of their ids, and writes down what ageing did to them up to `now`.
 * Their states are read by a statement of its own after the lock: one statement would show a waiter the state from before
 * its wait. Foreign keys to a service do not wait for this lock, so that two services may come to depend on each other at
 * once.
 * @param asked what else is read of the one that is locked, as columns
 */
async function lock(
  tx: Tx,
  ids: readonly string[],
  now: Date,
  by: Doer | undefined,
  asked: { answers: Prisma.Sql; answer: Prisma.Sql } = { answers: NOTHING, answer: NOTHING },
): Promise<JustLocked[]> {
  const services = await tx.$queryRaw<Omit<LockedService, "at" | "waivers">[]>`
    SELECT "id", "slug", "teamId", "name", "tier", "lifecycle", "tags", "checklistVersionId", "scopeChangedAt",
      "version", "deletedAt", ${textColumns()}, "links"
    FROM "Service" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  if (services.length === 0) return [];
  const states = await tx.$queryRaw<State[]>`
    SELECT s."id", t."computedAt", t."nextChangeAt", ${MODELS} AS "models", ${asked.answers} AS "answers",
      ${asked.answer} AS "answer", ${openWaiversSql(Prisma.sql`s."id"`)} AS "waivers"
    FROM "Service" s LEFT JOIN "ServiceState" t ON t."serviceId" = s."id" WHERE s."id" = ANY(${ids}::uuid[])`;
  const models = await modelsOf(states[0]?.models);
  const byId = new Map(states.map((state) => [state.id, state]));
  const locked = services.map((service): JustLocked => {
    const state = byId.get(service.id);
    return {
      ...service,
      at: latest(now, { after: state?.computedAt, from: modelFloor(models, by) }),
      models: models.stamp,
      waivers: openWaiversOf(state?.waivers ?? null),
      answers: state?.answers ? givenOf(state.answers) : null,
      answer: state?.answer ? answerOf(state.answer) : null,
      next: service.deletedAt ? null : (state?.nextChangeAt ?? null),
    };
  });
  await age(tx, locked);
  return locked;
}

/** A point for every instant at which a service changed by itself, dated when it did: one round for each of its own. */
async function age(tx: Tx, locked: readonly JustLocked[]): Promise<void> {
  const due = () => locked.filter((service) => service.next !== null && service.next <= service.at);
  const unread = due().filter((service) => service.answers === null);
  const answers = await givenAnswersOf(
    tx,
    unread.map((each) => each.id),
  );
  for (let round = due(); round.length > 0; round = due()) {
    const recomputed = await recordReadiness(
      tx,
      round.map(({ next: due, answer: _, ...service }) => ({
        service,
        cause: "ageing" as const,
        at: due ?? service.at,
        answers: service.answers ?? answers(service.id),
      })),
    );
    for (const [index, service] of round.entries()) {
      service.at = latest(service.at, { after: service.next });
      service.next = recomputed[index]?.nextChangeAt ?? null;
      service.waivers = recomputed[index]?.waivers ?? service.waivers;
    }
  }
}

/** What the rules need of the current answers of many services: one statement. @returns those of one, by question key */
export async function givenAnswersOf(
  tx: Tx,
  ids: readonly string[],
): Promise<(serviceId: string) => LockedWithAnswers["answers"]> {
  if (ids.length === 0) return () => new Map();
  const rows = await tx.$queryRaw<{ id: string; answers: GivenRead }[]>`
    SELECT s."id", ${givenSql(Prisma.sql`s."id"`)} AS "answers" FROM "Service" s WHERE s."id" = ANY(${ids}::uuid[])`;
  const all = new Map(rows.map(({ id, answers }) => [id, givenOf(answers)]));
  return (serviceId) => all.get(serviceId) ?? new Map();
}

/** The current answers of many services: one statement. @returns those of one, by question key */
export async function answersOf(tx: Tx, ids: readonly string[]): Promise<(serviceId: string) => Answers> {
  if (ids.length === 0) return () => new Map();
  const rows = await tx.$queryRaw<(AnswerRow & { serviceId: string })[]>`
    ${SELECT_ANSWERS} WHERE a."serviceId" = ANY(${ids}::uuid[])`;
  const all = new Map<string, Map<string, AnswerRow>>();
  for (const row of rows) {
    const answers = all.get(row.serviceId) ?? new Map<string, AnswerRow>();
    all.set(row.serviceId, answers.set(row.questionKey, row));
  }
  return (serviceId) => all.get(serviceId) ?? new Map();
}
