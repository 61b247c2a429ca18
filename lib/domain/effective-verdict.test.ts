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

describe("after the question came to ask something else (S5)", () => {
  it.each<[string, number | undefined, number | undefined, boolean]>([
    ["it means what it meant", 2, 2, false],
    ["neither side says a meaning", undefined, undefined, false],
    ["it means something else since", 1, 2, true],
    ["it has changed twice since", 1, 3, true],
    ["the answer has no meaning yet and the question has one", undefined, 2, true],
    ["the service went back to what it meant earlier", 2, 1, false],
  ])("when %s", (_, given, asked, changed) => {
    const answer = { verdict: "yes" as const, savedAt: SAVED, ...(given ? { meaning: given } : {}) };
    const now = effectiveVerdict(
      answer,
      { ...question, ...(asked ? { meaning: asked } : {}) },
      BEFORE,
      SAVED,
    );
    expect(now).toMatchObject({ verdict: changed ? "unclear" : "yes", stale: changed, changed });
    expect(now.staleAt === null).toBe(changed);
  });

  it.each(["yes", "partly", "no", "unclear", "not_applicable"] as const)(
    "%s counts as unclear",
    (verdict) => {
      const answer = { verdict, savedAt: SAVED, meaning: 1 };
      expect(effectiveVerdict(answer, { ...question, meaning: 2 }, BEFORE, SAVED)).toEqual({
        verdict: "unclear",
        stale: true,
        changed: true,
        staleAt: null,
      });
    },
  );

  it("what is both old and to something else is told as changed: a confirmation mends both", () => {
    const answer = { verdict: "yes" as const, savedAt: SAVED, meaning: 1 };
    expect(effectiveVerdict(answer, { ...question, meaning: 2 }, BEFORE, later(500)).changed).toBe(true);
    expect(
      effectiveVerdict({ ...answer, meaning: 2 }, { ...question, meaning: 2 }, BEFORE, later(500)),
    ).toMatchObject({ stale: true, changed: false });
  });

  it("stays unanswered while nobody answered", () => {
    expect(effectiveVerdict(undefined, { ...question, meaning: 2 }, BEFORE, SAVED)).toMatchObject({
      verdict: "unanswered",
      stale: false,
      changed: false,
    });
  });
});
