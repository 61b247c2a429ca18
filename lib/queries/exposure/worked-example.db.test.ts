import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { createService } from "../../commands/services/create-service";
import { createTeam } from "../../commands/teams/create-team";
import type { ExposureView } from "../../contracts/exposure";
import type { Scorecard } from "../../contracts/scorecard";
import { db } from "../../db/client";
import { COSTS, type Tier } from "../../domain/vocabulary";
import { aModel } from "../../testing/cost-models";
import { aPerson, aTeam, NOON, scopeOf } from "../../testing/factories";
import { openQuestions } from "../../testing/fold";
import { send, signedIn } from "../../testing/http";

/** The questions that play gap A and gap B: by the organisation's own rates they lead to what the example says. */
const [A, B] = ["simultaneous-edits-kept", "we-know-first"];
const NOTHING = Object.fromEntries(COSTS.map((cost) => [cost, 0]));
let as: string;
let team: Awaited<ReturnType<typeof aTeam>>;

beforeAll(async () => {
  team = await aTeam();
  as = await signedIn(await aPerson({ admin: true }));
  await db().organisation.create({
    data: { name: "Acme", timeZone: "UTC", currency: "EUR", createdAt: NOON },
  });
  await aModel(NOON, {
    rates: {
      [A]: { ...NOTHING, data_loss: 0.2, lost_trust: 0.5, emergency_fixes: 1 },
      [B]: { ...NOTHING, failed_launch: 0.6, emergency_fixes: 0.8 },
    },
  });
});

/** A service of a team of its own with gap A, answered with no, gap B, answered with partly, and no other. */
async function theExample(tier: Tier, lifecycle: "live" | "building") {
  const { slug } = await createTeam(
    scopeOf(team.admin, "team:create"),
    { name: `Tier ${tier} ${lifecycle}` },
    NOON,
  );
  const { id: teamId } = await db().team.findUniqueOrThrow({ where: { slug } });
  const resource = { kind: "team" as const, id: teamId, slug, teamId };
  const service = await createService(
    scopeOf(team.admin, "service:create", resource),
    { name: `Example ${tier} ${lifecycle}`, team: slug, tier, lifecycle },
    NOON,
  );
  const answer = scopeOf(team.admin, "answer:save", {
    kind: "service",
    id: service.id,
    slug: service.slug,
    teamId,
    deletedAt: null,
  });
  for (const key of await openQuestions(service.id)) {
    const verdict = key === A ? "no" : key === B ? "partly" : "yes";
    const evidence = [{ label: "run", url: "https://ci.example.com/1" }];
    await saveAnswer(answer, key, { verdict, reason: "So it is.", evidence, expectedVersion: 0 }, new Date());
  }
  return { service: service.slug, team: slug };
}

const exposure = async (query: string) => (await send("loadExposure", { as, query })).body as ExposureView;

describe("the worked example over the API", () => {
  it.each([
    [1, "102121.00"],
    [2, "51060.50"],
  ] as const)("a live service of tier %i: expected loss %s a year (R5)", async (tier, expected) => {
    const { service, team } = await theExample(tier, "live");
    const view = await exposure(`service=${service}`);
    expect(view.now.expectedLoss?.toFixed(2)).toBe(expected);
    expect(view.now.incidents).toBeCloseTo(2.4, 12);
    expect(view.now.byCost.emergency_fixes).toMatchObject({ incidents: expect.closeTo(1.4, 12) });
    expect(view.atLaunch).toMatchObject({ incidents: 0, expectedLoss: 0 });
    expect(view.gaps.map((gap) => gap.question)).toEqual([A, B]);
    const card = (await send("loadScorecard", { as, params: { service } })).body as Scorecard;
    expect(card.exposure.expectedLoss?.toFixed(2)).toBe(expected);
    expect(card).toMatchObject({ currency: "EUR", exposure: { pricedCosts: 4 } });
    const sum = card.gaps.reduce((total, gap) => total + (gap.expectedLoss ?? 0), 0);
    expect(sum.toFixed(2)).toBe(expected);
    const portfolio = (await send("loadPortfolio", { as, query: `team=${team}` })).body as {
      totals: { now: { knownLoss: number; unknownLoss: number } };
      fixes: { now: { question: string }[] };
    };
    expect(portfolio.totals.now.knownLoss.toFixed(2)).toBe(expected);
    expect(portfolio.totals.now.unknownLoss).toBe(0);
    expect(portfolio.fixes.now).toHaveLength(2);
  });

  it("its spread at tier 1: P50 about 43,700, P90 268,500, P95 392,000, within 8 percent (R7)", async () => {
    const { spread } = (await exposure("tier=1&lifecycle=live")).now;
    for (const [is, said] of [
      [spread?.p50, 43_700],
      [spread?.p90, 268_500],
      [spread?.p95, 392_000],
    ] as const) {
      expect(Math.abs((is ?? 0) / said - 1)).toBeLessThan(0.08);
    }
  });

  it("before its launch it carries nothing now, and the same at launch (R6)", async () => {
    const { service } = await theExample(1, "building");
    const view = await exposure(`service=${service}`);
    expect(view.now).toMatchObject({ incidents: 0, expectedLoss: 0, spread: { p50: 0, p95: 0 } });
    expect(view.atLaunch.expectedLoss?.toFixed(2)).toBe("102121.00");
  });
});
