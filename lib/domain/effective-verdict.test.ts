import { describe, expect, it } from "vitest";
import { effectiveVerdict } from "./effective-verdict";
import type { Verdict } from "./vocabulary";

const SAVED = new Date("2026-03-01T12:00:00.000Z");
const later = (days: number, ms = 0) => new Date(SAVED.getTime() + days * 86_400_000 + ms);
const BEFORE = new Date("2026-01-01T00:00:00Z");
const question = { reviewAfterDays: 90 };

describe("S5: an answer ages", () => {
  it.each<[Verdict, string, Date, string, boolean]>([
    ["yes", "at once", later(0), "yes", false],
    ["yes", "exactly after its days", later(90), "yes", false],
    ["yes", "a millisecond later", later(90, 1), "unclear", true],
    ["partly", "exactly after its days", later(90), "partly", false],
    ["no", "a millisecond later", later(90, 1), "unclear", true],
    ["unclear", "a millisecond later", later(90, 1), "unclear", true],
    ["not_applicable", "after ten years", later(3650), "not_applicable", false],
  ])("%s, %s", (verdict, _, now, expected, stale) => {
    expect(effectiveVerdict({ verdict, savedAt: SAVED }, question, BEFORE, now)).toMatchObject({
      verdict: expected,
      stale,
    });
  });

  it("counts 24-hour days across the change to summer time", () => {
    const saved = new Date("2026-03-28T11:00:00+01:00");
    const answer = { verdict: "yes" as const, savedAt: saved };
    const day = { reviewAfterDays: 1 };
    expect(effectiveVerdict(answer, day, BEFORE, new Date("2026-03-29T12:00:00+02:00")).stale).toBe(false);
    expect(effectiveVerdict(answer, day, BEFORE, new Date("2026-03-29T12:00:00.001+02:00")).stale).toBe(true);
  });

  it("says when a fresh answer will be stale, to the millisecond", () => {
    const { staleAt } = effectiveVerdict({ verdict: "yes", savedAt: SAVED }, question, BEFORE, later(1));
    expect(staleAt).toEqual(later(90, 1));
    expect(
      effectiveVerdict({ verdict: "yes", savedAt: SAVED }, question, BEFORE, later(91)).staleAt,
    ).toBeNull();
  });

  it.each<[string, Date, boolean]>([
    ["tier or tags changed before it was given", later(-1), false],
    ["they changed at the same instant", later(0), false],
    ["they changed afterwards", later(5), true],
    ["they change later than now", later(30), false],
  ])("not applicable, when %s", (_, scopeChangedAt, stale) => {
    const result = effectiveVerdict(
      { verdict: "not_applicable", savedAt: SAVED },
      question,
      scopeChangedAt,
      later(10),
    );
    expect(result.verdict).toBe(stale ? "unclear" : "not_applicable");
    expect(result.stale).toBe(stale);
  });

  it("leaves other verdicts alone when tier or tags change", () => {
    expect(effectiveVerdict({ verdict: "yes", savedAt: SAVED }, question, later(5), later(10)).verdict).toBe(
      "yes",
    );
  });

  it("is unanswered before the first answer", () => {
    expect(effectiveVerdict(undefined, question, BEFORE, SAVED).verdict).toBe("unanswered");
  });
});
