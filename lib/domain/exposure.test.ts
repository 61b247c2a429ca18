import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  carriedIncidents,
  carriedWhen,
  expectedIncidents,
  isKnown,
  noIncidents,
  type OpenQuestion,
  openness,
  totalIncidents,
} from "./exposure";
import { type AnswerState, COSTS, type Lifecycle, VERDICTS } from "./vocabulary";

describe("R1: openness", () => {
  it.each<[AnswerState, number, boolean]>([
    ["yes", 0, false],
    ["partly", 0.5, true],
    ["no", 1, true],
    ["unclear", 1, false],
    ["unanswered", 1, false],
    ["not_applicable", 0, false],
  ])("%s is open by %d; known: %s", (verdict, expected, known) => {
    expect(openness(verdict)).toBe(expected);
    expect(isKnown(verdict)).toBe(known);
  });
});

describe("R2: expected incidents a year", () => {
  const rates = (...costs: [OpenQuestion["costs"][number]["cost"], number][]) =>
    costs.map(([cost, incidentsPerYear]) => ({ cost, incidentsPerYear }));
  const A: OpenQuestion = {
    verdict: "no",
    waived: false,
    costs: rates(["data_loss", 0.2], ["lost_trust", 0.5], ["emergency_fixes", 1]),
  };
  const B: OpenQuestion = {
    verdict: "partly",
    waived: false,
    costs: rates(["failed_launch", 0.6], ["emergency_fixes", 0.8]),
  };

  it("comes out as in the worked example: 0.2, 0.5, 1.4, 0.3", () => {
    const sums = expectedIncidents([A, B]);
    expect(sums.data_loss.known).toBeCloseTo(0.2, 12);
    expect(sums.lost_trust.known).toBeCloseTo(0.5, 12);
    expect(sums.emergency_fixes.known).toBeCloseTo(1.4, 12);
    expect(sums.failed_launch.known).toBeCloseTo(0.3, 12);
    expect(totalIncidents(sums)).toEqual({ known: expect.closeTo(2.4, 12), unknown: 0, accepted: 0 });
  });

  it("keeps unknown ones apart, and shows accepted ones crosswise without lowering anything (S6)", () => {
    const sums = expectedIncidents([
      { ...A, verdict: "unclear", waived: true },
      { ...B, waived: true },
    ]);
    expect(totalIncidents(sums)).toEqual({
      known: expect.closeTo(0.7, 12),
      unknown: expect.closeTo(1.7, 12),
      accepted: expect.closeTo(2.4, 12),
    });
  });

  const gap = fc.record({
    verdict: fc.constantFrom<AnswerState>(...VERDICTS, "unanswered"),
    waived: fc.boolean(),
    costs: fc.array(
      fc.record({
        cost: fc.constantFrom(...COSTS),
        incidentsPerYear: fc.double({ min: 0.01, max: 2, noNaN: true }),
      }),
    ),
  });

  it("adds up: the incidents of two services together are the sum of both", () => {
    fc.assert(
      fc.property(fc.array(gap), fc.array(gap), (a, b) => {
        const together = totalIncidents(expectedIncidents([...a, ...b]));
        const [one, other] = [a, b].map((gaps) => totalIncidents(expectedIncidents(gaps)));
        for (const part of ["known", "unknown", "accepted"] as const) {
          expect(together[part]).toBeCloseTo((one?.[part] ?? 0) + (other?.[part] ?? 0), 9);
        }
      }),
    );
  });

  it("never gets less by a gap more", () => {
    fc.assert(
      fc.property(fc.array(gap), gap, (gaps, another) => {
        const before = totalIncidents(expectedIncidents(gaps));
        const after = totalIncidents(expectedIncidents([...gaps, another]));
        expect(after.known + after.unknown).toBeGreaterThanOrEqual(before.known + before.unknown - 1e-9);
      }),
    );
  });
});

describe("R6: when it is carried", () => {
  it.each<[Lifecycle, boolean, string]>([
    ["live", false, "now"],
    ["planned", false, "at_launch"],
    ["building", false, "at_launch"],
    ["launching", false, "at_launch"],
    ["retired", false, "never"],
    ["live", true, "never"],
    ["planned", true, "never"],
    ["retired", true, "never"],
  ])("%s, deleted %s: %s", (lifecycle, deleted, expected) => {
    expect(carriedWhen(lifecycle, deleted)).toBe(expected);
    const incidents = { ...noIncidents(), lost_trust: { known: 1, unknown: 2, accepted: 1 } };
    expect(carriedIncidents(incidents, lifecycle, deleted)).toEqual(
      expected === "never" ? noIncidents() : incidents,
    );
  });
});
