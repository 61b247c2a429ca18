import { beforeEach, describe, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { db } from "../db/client";
import { resetDatabase } from "../testing/database";
import { aService, daysLater, NOON, scopeOf } from "../testing/factories";
import { aLongHistory } from "../testing/long-history";
import { ageServices } from "./age-services";
import { mendGaps } from "./mend-gaps";

const QUESTION = "surprising-input-survived";
const gaps = () => db().gap.findMany({ orderBy: [{ serviceId: "asc" }, { questionKey: "asc" }] });
const points = () => db().readinessPoint.count();

beforeEach(resetDatabase);

describe("gaps that an older release did not write", () => {
  it("are written again as they were, each with when it opened, and no point with them", async () => {
    const from = daysLater(0);
    await aLongHistory({ seed: 5, from, to: daysLater(400), services: 6, steps: 90 });
    await ageServices(daysLater(600));
    const before = await gaps();
    const written = await points();
    expect(before.length).toBeGreaterThan(50);
    await db().gap.deleteMany();
    expect(await mendGaps(daysLater(601))).toBe(6);
    const after = await gaps();
    const undated = (list: typeof before) => list.map(({ openedAt: _, ...gap }) => gap);
    expect(undated(after)).toEqual(undated(before));
    // What went stale while a service was deleted is dated when it was restored, by those who were there.
    const deleted = await db().readinessPoint.findMany({ where: { cause: "deleted" } });
    const always = (list: typeof before) =>
      list.filter((gap) => !deleted.some((point) => point.serviceId === gap.serviceId));
    expect(always(before).length).toBeGreaterThan(20);
    expect(always(after)).toEqual(always(before));
    expect(await points()).toBe(written);
    expect(await mendGaps(daysLater(601))).toBe(0);
  });

  it("are told by the answer, where it changed and the count did not", async () => {
    const { id, member, resource } = await aService({ tier: 4 });
    const scope = scopeOf(member, "answer:save", resource);
    await saveAnswer(scope, QUESTION, { verdict: "no", expectedVersion: 0 }, NOON);
    const where = { serviceId_questionKey: { serviceId: id, questionKey: QUESTION } };
    await db().gap.update({ where, data: { given: "partly", verdict: "partly" } });
    expect(await mendGaps(NOON)).toBe(1);
    expect(await db().gap.findUniqueOrThrow({ where })).toMatchObject({
      given: "no",
      verdict: "no",
      openedAt: daysLater(-1),
    });
  });

  it("are mended once by two processes at the same time, also while somebody answers", async () => {
    const { id, member, resource } = await aService({ tier: 4 });
    const expected = await gaps();
    await db().gap.deleteMany();
    const scope = scopeOf(member, "answer:save", resource);
    await Promise.all([
      mendGaps(NOON),
      mendGaps(NOON),
      saveAnswer(scope, QUESTION, { verdict: "yes", expectedVersion: 0, reason: "so" }, NOON),
    ]);
    expect((await gaps()).map((gap) => gap.questionKey)).toEqual(
      expected.map((gap) => gap.questionKey).filter((key) => key !== QUESTION),
    );
    expect(await db().serviceState.findUnique({ where: { serviceId: id } })).toMatchObject({
      gaps: expected.length - 1,
    });
  });

  it("leaves alone what is right, a service without gaps too", async () => {
    await aService({ tier: 4 });
    const before = await gaps();
    expect(await mendGaps(NOON)).toBe(0);
    expect(await gaps()).toEqual(before);
  });

  it("come with what the questions weigh, where the row does not say so, and stay as they are otherwise", async () => {
    const [one, other] = [await aService({ tier: 1 }), await aService({ tier: 4 })];
    const weights = () =>
      db().serviceState.findMany({
        orderBy: { serviceId: "asc" },
        select: { serviceId: true, weight: true },
      });
    const [before, written] = [await weights(), await gaps()];
    expect(before.every(({ weight }) => (weight ?? 0) > 10)).toBe(true);
    await db().gap.updateMany({ where: { serviceId: one.id }, data: { openedAt: NOON } });
    await db().serviceState.updateMany({ data: { weight: null } });
    expect(await mendGaps(NOON)).toBe(2);
    expect(await weights()).toEqual(before);
    const kept = written.map((gap) => (gap.serviceId === one.id ? { ...gap, openedAt: NOON } : gap));
    expect(await gaps()).toEqual(kept);
    expect(other.id).not.toBe(one.id);
    expect(await mendGaps(NOON)).toBe(0);
  });

  it("does not go round in circles over a service whose current row says something else", async () => {
    const { id } = await aService({ tier: 4 });
    await db().serviceState.update({ where: { serviceId: id }, data: { gaps: 1, blockers: 0 } });
    expect(await mendGaps(NOON)).toBe(1);
    expect(await gaps()).not.toHaveLength(1);
  });
});
