import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import { projected } from "@/lib/client/assessment/projected";
import { aQuestion } from "@/lib/client/assessment/testing-questions";
import type { AssessedQuestion, Scorecard } from "@/lib/contracts/scorecard";
import { assessSentence, finishWords } from "./assess-sentence";

const NOW = "2026-11-21T08:00:00.000Z";
const answered = (key: string, verdict: "yes" | "no" | "unclear", part: Partial<AssessedQuestion> = {}) =>
  aQuestion({ key, verdict, effectiveVerdict: verdict, gap: verdict !== "yes", version: 1, ...part });

function sentence(questions: readonly AssessedQuestion[], current = "") {
  const shown = projected({ questions, asOf: NOW } as unknown as Scorecard, new Map());
  return assessSentence(shown, "Checkout", current, NOW);
}
const said = (questions: readonly AssessedQuestion[]) =>
  plainText(sentence(questions)).replaceAll("\u00A0", " ");

it.each<[string, AssessedQuestion[]]>([
  ["No question applies to Checkout as it is now.", []],
  [
    "2 questions about Checkout, and nobody has answered one yet.",
    [aQuestion({ key: "a" }), aQuestion({ key: "b" })],
  ],
  [
    "3 of 4 questions are open: 1 unanswered, 1 known to fall short and 1 unclear. None of them stands in the way of a launch.",
    [answered("a", "yes"), aQuestion({ key: "b" }), answered("c", "no"), answered("d", "unclear")],
  ],
  [
    "1 of 2 questions is open: 1 to be confirmed. 1 of them stands in the way of a launch.",
    [
      answered("a", "yes"),
      answered("b", "yes", {
        effectiveVerdict: "unclear",
        stale: true,
        gap: true,
        critical: true,
        blocker: true,
      }),
    ],
  ],
  ["The one question holds today.", [answered("a", "yes")]],
  [
    "All 2 questions hold today. The next look is due in 10 days.",
    [
      answered("a", "yes", { staleAt: "2027-05-01T08:00:00.000Z" }),
      answered("b", "yes", { staleAt: "2026-12-01T08:00:00.000Z" }),
    ],
  ],
])("says: %s", (words, questions) => {
  expect(said(questions)).toBe(words);
});

it("leads each number to the next question of its kind", () => {
  const list = [answered("a", "no"), aQuestion({ key: "b" }), answered("c", "no")];
  const hrefOf = (current: string) =>
    sentence(list, current).find(({ text }) => text.includes("known"))?.href;
  expect([hrefOf("a"), hrefOf("c")]).toEqual(["#c", "#a"]);
});

it.each<[string, AssessedQuestion[]]>([
  [
    "1 question still has no answer, and counts as not ready.",
    [answered("a", "yes"), aQuestion({ key: "b" })],
  ],
  [
    "Checkout is production-ready: the one question that counts is answered yes. The business can rely on it.",
    [answered("a", "yes")],
  ],
  [
    "Checkout is working: 1 blocker and 1 other gap stand between it and production-ready.",
    [answered("a", "no", { critical: true, blocker: true }), answered("b", "unclear")],
  ],
  [
    "Checkout is ready, with accepted risks: a waiver accepts its one gap.",
    [answered("a", "no", { waived: true })],
  ],
])("in the end it says: %s", (words, questions) => {
  const shown = projected(
    { questions, asOf: NOW, service: { can: { answer: true } } } as unknown as Scorecard,
    new Map(),
  );
  expect(plainText(finishWords(shown, "Checkout"))).toBe(words);
});

it("in the end a service that is retired is called no other thing", () => {
  const shown = projected({ questions: [answered("a", "no")], asOf: NOW } as unknown as Scorecard, new Map());
  expect(plainText(finishWords(shown, "Checkout", true))).toMatch(/^Checkout is retired/);
});
