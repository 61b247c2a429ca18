import { describe, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { importCsv } from "../commands/import/import-csv";
import { editService } from "../commands/services/edit-service";
import { ageServices } from "../jobs/age-services";
import { aPerson, aService, aTeam, daysLater, NOON, scopeOf } from "../testing/factories";
import { currentAndFold } from "../testing/fold";
import { db } from "./client";
import { lockServices } from "./service-lock";
import { inTransaction } from "./transaction";

const KEYS = [
  "simultaneous-edits-kept",
  "surprising-input-survived",
  "provider-outage-survived",
  "failed-write-leaves-nothing-half-done",
  "sudden-load-survived",
  "we-know-first",
];

const pointsOf = (serviceId: string) =>
  db().readinessPoint.findMany({
    where: { serviceId },
    orderBy: { id: "asc" },
    select: { at: true, cause: true, stale: true, score: true, gaps: true, answered: true },
  });

describe("writers that wait for each other", () => {
  it("with clocks that disagree: points never run backwards, and the last one is the state", async () => {
    for (let round = 0; round < 5; round += 1) {
      const service = await aService({ tier: 4 });
      const scope = scopeOf(service.member, "answer:save", service.resource);
      await Promise.all(
        KEYS.map((key, index) =>
          saveAnswer(
            scope,
            key,
            { verdict: "partly", expectedVersion: 0 },
            new Date(NOON.getTime() - index * 1000),
          ),
        ),
      );
      const points = await pointsOf(service.id);
      const times = points.map((point) => point.at.getTime());
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      const state = await db().serviceState.findUniqueOrThrow({ where: { serviceId: service.id } });
      expect(points.at(-1)).toMatchObject({ answered: KEYS.length, at: state.computedAt });
    }
  });

  it("ageing is written down once by two processes on warm connections, with a writer between them", async () => {
    await Promise.all(
      Array.from({ length: 8 }, () => db().$queryRaw`SELECT 1 AS "warm" FROM (SELECT pg_sleep(0.02)) AS s`),
    );
    for (let round = 0; round < 5; round += 1) {
      const service = await aService({ tier: 4 });
      const scope = scopeOf(service.member, "answer:save", service.resource);
      await saveAnswer(scope, "simultaneous-edits-kept", { verdict: "yes", expectedVersion: 0 }, NOON);
      const later = daysLater(1000);
      await Promise.all([
        ageServices(later),
        saveAnswer(scope, "surprising-input-survived", { verdict: "no", expectedVersion: 0 }, later),
        ageServices(later),
        ageServices(later),
      ]);
      const causes = (await pointsOf(service.id)).map((point) => point.cause);
      expect(causes).toEqual(["created", "answer", "ageing", "answer"]);
    }
  });

  it("an answer by somebody of the old team is refused when the service moved while it waited", async () => {
    const service = await aService({ tier: 4 });
    const other = await aTeam("Elsewhere");
    const stale = scopeOf(service.member, "answer:save", service.resource);
    const move = { team: other.slug };
    await editService(scopeOf(service.admin, "service:edit", service.resource), move, NOON);
    const late = saveAnswer(stale, KEYS[0] ?? "", { verdict: "no", expectedVersion: 0 }, NOON);
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
    const both = await aPerson({ teams: { [service.teamId]: "member", [other.id]: "member" } });
    const stillFine = scopeOf(both, "answer:save", service.resource);
    await saveAnswer(stillFine, KEYS[0] ?? "", { verdict: "no", expectedVersion: 0 }, NOON);
  });

  it("two services can come to depend on each other at the same time", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await aService({ name: `A${round}` }), await aService({ name: `B${round}` })];
      await Promise.all([
        editService(scopeOf(a.admin, "service:edit", a.resource), { dependsOn: [b.slug] }, NOON),
        editService(scopeOf(b.admin, "service:edit", b.resource), { dependsOn: [a.slug] }, NOON),
      ]);
      expect(await db().serviceDependency.count({ where: { serviceId: { in: [a.id, b.id] } } })).toBe(2);
    }
  });
});

const QUESTION = "simultaneous-edits-kept";
const OTHER = "bad-change-undone";

/** A service with two answers that go stale on different days. */
async function anAnswered() {
  const made = await aService();
  const save = scopeOf(made.member, "answer:save", made.resource);
  await saveAnswer(save, QUESTION, { verdict: "no", expectedVersion: 0 }, NOON);
  await saveAnswer(save, OTHER, { verdict: "no", expectedVersion: 0 }, daysLater(3));
  return { ...made, save };
}

describe("locking many services", () => {
  it("writes down what ageing did to each, dated when it did, as locking one does (H2)", async () => {
    const [many, one] = [await anAnswered(), await anAnswered()];
    const now = daysLater(4000);
    const locked = await inTransaction((tx) => lockServices(tx, [many.id], now));
    await saveAnswer(one.save, QUESTION, { verdict: "no", expectedVersion: 1 }, now);
    const points = await pointsOf(many.id);
    expect(points.map((point) => point.cause)).toEqual(["created", "answer", "answer", "ageing", "ageing"]);
    expect(points).toEqual((await pointsOf(one.id)).slice(0, 5));
    expect(points.map((point) => point.stale)).toEqual([0, 0, 0, 1, 2]);
    expect(locked.get(many.id)).toMatchObject({ slug: many.slug, at: now });
    const { current, fold } = await currentAndFold(many.id);
    expect(current).toEqual(fold);
  });

  it("dates a change just after the last one, and leaves out what is not there", async () => {
    const made = await anAnswered();
    const missing = "00000000-0000-4000-8000-000000000000";
    const locked = await inTransaction((tx) => lockServices(tx, [missing, made.id], NOON));
    expect([...locked.keys()]).toEqual([made.id]);
    expect(locked.get(made.id)?.at).toEqual(daysLater(3, 1));
  });

  it("an import and people who answer the same services wait for each other, and both are in the sum", async () => {
    const first = await anAnswered();
    const services = [first, await anAnswered(), await anAnswered()];
    const rows = services.map(({ slug }) => `${slug},${OTHER},unclear,\n`);
    const csv = `service,question,verdict,reason\n${rows.reverse().join("")}`;
    const scope = scopeOf(first.admin, "import:run");
    const body = { verdict: "partly" as const, expectedVersion: 1 };
    await Promise.all([
      importCsv(scope, { csv }, daysLater(5)),
      ...services.map(({ save }) => saveAnswer(save, QUESTION, body, daysLater(5))),
    ]);
    for (const { id } of services) {
      const { current, fold } = await currentAndFold(id);
      expect(current).toEqual(fold);
      const answers = await db().answer.findMany({
        where: { serviceId: id },
        orderBy: { questionKey: "asc" },
      });
      expect(answers.map((each) => each.verdict)).toEqual(["unclear", "partly"]);
    }
  });
});
