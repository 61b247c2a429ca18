import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { saveModel } from "../../commands/cost-model/save-model";
import { db } from "../../db/client";
import { text } from "../../testing/awkward-portfolio";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { naiveRates } from "../../testing/rates";
import { loadChanges } from "../changes/changes";
import { loadPortfolio } from "../portfolio/portfolio";
import { loadScorecard } from "../scorecard/scorecard";
import { loadGaps } from "./gaps";

const EDITS = "simultaneous-edits-kept";
const LATER = daysLater(2);
let place: Awaited<ReturnType<typeof aService>>;
let sum = 0;

/** Own rates of one question: one cost taken away, one added, the others as the checklist has them. */
beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  place = await aService({ tier: 1 }, NOON);
  const answer = scopeOf(place.member, "answer:save", place.resource);
  await saveAnswer(answer, EDITS, { verdict: "partly", reason: "half", expectedVersion: 0 }, NOON);
  const costs = await db().questionCost.findMany({ where: { question: { key: EDITS } } });
  expect(costs.map((each) => each.cost)).not.toContain("poor_performance");
  const rates = { [EDITS]: { [costs[0]?.cost ?? ""]: 0, poor_performance: 8 } };
  const cto = await aPerson({ executive: true });
  await saveModel(scopeOf(cto, "model:edit"), { rates }, daysLater(1));
  const asked = await db().question.findMany({ where: { key: EDITS }, include: { costs: true } });
  const [rated] = await naiveRates(asked as never, LATER);
  sum = (rated?.costs ?? []).reduce((total, each) => total + each.incidentsPerYear, 0) / 2;
  expect(sum).toBeGreaterThan(4);
});

const gaps = (filters: Parameters<typeof loadGaps>[1], now = LATER) =>
  loadGaps(scopeOf(place.admin, "gap:list"), filters, now);

describe("rates of the organisation's own (R2)", () => {
  it("count in the list of gaps, by their own costs too", async () => {
    const [gap] = (await gaps({ question: EDITS })).items;
    expect(gap).toMatchObject({ question: EDITS });
    expect(gap?.incidentsPerYear).toBeCloseTo(sum, 9);
    expect(gap?.costs.find((each) => each.cost === "poor_performance")).toMatchObject({
      incidentsPerYear: 4,
    });
    const taken = await db().questionCost.findFirstOrThrow({ where: { question: { key: EDITS } } });
    const keys = async (cost: string) =>
      (await gaps({ cost: [cost as "data_loss"], limit: 100 })).items.map((each) => each.question);
    expect(await keys("poor_performance")).toContain(EDITS);
    expect(await keys(taken.cost)).not.toContain(EDITS);
    const { items, total } = await gaps({ cost: ["poor_performance"], question: EDITS });
    expect([items[0]?.incidentsPerYear, total.known]).toEqual([4, 4]);
  });

  it("are the checklist's before they were set", async () => {
    const usual = await db().questionCost.findMany({ where: { question: { key: EDITS } } });
    const [gap] = (await gaps({ question: EDITS }, NOON)).items;
    expect(gap?.costs.map(({ cost }) => cost)).toEqual(usual.map(({ cost }) => cost));
  });

  it("count on the scorecard, in the portfolio, in exports and in what changed", async () => {
    const card = await loadScorecard(scopeOf(place.member, "service:read", place.resource), LATER);
    expect(card.gaps.find((gap) => gap.question === EDITS)?.incidentsPerYear).toBeCloseTo(sum, 9);
    const portfolio = await loadPortfolio(scopeOf(place.member, "portfolio:read"), {}, LATER);
    const share = portfolio.costs.find((each) => each.cost === "poor_performance");
    expect(share?.largest.map((gap) => gap.question)).toContain(EDITS);
    expect(portfolio.totals.now.known).toBeCloseTo(sum, 9);
    const { items } = JSON.parse(await text("exposure", "json", {}, LATER));
    const exported = items.find((row: { cost: string }) => row.cost === "poor_performance");
    expect(exported.known).toBeCloseTo(4, 9);
    const { gaps: changed } = await loadChanges(
      scopeOf(place.member, "portfolio:read"),
      { since: daysLater(-1).toISOString(), until: LATER.toISOString() },
      LATER,
    );
    expect(changed.opened.find((gap) => gap.question === EDITS)?.incidentsPerYear).toBeCloseTo(sum, 9);
  });

  it("cost no statement more once they were read", async () => {
    await gaps({});
    expect((await countStatements(() => gaps({}))).statements.length).toBeLessThanOrEqual(3);
    const answer = scopeOf(place.member, "answer:save", place.resource);
    const { statements } = await countStatements(() =>
      saveAnswer(answer, EDITS, { verdict: "no", reason: "worse", expectedVersion: 1 }, LATER),
    );
    expect(statements.filter((each) => each.includes('"CostModel"'))).toHaveLength(1);
  });
});
