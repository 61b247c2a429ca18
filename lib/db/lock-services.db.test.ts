import { describe, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { importCsv } from "../commands/import/import-csv";
import { aService, daysLater, NOON, scopeOf } from "../testing/factories";
import { currentAndFold } from "../testing/fold";
import { db } from "./client";
import { lockServices } from "./lock-services";
import { inTransaction } from "./transaction";

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
const pointsOf = (serviceId: string) =>
  db().readinessPoint.findMany({
    where: { serviceId },
    orderBy: { id: "asc" },
    select: { at: true, cause: true, stale: true, score: true, gaps: true },
  });

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
    const opened = await db().gap.findMany({
      where: { serviceId: many.id },
      orderBy: { questionKey: "asc" },
    });
    const same = await db().gap.findMany({ where: { serviceId: one.id }, orderBy: { questionKey: "asc" } });
    const days = (gaps: typeof opened) => gaps.map(({ questionKey, openedAt }) => [questionKey, openedAt]);
    expect(days(opened)).toEqual(days(same));
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
