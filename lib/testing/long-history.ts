import { confirmAnswer } from "../commands/answers/confirm-answer";
import { saveAnswer } from "../commands/answers/save-answer";
import { deleteService } from "../commands/services/delete-service";
import { editService } from "../commands/services/edit-service";
import { restoreService } from "../commands/services/restore-service";
import { db } from "../db/client";
import { checklistVersion } from "../db/published-questions";
import { applies } from "../domain/applies";
import { canBeRestored } from "../domain/restoration";
import type { Tier } from "../domain/vocabulary";
import { aService, scopeOf } from "./factories";

type Made = Awaited<ReturnType<typeof aService>>;

/** Whole numbers below a limit, the same for the same seed (a linear congruence; good enough to vary a test). */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What happened by the hand of people, in the order in which it did. */
export interface LongHistory {
  services: Made[];
  /** When people did something. */
  instants: Date[];
}

/**
 * Services that people answer for, edit, delete and restore through the product's own commands, at uneven times within a
 * span, the same for the same seed.
 */
export async function aLongHistory({
  seed,
  from,
  to,
  services: count,
  steps,
  watch,
}: {
  seed: number;
  from: Date;
  to: Date;
  services: number;
  steps: number;
  /** Called after each thing that was done, with when it was. */
  watch?: (made: Pick<LongHistory, "services">, at: Date) => Promise<void>;
}): Promise<LongHistory> {
  const roll = dice(seed);
  const services: Made[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `Service ${index}`;
    services.push(await aService({ name, tier: 3, lifecycle: index % 2 === 0 ? "live" : "building" }, from));
  }
  const length = to.getTime() - from.getTime();
  const instants = Array.from({ length: steps }, () => new Date(from.getTime() + 1 + roll(length)));
  instants.sort((a, b) => a.getTime() - b.getTime());
  for (const at of instants) {
    await step(services, roll, at);
    await watch?.({ services }, at);
  }
  return { services, instants };
}

async function step(all: readonly Made[], roll: (sides: number) => number, at: Date): Promise<void> {
  const [made, other] = [all[roll(all.length)], all[roll(all.length)]];
  if (!made || !other) throw new RangeError("a history needs a service");
  const row = await db().service.findUniqueOrThrow({ where: { id: made.id } });
  const by = { ...made.resource, teamId: row.teamId };
  if (row.deletedAt && !canBeRestored(row.deletedAt, at)) return;
  if (row.deletedAt) return void (await restoreService(scopeOf(made.admin, "service:restore", by), {}, at));
  const kind = roll(20);
  const there = await db().service.count({ where: { id: other.id, deletedAt: null } });
  if (kind === 0) return void (await deleteService(scopeOf(made.admin, "service:delete", by), at));
  if (kind <= 3) {
    const change = [
      { tier: ([1, 2, 3, 4] as const)[roll(4)], reason: "It is what it is." },
      { tags: ["public", "payments", "batch"].slice(roll(3)), reason: "It is what it is." },
      { lifecycle: (["live", "building", "retired"] as const)[roll(3)] },
      { name: `Service at ${at.toISOString()}` },
      { dependsOn: made === other || there === 0 ? [] : [other.slug] },
    ][roll(5)];
    return void (await editService(scopeOf(made.admin, "service:edit", by), change as object, at));
  }
  const { questions } = await checklistVersion(row.checklistVersionId);
  const asked = questions.filter((each) => applies(each, { tier: row.tier as Tier, tags: row.tags }));
  // Few questions, so that each gets several entries.
  const key = asked[roll(Math.min(12, asked.length))]?.key ?? "";
  const before = await db().answer.findUnique({
    where: { serviceId_questionKey: { serviceId: made.id, questionKey: key } },
  });
  const expectedVersion = before?.version ?? 0;
  const scope = scopeOf(made.admin, "answer:save", by);
  const retired = row.lifecycle === "retired";
  if (before && kind <= 6 && retired) return;
  if (before && kind <= 6) return void (await confirmAnswer(scope, key, { expectedVersion }, at));
  const verdict = (["yes", "yes", "yes", "partly", "no", "unclear", "not_applicable"] as const)[roll(7)];
  // What is retired takes no answers.
  if (retired) return;
  const evidence = [{ label: "run", url: "https://ci.example.com/1" }];
  await saveAnswer(
    scope,
    key,
    { verdict: verdict ?? "yes", reason: `As of ${at.toISOString()}.`, evidence, expectedVersion },
    at,
  );
}
