import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { planGap } from "../../commands/gaps/plan-gap";
import { editService } from "../../commands/services/edit-service";
import { type WhatIf, type WhatIfFilters, whatIf, whatIfResult } from "../../contracts/exposure";
import { db } from "../../db/client";
import { aModel } from "../../testing/cost-models";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { newestPoint } from "../../testing/fold";
import { loadPortfolio } from "../portfolio/portfolio";
import { loadExposure } from "./exposure";
import { loadWhatIf } from "./what-if";

const NOW = daysLater(3);
const [ONE, OTHER] = ["simultaneous-edits-kept", "we-know-first"] as const;
let viewer: Awaited<ReturnType<typeof aPerson>>;
let made: Awaited<ReturnType<typeof aService>>[];
const ask = (close: WhatIf["close"], filters: WhatIfFilters = {}, now = NOW) =>
  loadWhatIf(scopeOf(viewer, "exposure:read"), filters, { close }, now);

beforeAll(async () => {
  viewer = await aPerson();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "UTC", currency: "EUR", createdAt: NOON },
  });
  await aModel(daysLater(-3));
  made = [];
  for (const [name, tier, lifecycle] of [
    ["Checkout", 1, "live"],
    ["Ledger", 2, "live"],
    ["Search", 3, "building"],
    ["Old", 3, "retired"],
  ] as const) {
    made.push(await aService({ name, tier, lifecycle }, NOON));
  }
  const [first] = made;
  if (!first) throw new RangeError("there are four");
  const body = { verdict: "partly" as const, reason: "Half of it.", expectedVersion: 0 };
  await saveAnswer(scopeOf(first.member, "answer:save", first.resource), ONE, body, NOON);
  await planGap(scopeOf(first.member, "gap:plan", first.resource), ONE, { effortDays: 0.25 }, daysLater(1));
});

describe("what if a gap were closed", () => {
  it("says before what is so, and after what is so once it is answered with yes", async () => {
    const service = await aService({ name: "Twin", tier: 1, lifecycle: "live" }, NOON);
    const save = (question: string, verdict: "yes" | "no", now: Date, expectedVersion = 0) => {
      const scope = scopeOf(service.member, "answer:save", service.resource);
      return saveAnswer(scope, question, { verdict, reason: "So.", expectedVersion }, now);
    };
    await save(OTHER, "no", NOON);
    const supposed = await ask([{ service: service.slug, question: OTHER }]);
    expect(whatIfResult.safeParse(supposed).error).toBeUndefined();
    const scope = scopeOf(viewer, "exposure:read");
    const { now: isNow, gaps } = await loadExposure(scope, {}, NOW);
    expect(supposed.before.now).toEqual(isNow);
    const worth = (gaps: { service: string; question: string; expectedLoss: number | null }[]) =>
      gaps.map((gap) => [gap.service, gap.question, gap.expectedLoss]);
    expect(worth(supposed.before.gaps)).toEqual(worth(gaps));
    await save(OTHER, "yes", NOW, 1);
    const then = await loadExposure(scope, {}, daysLater(4));
    expect(supposed.after.now.expectedLoss).toBeCloseTo(then.now.expectedLoss ?? 0, 4);
    expect(supposed.after.now.incidents).toBeCloseTo(then.now.incidents, 9);
    expect(worth(supposed.after.gaps)).toEqual(worth(then.gaps));
    const ratio = (supposed.after.now.spread?.p90 ?? 0) / (then.now.spread?.p90 ?? 1);
    expect(ratio).toBeCloseTo(1, 6);
    const { totals } = await loadPortfolio(scopeOf(viewer, "portfolio:read"), {}, daysLater(4));
    expect(supposed.after).toMatchObject({ score: totals.score, byStanding: totals.byStanding });
    const row = await newestPoint(service.id);
    expect(supposed.services).toEqual([
      {
        service: service.slug,
        name: "Twin",
        before: { score: 0, standing: "working" },
        after: { score: row.score, standing: row.standing },
      },
    ]);
    await editService(
      scopeOf(service.admin, "service:edit", service.resource),
      { lifecycle: "retired" },
      daysLater(4),
    );
  });

  it("a whole question is closed in every service that has it open, retired ones aside", async () => {
    const now = daysLater(5);
    const { total, gaps, effortDays, after, before } = await ask([{ question: ONE }], {}, now);
    expect(total.gaps).toBe(3);
    expect(gaps.map((gap) => gap.serviceName)).toEqual(["Checkout", "Ledger", "Search"]);
    expect(effortDays).toBeCloseTo(
      gaps.reduce((sum, gap) => sum + gap.effortDays, 0),
      9,
    );
    expect(gaps[0]?.effortDays).toBe(0.25);
    for (const when of ["now", "atLaunch"] as const) {
      expect(after[when].expectedLoss).toBeLessThan(before[when].expectedLoss ?? 0);
      expect(after[when].spread?.p95).toBeLessThan(before[when].spread?.p95 ?? 0);
    }
  });

  it("filters say which services it is about", async () => {
    const now = daysLater(5);
    const tier = await ask([{ question: ONE }], { tier: ["1"] }, now);
    expect([tier.total.gaps, tier.before.atLaunch.incidents]).toEqual([1, 0]);
    const one = await ask([{ question: ONE }], { service: made[1]?.slug }, now);
    expect(one.gaps.map((gap) => gap.serviceName)).toEqual(["Ledger"]);
  });

  it("what is no gap of theirs is passed over, and counted", async () => {
    const close = [
      { service: made[3]?.slug ?? "", question: ONE },
      { service: made[0]?.slug ?? "", question: ONE },
    ];
    const { ignored, total, before, after } = await ask(close, { tier: ["2", "3"] }, daysLater(5));
    expect([ignored, total.gaps]).toEqual([2, 0]);
    expect(after).toEqual(before);
  });

  it("nothing at all closed leaves everything as it is", async () => {
    expect(whatIf.parse({ close: [] })).toEqual({ close: [] });
    const { before, after, gaps, total, ignored, services } = await ask([], {}, daysLater(5));
    expect(after).toEqual(before);
    expect([gaps, total, ignored, services]).toEqual([[], { gaps: 0, services: 0 }, 0, []]);
  });

  it("says of each gap whether the caller may plan it", async () => {
    const [first] = made;
    const plans = async (who: typeof viewer) => {
      const scope = scopeOf(who, "exposure:read");
      const { gaps } = await loadWhatIf(scope, {}, { close: [{ question: ONE }] }, daysLater(5));
      return gaps.map(({ serviceName, plan }) => [serviceName, plan]);
    };
    if (!first) throw new RangeError("there are four");
    expect(await plans(viewer)).toEqual(["Checkout", "Ledger", "Search"].map((name) => [name, false]));
    expect(await plans(first.member)).toEqual([
      ["Checkout", true],
      ["Ledger", false],
      ["Search", false],
    ]);
  });

  it("names that nobody knows are refused, each by its place", async () => {
    const close = [
      { question: ONE },
      { service: "nobody", question: "no-such-question" },
      { service: made[0]?.slug ?? "", question: "no-such-question" },
    ];
    const fields = ["close.1.service", "close.1.question", "close.2.question"].map((field) => ({ field }));
    await expect(ask(close)).rejects.toMatchObject({ code: "invalid_input", details: { fields } });
  });
});

describe("cost", () => {
  it("one statement, one more to look up names that no gap has, and nothing is written", async () => {
    const now = daysLater(7);
    const audited = await db().auditEvent.count();
    await saveAnswer(
      scopeOf(made[1]?.member ?? viewer, "answer:save", made[1]?.resource),
      OTHER,
      { verdict: "no", reason: "Not yet.", expectedVersion: 0 },
      now,
    );
    const first = await countStatements(() => ask([{ question: ONE }], {}, now));
    const second = await countStatements(() => ask([{ question: OTHER }], { service: "nobody" }, now));
    expect([first.statements.length, second.statements.length]).toEqual([1, 2]);
    expect(await db().auditEvent.count()).toBe(audited + 1);
  });
});
