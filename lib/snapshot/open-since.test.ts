import fc from "fast-check";
import { expect, it } from "vitest";
import { answerCode } from "../domain/effective-verdict";
import { LIFECYCLES, type Tier, VERDICTS } from "../domain/vocabulary";
import { aQuestion } from "../testing/questions";
import { RatedChecklist } from "./checklists";
import { factsOf, historyOf, questionCode } from "./history";
import { openSince } from "./open-since";
import { assessThen } from "./service-then";

const DAY_MS = 86_400_000;
const REVIEW_DAYS = 30;
const START = Date.UTC(2026, 0, 1);
const question = aQuestion({ key: "kept", reviewAfterDays: REVIEW_DAYS, upToTier: 3, tags: [], meaning: 2 });
const version = {
  id: "one",
  number: 1,
  checklist: { id: "c", key: "ours", name: "Ours" },
  questions: [question],
};
const checklist = new RatedChecklist(version, [question]);

const lines = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 100 }),
    tier: fc.constantFrom<Tier>(1, 2, 4),
    tags: fc.constantFrom<string[]>([], ["pii"]),
    lifecycle: fc.constantFrom(...LIFECYCLES),
    deleted: fc.boolean(),
  }),
  { maxLength: 5 },
);
const entries = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 100 }),
    verdict: fc.constantFrom(...VERDICTS),
    meaning: fc.constantFrom(1, 2, 2, 2),
    daysBefore: fc.constantFrom(0, 0, 3, 40),
  }),
  { maxLength: 6 },
);

it("a gap is open since the last instant at which it was none before, whether the service counted or not (S4, S5)", () => {
  fc.assert(
    fc.property(lines, entries, fc.integer({ min: 0, max: 150 }), (some, given, day) => {
      const first = { day: 0, tier: 1 as Tier, tags: [], lifecycle: "live" as const, deleted: false };
      const facts = factsOf(
        [first, ...some].map(({ day: on, ...line }, id) => ({
          ...{ id, at: new Date(START + on * DAY_MS), name: "", teamId: "", dependsOn: [] },
          ...{ checklistVersionId: version.id, ...line },
        })),
      );
      const sorted = [...given].sort((a, b) => a.day - b.day);
      const answers = historyOf(
        sorted.map(({ day: on, verdict, meaning, daysBefore }, number) => ({
          ...{ question: questionCode(question.key), version: number, at: START + on * DAY_MS },
          savedAt: daysBefore === 0 ? null : START + (on - daysBefore) * DAY_MS,
          answer: answerCode(verdict, meaning),
        })),
      );
      const service = {
        id: "s",
        slug: "s",
        createdAt: new Date(START),
        example: false,
        facts,
        answers,
        waivers: [],
      };
      const thenAt = (at: number) => {
        const standing = facts.findLast((line) => line.at.getTime() <= at);
        return standing ? assessThen(service, standing, checklist, at, at) : null;
      };
      const now = START + day * DAY_MS;
      const instants = [
        ...facts.map(({ at }) => at.getTime()),
        ...sorted.map(({ day: on }) => START + on * DAY_MS),
        ...sorted.map((each) => START + (each.day - each.daysBefore + REVIEW_DAYS) * DAY_MS + 1),
      ];
      const opened = instants
        .filter((at) => at <= now && thenAt(at)?.isGap(0) && !thenAt(at - 1)?.isGap(0))
        .reduce((last, at) => Math.max(last, at), Number.NEGATIVE_INFINITY);
      const then = thenAt(now);
      if (!then) throw new RangeError("the first facts stand from the start");
      expect(openSince(then, 0)).toEqual(then.isGap(0) ? new Date(opened) : null);
    }),
    { numRuns: 500 },
  );
});
