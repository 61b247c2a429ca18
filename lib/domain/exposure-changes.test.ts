import { describe, expect, it } from "vitest";
import { unpricedModel } from "./cost-model";
import { addExplained, EXPOSURE_CAUSES, type ExposureStage, noPath } from "./exposure-changes";
import { pricingOf } from "./gap-worth";
import { COSTS } from "./vocabulary";

const model = { ...unpricedModel("EUR"), severity: { 1: 1, 2: 0.5, 3: 0.25, 4: 0.1 } };
const before = pricingOf(model);
const after = pricingOf({ ...model, prices: { ...model.prices, data_loss: { low: 1_000, high: 9_000 } } });
const mean = after.means.data_loss ?? 0;
const PLACE = COSTS.indexOf("data_loss");

const stage = (known: number, unknown: number, carried: ExposureStage["carried"] = "now"): ExposureStage => {
  const incidents = new Float64Array(3 * COSTS.length);
  incidents[PLACE] = known;
  incidents[COSTS.length + PLACE] = unknown;
  return { incidents, tier: 2, carried };
};
const explained = (stages: (ExposureStage | null)[], pricing = { before: after, after }) => {
  const path = noPath();
  addExplained(path, stages, pricing);
  return path;
};

describe("what each cause made of an exposure (R5)", () => {
  it("is the difference of two stages, of all that is expected and of what is known (R1)", () => {
    const stages = [stage(1, 1), stage(2, 1), stage(2, 3), stage(0, 3), stage(0.5, 0), stage(0, 0.5)];
    const { from, to, byCause } = explained(stages);
    expect(EXPOSURE_CAUSES.map((cause) => byCause[cause].now.incidents)).toEqual([1, 2, -2, -2.5, 0]);
    expect(EXPOSURE_CAUSES.map((cause) => byCause[cause].now.known.incidents)).toEqual([1, 0, -2, 0.5, -0.5]);
    expect(byCause.ageing.now.known.loss).toBeCloseTo(-0.5 * mean * 0.5, 6);
    expect([from.now.incidents, to.now.incidents]).toEqual([2, 0.5]);
  });

  it("is nothing where nothing moved", () => {
    const same = stage(1, 1);
    const { byCause } = explained([same, same, same, same, same, same]);
    for (const cause of EXPOSURE_CAUSES) expect(byCause[cause].now).toMatchObject({ incidents: 0, loss: 0 });
  });

  it("prices alone are the model's", () => {
    const same = stage(1, 1);
    const { from, byCause } = explained([same, same, same, same, same, same], { before, after });
    expect(from.now.loss).toBe(0);
    expect(byCause.model.now).toMatchObject({ incidents: 0, loss: 2 * mean * 0.5 });
    expect(byCause.facts.now.loss).toBe(0);
  });

  it("what goes live leaves launch and comes to now, and is never added up (R6)", () => {
    const [then, later] = [stage(1, 0, "at_launch"), stage(1, 0, "now")];
    const { byCause } = explained([then, then, later, later, later, later]);
    expect(byCause.facts).toMatchObject({ now: { incidents: 1 }, atLaunch: { incidents: -1 } });
  });

  it("what came was nothing before, and what left is nothing afterwards", () => {
    const [is, gone] = [stage(1, 0), stage(1, 0, "never")];
    expect(explained([null, null, is, is, is, is]).byCause.facts.now.incidents).toBe(1);
    const left = explained([is, is, gone, gone, gone, gone]);
    expect([left.byCause.facts.now.incidents, left.to.now.incidents]).toEqual([-1, 0]);
  });

  it("adds up over services", () => {
    const path = noPath();
    for (const [was, is] of [
      [stage(1, 0), stage(0, 1)],
      [stage(0.5, 0), stage(1, 0)],
    ] as const) {
      addExplained(path, [was, was, was, was, is, is], { before: after, after });
    }
    expect(path.from.now).toMatchObject({ incidents: 1.5, known: { incidents: 1.5 } });
    expect(path.to.now).toMatchObject({ incidents: 2, known: { incidents: 1 } });
    expect(path.byCause.answers.now).toMatchObject({ incidents: 0.5, known: { incidents: -0.5 } });
  });
});
