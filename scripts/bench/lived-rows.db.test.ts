import { beforeAll, expect, it } from "vitest";
import { Stage } from "@/lib/commands/example/play-example";
import { db } from "@/lib/db/client";
import { checklistVersion, newestChecklist } from "@/lib/db/published-questions";
import { inTransaction, withPatience } from "@/lib/db/transaction";
import type { Step } from "../../prisma/demo/example/steps";
import { liveAll, together } from "../../prisma/demo/example/story";
import { workingDays } from "../../prisma/demo/example/working-days";
import { livedRows } from "./lived-rows";

/** One with a tier that is raised and a team's plans, one that the story tells about, one that moves and is left alone. */
const SERVICES = ["basket", "jobs", "returns"];

/** A step where it is about a service; as if it depended on nothing. */
function about(key: string, step: Step): Step[] {
  const services =
    step.kind === "answers" ? step.answers : step.kind === "plans" ? step.plans : [{ service: step.service }];
  if (services[0]?.service !== key || (step.kind === "edited" && step.change.dependsOn)) return [];
  return step.kind === "added" ? [{ ...step, facts: { ...step.facts, dependsOn: [] } }] : [step];
}

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: new Date() },
  });
});

it.each(SERVICES)("what is lived through is what the commands write, for %s", async (key) => {
  const now = new Date();
  const { questions } = await checklistVersion(await newestChecklist());
  const steps = together([...liveAll(questions, now)].flatMap((step) => about(key, step)));
  await withPatience("long", () =>
    inTransaction(async (tx) => {
      const stage = new Stage(tx, "test-request");
      await stage.enter(workingDays(now), []);
      for (const step of steps) await stage.play(step);
      await stage.wait(now);
    }),
  );

  const { id, version, scopeChangedAt } = await db().service.findFirstOrThrow({
    orderBy: { createdAt: "desc" },
  });
  const people = new Map((await db().person.findMany()).map((each) => [each.email.split("@")[0], each.id]));
  const teams = new Map((await db().team.findMany()).map((each) => [each.slug.split("-")[0], each.id]));
  const ids = {
    service: () => id,
    team: (team: string) => teams.get(team) ?? team,
    person: (person: string) => people.get(person) ?? person,
  };
  const rows = livedRows(steps, questions, ids, now);
  expect(rows.facts).toHaveLength(version);
  expect(rows.scopeChangedAt).toEqual(scopeChangedAt);
  const where = { serviceId: id };
  const orderBy = { id: "asc" as const };
  const byQuestion = { questionKey: "asc" as const };
  const there = {
    facts: await db().serviceFacts.findMany({ where, orderBy }),
    entries: await db().entry.findMany({ where, orderBy }),
    answers: await db().answer.findMany({ where, orderBy: byQuestion }),
    plans: await db().gapPlan.findMany({ where, orderBy: byQuestion }),
    points: await db().readinessPoint.findMany({ where, orderBy }),
    state: [await db().serviceState.findUniqueOrThrow({ where })],
  };
  const sorted = <T extends { questionKey: string }>(of: readonly T[]) =>
    [...of].sort((a, b) => (a.questionKey < b.questionKey ? -1 : 1));
  const plans = sorted(rows.plans).map((plan) => ({ ...plan, dueOn: plan.dueOn && new Date(plan.dueOn) }));
  expect(there.points.length).toBeGreaterThan(10);
  expect(there).toMatchObject({
    ...{ facts: rows.facts, entries: rows.entries, answers: sorted(rows.answers), plans },
    ...{ points: rows.points, state: [rows.state] },
  });
});
