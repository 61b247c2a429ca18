import { type AnswerRow, SELECT_ANSWERS } from "./assessment";
import { type Doer, MODELS, modelFloor, modelsOf } from "./cost-model";
import { latest } from "./latest";
import { type Recompute, recordMany } from "./record-many";
import type { LockedService } from "./service-lock";
import type { Tx } from "./transaction";

type Answers = Map<string, AnswerRow>;

/**
 * Locks many services in the order of their ids, as lockById does with one: what ageing did to them meanwhile is written
 * down first (H2). Those that are not there are left out.
 */
export async function lockServices(
  tx: Tx,
  ids: readonly string[],
  now: Date,
  by?: Doer,
): Promise<Map<string, LockedService>> {
  if (ids.length === 0) return new Map();
  const services = await tx.$queryRaw<Omit<LockedService, "at">[]>`
    SELECT "id", "slug", "teamId", "name", "tier", "lifecycle", "tags", "checklistVersionId", "scopeChangedAt",
      "version", "deletedAt", "description", "links"
    FROM "Service" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  const states = await tx.$queryRaw<
    { serviceId: string; computedAt: Date; nextChangeAt: Date | null; models: string }[]
  >`
    SELECT "serviceId", "computedAt", "nextChangeAt", ${MODELS} AS "models" FROM "ServiceState" WHERE "serviceId" = ANY(${ids}::uuid[])`;
  const models = await modelsOf(states[0]?.models);
  const byId = new Map(states.map((state) => [state.serviceId, state]));
  const locked = services.map((service): LockedService & { next: Date | null } => {
    const state = byId.get(service.id);
    const at = latest(now, { after: state?.computedAt, from: modelFloor(models, by) });
    return {
      ...service,
      at,
      models: models.stamp,
      next: service.deletedAt ? null : (state?.nextChangeAt ?? null),
    };
  });
  await age(tx, locked);
  return new Map(locked.map(({ next: _, ...service }) => [service.id, service]));
}

/** A point for every instant at which a service changed by itself, dated when it did: one round for each of its own. */
async function age(tx: Tx, locked: readonly (LockedService & { next: Date | null })[]): Promise<void> {
  const due = () => locked.filter((service) => service.next !== null && service.next <= service.at);
  if (due().length === 0) return;
  const answers = await answersOf(
    tx,
    due().map((each) => each.id),
  );
  for (let round = due(); round.length > 0; round = due()) {
    const items = round.map((service): Recompute & { service: LockedService } => {
      const { next, ...row } = service;
      return { service: row, cause: "ageing", at: next ?? row.at, answers: answers(row.id) };
    });
    const next = await recordMany(tx, items);
    for (const service of round) {
      const aged = service.next;
      service.at = latest(service.at, { after: aged });
      service.next = next.get(service.id) ?? null;
    }
  }
}

/** The current answers of many services: one statement. @returns those of one, by question key */
export async function answersOf(tx: Tx, ids: readonly string[]): Promise<(serviceId: string) => Answers> {
  const rows = await tx.$queryRaw<(AnswerRow & { serviceId: string })[]>`
    ${SELECT_ANSWERS} WHERE a."serviceId" = ANY(${ids}::uuid[])`;
  const all = new Map<string, Answers>();
  for (const row of rows) {
    const answers = all.get(row.serviceId) ?? new Map<string, AnswerRow>();
    all.set(row.serviceId, answers.set(row.questionKey, row));
  }
  return (serviceId) => all.get(serviceId) ?? new Map<string, AnswerRow>();
}
