import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { checklistVersion } from "../../db/published-questions";
import { applies } from "../../domain/applies";
import { type Tier, VERDICTS } from "../../domain/vocabulary";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { currentAndFold, newestPoint } from "../../testing/fold";
import { confirmAnswer } from "./confirm-answer";
import { saveAnswer } from "./save-answer";

type AService = Awaited<ReturnType<typeof aService>>;

async function questionsOf(service: AService) {
  const row = await db().service.findUniqueOrThrow({ where: { id: service.id } });
  const { questions } = await checklistVersion(row.checklistVersionId);
  return { questions: questions.filter((each) => applies(each, { tier: row.tier as Tier, tags: row.tags })) };
}

async function expectFold(service: AService) {
  const { current, fold } = await currentAndFold(service.id);
  expect(current).toEqual(fold);
}

describe("writers at once", () => {
  it("20 writers on 20 questions of one service: every answer is in the sum", async () => {
    const service = await aService({ tier: 1 });
    const { questions } = await questionsOf(service);
    const scope = scopeOf(service.member, "answer:save", service.resource);
    const keys = questions.slice(0, 20).map((question) => question.key);
    await Promise.all(
      keys.map((key) =>
        saveAnswer(scope, key, { verdict: "partly", reason: "at once", expectedVersion: 0 }, NOON),
      ),
    );
    const newest = await newestPoint(service.id);
    expect(newest.answered).toBe(20);
    expect(await db().entry.count({ where: { serviceId: service.id } })).toBe(20);
    await expectFold(service);
  });

  it("20 writers on one question: one is saved, 19 are told what is there", async () => {
    const service = await aService();
    const { questions } = await questionsOf(service);
    const key = questions[0]?.key ?? "";
    const scope = scopeOf(service.member, "answer:save", service.resource);
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        saveAnswer(scope, key, { verdict: "no", reason: `writer ${index}`, expectedVersion: 0 }, NOON),
      ),
    );
    const saved = tries.filter((each) => each.status === "fulfilled");
    const refused = tries.filter((each) => each.status === "rejected");
    expect(saved).toHaveLength(1);
    for (const each of refused)
      expect(each.reason).toMatchObject({ code: "conflict", details: { current: { version: 1 } } });
    expect(await db().entry.count({ where: { serviceId: service.id } })).toBe(1);
    await expectFold(service);
  });

  it("two questions of one service saved again and again by 20 writers end right", async () => {
    const service = await aService();
    const { questions } = await questionsOf(service);
    const keys = [questions[0]?.key ?? "", questions[1]?.key ?? ""];
    const scope = scopeOf(service.member, "answer:save", service.resource);
    const versions = [0, 0];
    for (let round = 0; round < 5; round += 1) {
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, (_, writer) => {
          const which = writer % 2;
          const body = {
            verdict: VERDICTS[(round + writer) % 4] ?? "no",
            reason: `${round} ${writer}`,
            expectedVersion: versions[which] ?? 0,
          };
          return saveAnswer(scope, keys[which] ?? "", body, daysLater(round));
        }),
      );
      expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(2);
      versions[0] = round + 1;
      versions[1] = round + 1;
    }
    await expectFold(service);
  });
});

describe("history wins", () => {
  it("points equal the fold of entries, whatever is saved in whatever order (property)", async () => {
    const step = fc.record({
      question: fc.nat({ max: 9 }),
      verdict: fc.constantFrom(...VERDICTS),
      days: fc.nat({ max: 120 }),
      confirm: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const service = await aService({ tier: 4 });
        const { questions } = await questionsOf(service);
        const scope = scopeOf(service.member, "answer:save", service.resource);
        const versions = new Map<string, number>();
        let now = NOON;
        for (const { question, verdict, days, confirm } of steps) {
          now = new Date(now.getTime() + days * 86_400_000);
          const key = questions[question]?.key ?? "";
          const expectedVersion = versions.get(key) ?? 0;
          if (confirm && expectedVersion > 0) await confirmAnswer(scope, key, { expectedVersion }, now);
          else await saveAnswer(scope, key, { verdict, reason: "because", expectedVersion }, now);
          versions.set(key, expectedVersion + 1);
        }
        await expectFold(service);
        const points = await db().readinessPoint.count({
          where: { serviceId: service.id, cause: { not: "ageing" } },
        });
        expect(points).toBe(steps.length + 1);
      }),
      { numRuns: 15 },
    );
  });

  it("neither entries nor points nor audit events can be changed, deleted or emptied", async () => {
    const service = await aService();
    const scope = scopeOf(service.member, "answer:save", service.resource);
    const { questions } = await questionsOf(service);
    await saveAnswer(scope, questions[0]?.key ?? "", { verdict: "no", expectedVersion: 0 }, NOON);
    for (const table of ["Entry", "ReadinessPoint", "AuditEvent", "ServiceFacts"]) {
      await expect(db().$executeRawUnsafe(`UPDATE "${table}" SET "id" = "id"`)).rejects.toThrow(
        /never changed/,
      );
      await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/never changed/);
      await expect(db().$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(/never changed/);
    }
    await expect(db().$executeRawUnsafe(`TRUNCATE "Service", "Person" CASCADE`)).rejects.toThrow(
      /never changed/,
    );
  });

  it("history never runs backwards, even when clocks do", async () => {
    const service = await aService();
    const { questions } = await questionsOf(service);
    const scope = scopeOf(service.member, "answer:save", service.resource);
    const key = questions[0]?.key ?? "";
    await saveAnswer(scope, key, { verdict: "no", expectedVersion: 0 }, daysLater(2));
    const behind = await saveAnswer(scope, key, { verdict: "yes", expectedVersion: 1 }, daysLater(1));
    expect(behind.savedAt).toBe(daysLater(2, 1).toISOString());
  });
});
