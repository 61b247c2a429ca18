import { describe, expect, it } from "vitest";
import type { AnswerState, Tier } from "./vocabulary";
import {
  decidesOwn,
  followsOn,
  isInForce,
  lastUntil,
  monthsBetween,
  renewalWords,
  untilProblem,
  type WaivedVerdict,
  type WaiverEnd,
  waiverEnd,
  waiverStateAt,
  whyNotWaivable,
} from "./waiver";

const GRANTED = new Date("2026-05-01T09:00:00Z");
const ENDS = new Date("2026-06-30T21:59:59.999Z");
const waiver = (some: Partial<Parameters<typeof isInForce>[0]> = {}) => ({
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

  it("has no instant between it and the one that renews it", () => {
    const at = new Date("2026-06-01T10:00:00Z");
    const [first, next] = [waiver({ endedAt: at }), waiver({ grantedAt: at })];
    for (const ms of [-1, 0, 1]) {
      const now = new Date(at.getTime() + ms);
      expect([first, next].filter((each) => isInForce(each, now))).toHaveLength(1);
    }
  });

  it.each<[WaivedVerdict, AnswerState, WaiverEnd | null]>([
    ["no", "no", null],
    ["no", "partly", null],
    ["no", "unclear", "unclear"],
    ["no", "yes", "closed"],
    ["no", "not_applicable", "closed"],
    ["no", "unanswered", "unclear"],
    ["partly", "partly", null],
    ["partly", "no", "worse"],
    ["partly", "unclear", "unclear"],
    ["partly", "yes", "closed"],
    ["partly", "not_applicable", "closed"],
  ])("granted for %s, given %s: ends as %s", (verdict, given, expected) => {
    expect(waiverEnd({ verdict, meaning: 1 }, { given, meaning: 1 })).toBe(expected);
  });

  it("ends when its question asks something else, or does not apply any more, whatever is given", () => {
    const granted = { verdict: "no", meaning: 2 } as const;
    expect(waiverEnd(granted, { given: "no", meaning: 3 })).toBe("meaning");
    expect(waiverEnd(granted, { given: "yes", meaning: 3 })).toBe("meaning");
    expect(waiverEnd(granted, null)).toBe("not_asked");
  });

  it.each<[AnswerState, AnswerState, boolean, string | null]>([
    ["no", "no", false, null],
    ["partly", "partly", false, null],
    ["yes", "yes", false, "no_gap"],
    ["not_applicable", "not_applicable", false, "no_gap"],
    ["unanswered", "unanswered", false, "unanswered"],
    ["unclear", "unclear", false, "unclear"],
    ["no", "unclear", false, "stale"],
    ["yes", "unclear", false, "stale"],
    ["not_applicable", "unclear", false, "stale"],
    ["partly", "unclear", true, "changed"],
  ])(
    "is not asked for an unknown: given %s, counted as %s, changed %s: %s",
    (given, verdict, changed, why) => {
      expect(whyNotWaivable({ given, verdict, changed })).toBe(why);
    },
  );

  it.each<[Tier, string]>([
    [1, "2026-08-29"],
    [2, "2026-11-27"],
    [3, "2027-05-31"],
    [4, "2027-05-31"],
  ])("at tier %s lasts until %s at most when granted on 31 May 2026", (tier, last) => {
    const today = "2026-05-31";
    expect(lastUntil(tier, today)).toBe(last);
    expect(untilProblem(last, tier, today)).toBeNull();
    expect(untilProblem(today, tier, today)).toBeNull();
    expect(untilProblem("2026-05-30", tier, today)).toMatch(/today or a later day/);
    expect(untilProblem("2027-06-01", tier, today)).toMatch(/at most/);
  });
});

describe("L8: a waiver", () => {
  it.each<[string, readonly string[], { soleDecider: boolean } | null]>([
    ["somebody else decides", ["ana", "li"], { soleDecider: false }],
    ["who asked, while another could", ["li", "ana"], null],
    ["who asked, alone", ["li"], { soleDecider: true }],
  ])("%s", (name, deciders, expected) => {
    const decider = name.startsWith("somebody") ? "ana" : "li";
    expect(decidesOwn("li", decider, deciders)).toEqual(expected);
  });

  it.each<[string, string, WaiverEnd | null, boolean]>([
    ["in force", "2026-06-30", null, true],
    ["over since yesterday", "2026-06-14", "expired", true],
    ["over with a day between", "2026-06-13", "expired", false],
    ["revoked", "2026-06-30", "revoked", false],
    ["renewed already", "2026-06-30", "renewed", false],
  ])("asked on 15 June goes on with one that is %s: %s", (_, until, cause, expected) => {
    expect(followsOn(until, cause, "2026-06-15")).toBe(expected);
  });

  it("says how often and how long a risk was accepted", () => {
    expect([0, 1, 3, 9, 12].map(renewalWords)).toEqual([
      null,
      "First renewal",
      "Third renewal",
      "Ninth renewal",
      "12th renewal",
    ]);
    expect(monthsBetween("2026-01-10", "2027-03-10")).toBe(14);
    expect(monthsBetween("2026-01-10", "2026-01-12")).toBe(1);
  });
});

describe("what a waiver was at an instant (S6)", () => {
  const day = (n: number) => new Date(Date.UTC(2026, 5, n));
  const granted = { state: "ended" as const, decidedAt: day(5), endsAt: day(20), endedAt: day(12) };
  const lasting = { ...granted, state: "in_force" as const, endedAt: null };
  const refused = { ...lasting, state: "refused" as const, endsAt: null };
  const withdrawn = { ...refused, state: "withdrawn" as const, decidedAt: null, endedAt: day(8) };
  it.each([
    ["asked for, before somebody granted it", granted, 4, "requested"],
    ["in force from the grant", granted, 5, "in_force"],
    ["ended once something ended it", granted, 12, "ended"],
    ["in force on its last day", lasting, 20, "in_force"],
    ["ended after its day, though nobody wrote that down", lasting, 21, "ended"],
    ["asked for, before somebody refused it", refused, 4, "requested"],
    ["refused from then on", refused, 6, "refused"],
    ["asked for, before it was withdrawn", withdrawn, 7, "requested"],
    ["withdrawn from then on", withdrawn, 8, "withdrawn"],
  ] as const)("is %s", (_, waiver, at, state) => expect(waiverStateAt(waiver, day(at))).toBe(state));
});
