import type { ExamplePlan } from "../domain/example/history";
import type { Ids, ServiceRows } from "../domain/example/replay";
import { insertRows, type SendJson } from "./insert-rows";

/** A service whose history was lived through, and what only its rows know. */
export interface WrittenService {
  rows: ServiceRows;
  plans: readonly ExamplePlan[];
  slug: string;
  checklistVersionId: string;
  /** What its questions mean by key, where that is not 1: all of its answers were given to that (S5). */
  meanings?: ReadonlyMap<string, number>;
  example: boolean;
}

/**
 * Writes services with their whole history, as the commands and the ageing job would have left it. Teams, people and
 * the services that they depend on are there already, or among them.
 */
export async function writeHistory(
  send: SendJson,
  services: readonly WrittenService[],
  ids: Pick<Ids, "person">,
): Promise<void> {
  const of = <T>(make: (service: WrittenService) => readonly T[]) => services.flatMap(make);
  const inTime = <T extends { at: Date }>(rows: T[]) => rows.sort((a, b) => a.at.getTime() - b.at.getTime());
  await insertRows(send, "Service", services.map(serviceRow));
  await insertRows(
    send,
    "ServiceDependency",
    of(({ rows }) => last(rows).dependsOn.map((dependsOnId) => ({ serviceId: rows.id, dependsOnId }))),
  );
  await insertRows(
    send,
    "ServiceFacts",
    inTime(
      of(({ rows, checklistVersionId }) =>
        rows.facts.map((facts) => ({ serviceId: rows.id, ...facts, checklistVersionId, deleted: false })),
      ),
    ),
  );
  await insertRows(
    send,
    "Answer",
    of(({ rows, meanings }) =>
      rows.answers.map((answer) => ({
        ...{ serviceId: rows.id, ...answer, source: "person" },
        meaning: meanings?.get(answer.questionKey) ?? 1,
      })),
    ),
  );
  await insertRows(
    send,
    "Entry",
    inTime(
      of(({ rows, meanings }) =>
        rows.entries.map(({ verdict: to, savedAt: at, savedById: personId, ...entry }) => ({
          ...{ serviceId: rows.id, ...entry, to, at, personId },
          ...{ source: "person", meaning: meanings?.get(entry.questionKey) ?? 1 },
        })),
      ),
    ),
  );
  await insertRows(
    send,
    "GapPlan",
    of(({ rows, plans }) =>
      plans.map(({ question: questionKey, owner, changedBy, ...plan }) => ({
        ...{ serviceId: rows.id, questionKey, ownerId: owner && ids.person(owner), ...plan },
        changedById: ids.person(changedBy),
      })),
    ),
  );
  await insertRows(
    send,
    "ServiceState",
    of(({ rows }) => [{ serviceId: rows.id, ...rows.state }]),
  );
  await insertRows(
    send,
    "Gap",
    of(({ rows }) => rows.gaps.map((gap) => ({ serviceId: rows.id, ...gap }))),
  );
  await insertRows(
    send,
    "ReadinessPoint",
    inTime(of(({ rows }) => rows.points.map((point) => ({ serviceId: rows.id, ...point })))),
  );
}

function last({ facts, id }: ServiceRows): ServiceRows["facts"][number] {
  const newest = facts.at(-1);
  if (!newest) throw new RangeError(`service ${id} has no facts`);
  return newest;
}

function serviceRow({ rows, slug, checklistVersionId, example }: WrittenService) {
  const { name, teamId, description, tier, lifecycle, tags, links } = last(rows);
  const facts = { name, teamId, description, tier, lifecycle, tags, links };
  const { id, version, scopeChangedAt } = rows;
  const createdAt = rows.facts[0]?.at;
  return { id, slug, ...facts, checklistVersionId, scopeChangedAt, example, version, createdAt };
}
