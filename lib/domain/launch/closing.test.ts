import { describe, expect, it } from "vitest";
import {
  type Closing,
  type ClosingRefusal,
  closedAtProblem,
  closingRefusal,
  isWithoutGo,
  mayReview,
  reviewDueOn,
} from "./closing";
import type { ClosedAs, Outcome } from "./vocabulary";

const closing = (some: Partial<Closing> = {}): Closing => ({
  as: "launched",
  outcome: "go",
  reasoned: false,
  mayClose: true,
  mayLaunchWithoutGo: false,
  ...some,
});
const withoutGo = { outcome: "conditional_go" as const, mayLaunchWithoutGo: true };

describe("L9: closing", () => {
  it.each<[string, Closing, ClosingRefusal | null]>([
    ["a member, on a go", closing(), null],
    ["a member calls it off", closing({ as: "called_off", outcome: "pending" }), null],
    ["others", closing({ mayClose: false }), "forbidden"],
    ["a member, without a go", closing({ outcome: "pending", reasoned: true }), "forbidden"],
    ["an executive, with conditions open", closing({ ...withoutGo, reasoned: true }), null],
    ["an executive, without a reason", closing(withoutGo), "reason_needed"],
    ["an admin, against a no_go", closing({ ...withoutGo, outcome: "no_go", reasoned: true }), null],
  ])("%s", (_, facts, expected) => {
    expect(closingRefusal(facts)).toBe(expected);
  });

  it.each<[ClosedAs, Outcome, boolean]>([
    ["launched", "go", false],
    ["launched", "conditional_go", true],
    ["launched", "pending", true],
    ["launched", "no_go", true],
    ["called_off", "no_go", false],
  ])("%s on %s is without a go: %s", (as, outcome, expected) => {
    expect(isWithoutGo(as, outcome)).toBe(expected);
  });

  it.each<[string, string | null]>([
    ["2026-12-09T12:00:00Z", null],
    ["2026-12-02T12:00:00Z", null],
    ["2026-12-02T11:59:59.999Z", "A launch can be recorded up to 7 days afterwards."],
    ["2026-12-09T12:00:00.001Z", "Choose a time that has passed."],
  ])("recorded on 9 December at noon, as of %s", (at, message) => {
    const problem = closedAtProblem(new Date(at), new Date("2026-12-09T12:00:00Z"));
    expect(problem?.message ?? null).toBe(message);
  });

  it.each<[string, string, string]>([
    ["Monday", "2026-12-07", "2026-12-14"],
    ["Wednesday", "2026-12-09", "2026-12-16"],
    ["Friday", "2026-12-11", "2026-12-18"],
    ["Saturday", "2026-12-12", "2026-12-18"],
    ["Sunday", "2026-12-13", "2026-12-18"],
    ["over the end of a year", "2026-12-30", "2027-01-06"],
  ])("launched on a %s, its review is due after five days Monday to Friday", (_, launched, due) => {
    expect(reviewDueOn(launched)).toBe(due);
  });

  it("somebody else writes the review, unless there is nobody else", () => {
    expect(mayReview("li", "ana", 2)).toBe(true);
    expect(mayReview("ana", "ana", 2)).toBe(false);
    expect(mayReview("ana", "ana", 1)).toBe(true);
  });
});
