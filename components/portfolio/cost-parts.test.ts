import { describe, expect, it } from "vitest";
import { costParts } from "./cost-parts";

describe("costParts", () => {
  it.each([
    [
      { known: 10, unknown: 5, accepted: 0 },
      { known: 10, accepted: 0, unknown: 5 },
    ],
    [
      { known: 10, unknown: 5, accepted: 4 },
      { known: 6, accepted: 4, unknown: 5 },
    ],
    [
      { known: 3, unknown: 5, accepted: 4 },
      { known: 0, accepted: 4, unknown: 4 },
    ],
    [
      { known: 0, unknown: 0, accepted: 0 },
      { known: 0, accepted: 0, unknown: 0 },
    ],
  ])("draws %j as %j: what is accepted comes out of the known part first", (expected, parts) => {
    expect(costParts(expected)).toEqual(parts);
  });

  it("draws as much as there is, whatever is accepted", () => {
    const { known, accepted, unknown } = costParts({ known: 0.1, unknown: 0.2, accepted: 0.3 });
    expect(known + accepted + unknown).toBeCloseTo(0.3);
  });
});
