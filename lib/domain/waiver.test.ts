import { describe, expect, it } from "vitest";
import type { AnswerState } from "./vocabulary";
import { endsWaiver, isInForce, type Waiver } from "./waiver";

const GRANTED = new Date("2026-05-01T09:00:00Z");
const ENDS = new Date("2026-06-30T21:59:59.999Z");
const waiver = (some: Partial<Waiver> = {}): Waiver => ({
  questionKey: "q",
  verdict: "no",
  grantedAt: GRANTED,
  endsAt: ENDS,
  endedAt: null,
  ...some,
});

describe("S6: a waiver", () => {
  it.each<[string, Date, boolean]>([
    ["just before the grant", new Date(GRANTED.getTime() - 1), false],
    ["from the grant on", GRANTED, true],
    ["to the end of its day", ENDS, true],
    ["not a millisecond longer", new Date(ENDS.getTime() + 1), false],
  ])("is in force %s: %s", (_, now, expected) => {
    expect(isInForce(waiver(), now)).toBe(expected);
  });

  it("is out of force from when it ended early", () => {
    const endedAt = new Date("2026-05-10T00:00:00Z");
    expect(isInForce(waiver({ endedAt }), new Date(endedAt.getTime() - 1))).toBe(true);
    expect(isInForce(waiver({ endedAt }), endedAt)).toBe(false);
  });

  it.each<["no" | "partly", AnswerState, boolean]>([
    ["no", "no", false],
    ["no", "partly", false],
    ["no", "unclear", false],
    ["no", "yes", true],
    ["no", "not_applicable", true],
    ["partly", "partly", false],
    ["partly", "no", true],
    ["partly", "unclear", true],
    ["partly", "yes", true],
  ])("granted for %s, newly given %s: ends early is %s", (verdict, given, expected) => {
    expect(endsWaiver({ verdict }, given)).toBe(expected);
  });
});
