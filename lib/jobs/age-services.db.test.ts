import { describe, expect, it, vi } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { db } from "../db/client";
import { countStatements } from "../testing/count-statements";
import { aService, daysLater, NOON, scopeOf } from "../testing/factories";
import { ageServices } from "./age-services";

const QUESTION = "simultaneous-edits-kept";
const OTHER = "surprising-input-survived";

async function answered() {
  const service = await aService({ tier: 4 });
  const scope = scopeOf(service.member, "answer:save", service.resource);
  await saveAnswer(scope, QUESTION, { verdict: "yes", expectedVersion: 0 }, NOON);
  await saveAnswer(scope, OTHER, { verdict: "yes", expectedVersion: 0 }, daysLater(10));
  const { questions } = await db().checklistVersion.findFirstOrThrow({ include: { questions: true } });
  const reviewAfter = (key: string) => questions.find((each) => each.key === key)?.reviewAfterDays ?? 0;
  const points = async () => {
    const orderBy = [{ at: "asc" as const }, { id: "asc" as const }];
    const rows = await db().readinessPoint.findMany({ where: { serviceId: service.id }, orderBy });
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  };
  return { service, scope, points, reviewAfter };
}

describe("ageing is written down (H2)", () => {
  it("as points dated when answers went stale, however late the job runs", async () => {
    const { points, reviewAfter } = await answered();
    await ageServices(daysLater(1000));
    const ageing = (await points()).filter((point) => point.cause === "ageing");
    const due = [daysLater(reviewAfter(QUESTION), 1), daysLater(10 + reviewAfter(OTHER), 1)];
    expect(ageing.map((point) => point.at)).toEqual(due.map((at) => at.toISOString()).sort());
    expect(ageing.map((point) => point.stale)).toEqual([1, 2]);
  });

  it("once, when two processes run at the same time and again afterwards", async () => {
    const { points } = await answered();
    await Promise.all([ageServices(daysLater(1000)), ageServices(daysLater(1000))]);
    expect(await ageServices(daysLater(1001))).toBe(0);
    expect((await points()).filter((point) => point.cause === "ageing")).toHaveLength(2);
  });

  it("of many services that age in one millisecond in as few statements as of one", async () => {
    const [one, two, three] = [await answered(), await answered(), await answered()];
    const few = await countStatements(() => ageServices(daysLater(1000)));
    expect(few.result).toBe(3);
    const many = [];
    for (let count = 0; count < 12; count += 1) many.push(await answered());
    const all = await countStatements(() => ageServices(daysLater(1000)));
    expect(all.result).toBe(12);
    expect(all.statements).toHaveLength(few.statements.length);
    for (const each of [one, two, three, ...many]) {
      expect((await each.points()).filter((point) => point.cause === "ageing")).toHaveLength(2);
    }
  });

  it("for the good ones, when one among them cannot be done: that one is counted, and done when it can be", async () => {
    const [one, broken, three] = [await answered(), await answered(), await answered()];
    await db().$executeRawUnsafe(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`);
    await db().$executeRawUnsafe(`
      CREATE TRIGGER "refuse" BEFORE INSERT ON "ReadinessPoint" FOR EACH ROW
      WHEN (NEW."serviceId" = '${broken.service.id}') EXECUTE FUNCTION refuse()`);
    const ageing = async (of: typeof one) =>
      (await of.points()).filter((point) => point.cause === "ageing").length;
    const setAside = async () => (await metrics().jobSetAside.get()).values[0]?.value;
    await ageServices(daysLater(1000));
    expect([await ageing(one), await ageing(broken), await ageing(three)]).toEqual([2, 0, 2]);
    expect(await setAside()).toBe(1);
    await db().$executeRawUnsafe(`DROP TRIGGER "refuse" ON "ReadinessPoint"`);
    await ageServices(daysLater(1001));
    expect([await ageing(broken), await setAside()]).toEqual([2, 0]);
  });

  it("not at all when the database goes away: that is said once, and no service is set aside for it", async () => {
    await Promise.all([answered(), answered(), answered()]);
    await db().$executeRawUnsafe(`
      CREATE FUNCTION go() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'terminating connection' USING ERRCODE = '57P01'; END $$`);
    await db().$executeRawUnsafe(`
      CREATE TRIGGER "go" BEFORE INSERT ON "ReadinessPoint" FOR EACH ROW EXECUTE FUNCTION go()`);
    const said = vi.spyOn(log(), "error");
    try {
      await expect(ageServices(daysLater(1000))).rejects.toThrow();
      expect(said).not.toHaveBeenCalled();
      expect((await metrics().jobSetAside.get()).values[0]?.value).toBe(0);
    } finally {
      said.mockRestore();
      await db().$executeRawUnsafe(`DROP TRIGGER "go" ON "ReadinessPoint"`);
    }
    expect(await ageServices(daysLater(1000))).toBe(3);
  });

  it("before a change that comes first, when the job was down", async () => {
    const { scope, points } = await answered();
    await saveAnswer(scope, QUESTION, { verdict: "no", expectedVersion: 1 }, daysLater(1000));
    expect((await points()).map((point) => point.cause)).toEqual([
      "created",
      "answer",
      "answer",
      "ageing",
      "ageing",
      "answer",
    ]);
    const times = (await points()).map((point) => point.at);
    expect(times).toEqual([...times].sort());
  });
});
