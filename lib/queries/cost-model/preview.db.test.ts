import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { saveModel } from "../../commands/cost-model/save-model";
import { editService } from "../../commands/services/edit-service";
import type { CostModelSave } from "../../contracts/cost-model";
import { modelPreview } from "../../contracts/model-preview";
import { db } from "../../db/client";
import { lognormal } from "../../domain/price";
import { COSTS, type Lifecycle, type Tier, type Verdict } from "../../domain/vocabulary";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aService, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { previewModel } from "./preview";

const EDITS = "simultaneous-edits-kept";
const INPUT = "surprising-input-survived";
const PRICE = { low: 20_000, high: 500_000 };
let cto: SignedIn;
let services = 0;
const preview = async (body: CostModelSave) =>
  modelPreview.parse(await previewModel(scopeOf(cto, "model:edit"), body, NOON));

async function add(tier: Tier, lifecycle: Lifecycle, verdict?: Verdict) {
  const place = await aService({ tier, lifecycle }, NOON);
  services += 1;
  if (!verdict) return place;
  const scope = scopeOf(place.member, "answer:save", place.resource);
  await saveAnswer(scope, EDITS, { verdict, reason: "so", expectedVersion: 0 }, NOON);
  return place;
}
/** What the newest points hold, summed: the second opinion. */
async function incidentsOf(live: boolean, cost: string, part: "known" | "unknown") {
  const rows = await db().readinessPoint.findMany({
    distinct: ["serviceId"],
    orderBy: [{ serviceId: "asc" }, { at: "desc" }, { id: "desc" }],
    include: { service: true },
  });
  return rows
    .filter((row) => (row.service.lifecycle === "live") === live && row.service.lifecycle !== "retired")
    .reduce(
      (sum, row) => sum + ((row.incidents as Record<string, Record<string, number>>)[cost]?.[part] ?? 0),
      0,
    );
}

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  cto = await aPerson({ name: "Cleo", executive: true });
  await add(1, "live", "no");
  await add(2, "live", "partly");
  await add(1, "live", "yes");
  await add(3, "planned");
  const gone = await add(1, "live", "no");
  await editService(scopeOf(gone.lead, "service:edit", gone.resource), { lifecycle: "retired" }, NOON);
});

describe("a preview of the model", () => {
  it("starts from what all services carry now and at launch", async () => {
    const { before, after, changes, services: moved } = await preview({});
    expect([changes, moved]).toEqual([[], 0]);
    expect(after).toEqual(before);
    for (const cost of COSTS) {
      for (const part of ["known", "unknown"] as const) {
        expect(before.now.byCost[cost][part]).toBeCloseTo(await incidentsOf(true, cost, part), 9);
        expect(before.atLaunch.byCost[cost][part]).toBeCloseTo(await incidentsOf(false, cost, part), 9);
      }
    }
    expect(before.now).toMatchObject({ expectedLoss: null, pricedCosts: 0 });
  });

  it("says what a price does, and what it means", async () => {
    const seen = await preview({ prices: { data_loss: PRICE } });
    const { mean } = lognormal(PRICE);
    expect(seen).toMatchObject({
      services: 0,
      changes: [{ change: { kind: "price", cost: "data_loss", from: null, to: PRICE }, services: 0 }],
      prices: { data_loss: { median: 100_000, mean, p95: 500_000 } },
      after: { now: { pricedCosts: 1, byCost: { lost_trust: { expectedLoss: null, losses: null } } } },
    });
    expect(Object.keys(seen.prices)).toEqual(["data_loss"]);
    const { incidents, expectedLoss } = seen.after.now.byCost.data_loss;
    expect(incidents).toBe(seen.before.now.byCost.data_loss.incidents);
    expect(expectedLoss).toBeGreaterThan(0);
    expect(expectedLoss).toBeLessThan(incidents * mean);
    expect(seen.changes[0]?.after.now.expectedLoss).toBe(seen.after.now.expectedLoss);
    expect(seen.changes[0]?.after.now.known).toEqual(seen.after.now.known);
  });

  it("says what each of several changes does alone, and all of them together", async () => {
    const seen = await preview({
      prices: { data_loss: PRICE },
      severity: { "2": 0 },
      rates: { [EDITS]: { data_loss: 10, poor_performance: 4 }, [INPUT]: { data_loss: 1 } },
    });
    const usual = await db().questionCost.findFirst({
      where: { question: { key: EDITS }, cost: "data_loss" },
    });
    expect(seen.changes.map(({ change, services }) => [change.kind, services])).toEqual([
      ["price", 0],
      ["severity", 0],
      // Known at tier 1 and 2, unknown where it is planned; answered with yes, and retired, it is none.
      ["rate", 3],
      ["rate", 3],
      ["rate", services - 1],
    ]);
    expect(seen.services).toBe(services - 1);
    const gained =
      seen.after.now.byCost.poor_performance.known - seen.before.now.byCost.poor_performance.known;
    expect(gained).toBeCloseTo(4 + 2, 9);
    const alone = seen.changes[2]?.after.now.incidents ?? 0;
    expect(alone - seen.before.now.incidents).toBeCloseTo(1.5 * (10 - (usual?.incidentsPerYear ?? 0)), 9);
    expect(seen.changes[2]?.after.now.expectedLoss).toBeNull();
    const known = seen.changes[2]?.after.now.known.incidents ?? 0;
    expect(known - seen.before.now.known.incidents).toBeCloseTo(alone - seen.before.now.incidents, 9);
  });

  it("is what then happens, and writes nothing by itself", async () => {
    const body: CostModelSave = { prices: { data_loss: PRICE }, rates: { [EDITS]: { data_loss: 10 } } };
    const points = await db().readinessPoint.count();
    const seen = await preview(body);
    expect(await db().costModel.count()).toBe(0);
    expect(await db().readinessPoint.count()).toBe(points);
    await saveModel(scopeOf(cto, "model:edit"), body, NOON);
    // One more: what is retired carries nothing, and still gets its point.
    expect(await db().readinessPoint.count()).toBe(points + seen.services + 1);
    const after = await preview({});
    expect(after.before).toEqual(seen.after);
    for (const part of ["known", "unknown"] as const) {
      expect(after.before.now.byCost.data_loss[part]).toBeCloseTo(
        await incidentsOf(true, "data_loss", part),
        9,
      );
    }
  });

  it("warns of rates that nobody would believe, in a sentence with numbers", async () => {
    const [usual] = (await preview({})).plausibility;
    expect(usual).toMatchObject({ checklist: "production-readiness", least: 20, most: 60, warning: null });
    const [high] = (await preview({ rates: { [EDITS]: { data_loss: 500 } } })).plausibility;
    expect(high?.warning).toMatch(
      /every question open, would have about 5\d\d incidents a year, more than 60/,
    );
    const questions = await db().question.findMany({ include: { costs: true } });
    const none = Object.fromEntries(
      questions.map(({ key, costs }) => [key, Object.fromEntries(costs.map(({ cost }) => [cost, 0]))]),
    );
    const [low] = (await preview({ rates: none })).plausibility;
    expect(low).toMatchObject({ incidents: 0, warning: expect.stringContaining("fewer than 20") });
  });

  it("refuses what saving refuses", async () => {
    await expect(preview({ rates: { nonsense: { data_loss: 1 } } })).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "rates.nonsense" }] },
    });
  });

  it("takes six statements, however many inputs change", async () => {
    const body = {
      prices: { data_loss: PRICE },
      rates: { [EDITS]: { lost_trust: 3 }, [INPUT]: { lost_trust: 3 } },
    };
    await preview(body);
    const { statements } = await countStatements(() => preview(body));
    expect(statements.length).toBeLessThanOrEqual(6);
  });
});
