import { describe, expect, it } from "vitest";
import { aQuestion } from "../testing/questions";
import type { GivenAnswer } from "./effective-verdict";
import {
  answerRun,
  type ChangeCause,
  causeAt,
  countsThen,
  type FactsFrom,
  type FactsLine,
  foldFacts,
  lastFlip,
} from "./gap-changes";
import type { Verdict } from "./vocabulary";

const DAY_MS = 86_400_000;
const day = (days: number, ms = 0) => new Date(Date.UTC(2026, 0, 1, 12) + days * DAY_MS + ms);
const line = (at: number, some: Partial<FactsLine> = {}): FactsLine => ({
  at: day(at),
  tier: 2,
  tags: [],
  lifecycle: "live",
  checklistVersionId: "one",
  deleted: false,
  ...some,
});
const given = (verdict: Verdict, at: number): GivenAnswer => ({ verdict, savedAt: day(at) });
const question = aQuestion({ reviewAfterDays: 90, upToTier: 3, tags: [] });

describe("facts from line to line", () => {
  it("know when tier or tags last changed, and nothing else moves that (S5)", () => {
    const folded = foldFacts(
      [
        line(0, { tags: ["public", "payments"] }),
        line(1, { tags: ["payments", "public"], lifecycle: "building" }),
        line(2, { tags: ["payments"] }),
        line(3, { tags: ["payments"], checklistVersionId: "two" }),
        line(4, { tags: ["payments"], tier: 1 }),
        line(5, { tags: ["payments"], tier: 1, deleted: true }),
      ],
      null,
    );
    expect(folded.map((each) => each.scopeChangedAt)).toEqual([0, 0, 2, 2, 4, 4].map((at) => day(at)));
  });

  it("go on from what stood before", () => {
    const before: FactsFrom = { ...line(5), scopeChangedAt: day(1) };
    expect(foldFacts([line(6), line(7, { tier: 1 })], before).map((each) => each.scopeChangedAt)).toEqual([
      day(1),
      day(7),
    ]);
  });
});

describe("whether a question is a gap (S4) that counts (S8)", () => {
  const facts = (some: Partial<FactsLine> = {}): FactsFrom => ({ ...line(0, some), scopeChangedAt: day(0) });
  it.each<[string, FactsFrom | null, typeof question | undefined, GivenAnswer | undefined, boolean]>([
    ["unanswered", facts(), question, undefined, true],
    ["answered no", facts(), question, given("no", 1), true],
    ["answered yes", facts(), question, given("yes", 1), false],
    ["answered yes long ago", facts(), question, given("yes", -91), true],
    ["not for us", facts(), question, given("not_applicable", 1), false],
    ["not for us, said before the tags changed", facts(), question, given("not_applicable", -1), true],
    ["of a service that is retired", facts({ lifecycle: "retired" }), question, undefined, false],
    ["of a service that is deleted", facts({ deleted: true }), question, undefined, false],
    ["of a service that is not there yet", null, question, undefined, false],
    ["that does not apply", facts({ tier: 4 }), question, undefined, false],
    ["that is not asked", facts(), undefined, undefined, false],
  ])("%s", (_, about, asked, answer, expected) => {
    const history = {
      facts: [...(about ? [about] : []), { ...facts({ lifecycle: "retired" }), at: day(3) }],
      run: answerRun(answer ? [answer] : []),
      questionOf: () => asked,
      counts: countsThen,
    };
    // What is a gap on the second day is none any more once its service is retired.
    expect(lastFlip(history, day(2).getTime(), day(3).getTime())).toBe(expected ? day(3).getTime() : null);
  });
});

describe("when and why a gap opened or closed", () => {
  type Case = {
    facts?: FactsLine[];
    answers?: GivenAnswer[];
    since?: number;
    until?: number;
    asked?: (version: string) => typeof question | undefined;
  };
  const flip = (
    { facts = [line(0)], answers = [], since = 10, until = 200, asked = () => question }: Case,
    counts = countsThen,
  ) => {
    const history = { facts: foldFacts(facts, null), run: answerRun(answers), questionOf: asked, counts };
    const at = lastFlip(history, day(since).getTime(), day(until).getTime());
    return at === null ? null : { cause: causeAt(history, at), at: new Date(at) };
  };
  const retired = line(20, { lifecycle: "retired" });

  it.each<[string, Case, ChangeCause, Date]>([
    ["by an answer", { answers: [given("no", 5), given("yes", 150)] }, "answer", day(150)],
    ["by an answer that got worse", { answers: [given("yes", 5), given("partly", 40)] }, "answer", day(40)],
    [
      "by the last of several answers",
      { answers: [given("no", 5), given("yes", 20), given("no", 30), given("yes", 160)] },
      "answer",
      day(160),
    ],
    ["by ageing, the moment it went stale", { answers: [given("yes", 5)] }, "ageing", day(95, 1)],
    [
      "by ageing after it was confirmed",
      { answers: [given("yes", 5), given("yes", 50)] },
      "ageing",
      day(140, 1),
    ],
    ["by a tier that was lowered", { facts: [line(0), line(30, { tier: 4 })] }, "facts", day(30)],
    [
      "by tags, where it was said not to be for us",
      { facts: [line(0), line(30, { tags: ["public"] })], answers: [given("not_applicable", 5)] },
      "facts",
      day(30),
    ],
    ["by retiring", { facts: [line(0), retired] }, "facts", day(20)],
    ["by deleting", { facts: [line(0), line(30, { deleted: true })] }, "deleted", day(30)],
    ["by restoring", { facts: [line(0, { deleted: true }), line(30)] }, "restored", day(30)],
    ["by creating", { facts: [line(30)] }, "created", day(30)],
    ["by creating with answers", { facts: [line(30)], answers: [given("no", 30)] }, "created", day(30)],
    [
      "by a checklist that asks more",
      {
        facts: [line(0), line(30, { checklistVersionId: "two" })],
        asked: (version) => (version === "two" ? question : undefined),
      },
      "checklist",
      day(30),
    ],
  ])("%s", (_, about, cause, at) => {
    expect(flip(about)).toEqual({ cause, at });
  });

  it.each<[string, Case]>([
    ["it was open all the time", { answers: [given("no", 5), given("unclear", 50)] }],
    ["it is only about to go stale", { answers: [given("yes", 5)], until: 95 }],
    ["it changed before", { answers: [given("no", 5), given("yes", 8)], until: 90 }],
    ["it never applied", { facts: [line(0, { tier: 4 })] }],
  ])("not at all when %s", (_, about) => {
    expect(flip(about)).toBeNull();
  });

  it("goes back to the beginning when it opened and closed again", () => {
    const back = flip({ answers: [given("yes", 5), given("no", 20), given("yes", 25)], until: 30 });
    expect(back).toEqual({ cause: "answer", at: day(25) });
  });

  it.each<[string, FactsLine[]]>([
    ["retired", [line(0), retired, line(40)]],
    ["deleted", [line(0), line(20, { deleted: true }), line(40)]],
  ])("does not count as closed while its service was %s, where that is not asked about", (_, facts) => {
    const about = { facts, answers: [given("yes", 5), given("no", 15)] };
    expect(flip(about, () => true)).toEqual({ cause: "answer", at: day(15) });
    expect(flip(about)?.at).toEqual(day(40));
  });

  it("is told of all time, when nothing bounds it", () => {
    const history = {
      facts: foldFacts([line(0)], null),
      run: answerRun([given("no", 5)]),
      questionOf: () => question,
      counts: countsThen,
    };
    expect(lastFlip(history, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(day(0).getTime());
  });
});
