import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aService } from "../../testing/factories";
import { aLongHistory, type LongHistory } from "../../testing/long-history";
import { naiveThen } from "../../testing/then";
import { assessAllAt } from "./assess-all-at";

const FROM = new Date("2026-01-10T09:00:00.000Z");
const TO = new Date("2027-06-01T09:00:00.000Z");
let history: LongHistory;

beforeAll(async () => {
  history = await aLongHistory({ seed: 7, from: FROM, to: TO, services: 4, steps: 160 });
});

describe("any instant of the past (H3)", () => {
  it("is what entries and facts say, right before, at and after everything that happened", async () => {
    const instants = history.instants.flatMap((at) => [at, new Date(at.getTime() - 1)]);
    const stale = await db().readinessPoint.findMany({ where: { cause: "ageing" } });
    for (const { at } of stale) instants.push(at, new Date(at.getTime() - 1));
    expect(stale.length).toBeGreaterThan(10);
    for (const at of instants.filter((_, index) => index % 4 === 0)) {
      const all = await assessAllAt(null, at);
      for (const { id } of history.services) {
        const naive = await naiveThen(id, at);
        const then = all.get(id);
        expect(then?.readiness).toEqual(naive?.readiness);
        expect(then?.questions.map(({ question, verdict }) => [question.key, verdict])).toEqual(
          naive?.questions.map(({ question, verdict }) => [question.key, verdict]),
        );
        expect([then?.facts.tier, then?.facts.lifecycle, then?.facts.deletedAt !== null]).toEqual([
          naive?.tier,
          naive?.lifecycle,
          naive?.deleted,
        ]);
      }
    }
  });

  it("leaves out who was not there yet", async () => {
    const late = await aService({ name: "Late" }, new Date("2026-11-01T00:00:00.000Z"));
    expect((await assessAllAt([late.id], new Date("2026-10-31T23:59:59.999Z"))).size).toBe(0);
    expect((await assessAllAt([late.id], new Date("2026-11-01T00:00:00.000Z"))).size).toBe(1);
  });

  it("takes two statements for any number of services", async () => {
    const at = new Date("2026-08-01T00:00:00.000Z");
    const one = await countStatements(() => assessAllAt([history.services[0]?.id ?? ""], at));
    const all = await countStatements(() => assessAllAt(null, at));
    expect(all.result.size).toBe(4);
    expect([one.statements.length, all.statements.length]).toEqual([2, 2]);
  });
});
