import { expect, it } from "vitest";
import type { Scorecard } from "../../contracts/scorecard";
import { draftOver } from "./draft";
import { type Local, NOTHING_LOCAL } from "./local";
import { projected } from "./projected";
import type { SaveState } from "./save-state";
import { anAnswer, aQuestion } from "./testing-questions";

const scorecard = {
  asOf: "2026-11-21T08:00:00.000Z",
  service: { can: { answer: true } },
  questions: [
    aQuestion({ weight: 3 }),
    aQuestion({ key: "other", weight: 1, critical: true, blocker: true }),
  ],
} as unknown as Scorecard;

const withDraft = (state: SaveState): Local => ({
  ...NOTHING_LOCAL,
  draft: { ...draftOver(anAnswer({ verdict: "unanswered", version: 0 })), verdict: "yes" },
  state,
});
const scoreWith = (local: Local) => projected(scorecard, new Map([["calls-time-out", local]])).score;

it("counts an answer that is on its way, before the server has it", () => {
  const shown = projected(scorecard, new Map([["calls-time-out", withDraft({ kind: "saving" })]]));
  expect([shown.score, shown.counts.answered, shown.counts.gaps, shown.standing]).toEqual([
    75,
    1,
    1,
    "working",
  ]);
  expect(shown.questions[0]).toMatchObject({ effectiveVerdict: "yes", gap: false, incidentsPerYear: 0 });
});

it.each([
  [{ kind: "waiting" }, 75],
  [{ kind: "retrying", at: 0, attempt: 1, message: "" }, 75],
  [{ kind: "incomplete", problems: [] }, 0],
  [{ kind: "refused", message: "" }, 0],
  [{ kind: "conflict", theirs: anAnswer() }, 0],
] satisfies [SaveState, number][])("with a draft that is %j the score is %i", (state, score) => {
  expect(scoreWith(withDraft(state))).toBe(score);
});

it("takes the newer of what the list and the last save say", () => {
  const known = (version: number): Local => ({
    ...NOTHING_LOCAL,
    known: anAnswer({ verdict: "partly", version }),
  });
  expect(scoreWith(known(1))).toBe(37);
  expect(scoreWith(known(0))).toBe(0);
});

it("leaves untouched questions the objects that they were", () => {
  expect(projected(scorecard, new Map()).questions[1]).toBe(scorecard.questions[1]);
});

it("shows no draft as an answer where nothing may be answered", () => {
  const readOnly = { ...scorecard, service: { can: { answer: false } } } as unknown as Scorecard;
  const local = withDraft({ kind: "waiting" });
  expect(projected(readOnly, new Map([["calls-time-out", local]])).score).toBe(0);
});
