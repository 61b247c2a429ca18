import { describe, expect, it } from "vitest";
import { aQuestion } from "../testing/questions";
import type { CostModel } from "./cost-model";
import { addPath, EXPOSURE_CAUSES, type ExposureEnd, explainExposure, noPath } from "./exposure-changes";
import { pricingOf } from "./gap-worth";
import type { Verdict } from "./vocabulary";

const SINCE = new Date("2026-06-01T00:00:00Z");
const UNTIL = new Date("2026-07-01T00:00:00Z");
const days = (count: number) => new Date(SINCE.getTime() + count * 86_400_000);
const questions = [
  aQuestion({ key: "a", costs: [{ cost: "data_loss", incidentsPerYear: 2, because: "So." }] }),
];
const prices = { data_loss: { low: 1_000, high: 9_000 } } as CostModel["prices"];
const pricing = pricingOf({ prices, severity: { 1: 1, 2: 0.5, 3: 0.25, 4: 0.1 } });

const end = (verdict: Verdict, savedAt: Date): ExposureEnd => ({
  facts: { tier: 1, tags: [], scopeChangedAt: days(-300) },
  carried: "now",
  answers: new Map([["a", { verdict, savedAt }]]),
});
const explain = (from: ExposureEnd | null, to: ExposureEnd) =>
  explainExposure({
    ...{ since: SINCE, until: UNTIL, from, to },
    questions: { before: questions, beforeByLaterRates: questions, after: questions },
    pricing: { before: pricing, after: pricing },
  });

describe("the known part of what each cause made of an exposure (R1)", () => {
  it.each([
    [
      "an answer that goes from no to unclear",
      end("no", days(-1)),
      end("unclear", days(2)),
      "answers",
      0,
      -2,
    ],
    [
      "one that goes from unclear to partly",
      end("unclear", days(-1)),
      end("partly", days(2)),
      "answers",
      -1,
      1,
    ],
    ["one that goes from no to yes", end("no", days(-1)), end("yes", days(2)), "answers", -2, -2],
    ["a no that goes stale", end("no", days(-80)), end("no", days(-80)), "ageing", 0, -2],
  ] as const)("of %s", (_, from, to, cause, all, known) => {
    const { byCause } = explain(from, to);
    const mean = pricing.means.data_loss ?? 0;
    for (const each of EXPOSURE_CAUSES) {
      const [incidents, ofKnown] = each === cause ? [all, known] : [0, 0];
      expect(byCause[each].now.incidents).toBeCloseTo(incidents, 9);
      expect(byCause[each].now.known.incidents).toBeCloseTo(ofKnown, 9);
      expect(byCause[each].now.known.loss).toBeCloseTo(ofKnown * mean, 6);
    }
  });

  it("adds up over services, like the whole", () => {
    const path = noPath();
    addPath(path, explain(end("no", days(-1)), end("unclear", days(2))));
    addPath(path, explain(end("partly", days(-1)), end("no", days(2))));
    expect(path.from.now).toMatchObject({ incidents: 3, known: { incidents: 3 } });
    expect(path.to.now).toMatchObject({ incidents: 4, known: { incidents: 2 } });
    expect(path.byCause.answers.now).toMatchObject({ incidents: 1, known: { incidents: -1 } });
  });

  it("a service comes with every question open, which is unknown", () => {
    const { byCause } = explain(null, end("no", days(2)));
    expect(byCause.facts.now).toMatchObject({ incidents: 2, known: { incidents: 0 } });
    expect(byCause.answers.now).toMatchObject({ incidents: 0, known: { incidents: 2 } });
  });
});
