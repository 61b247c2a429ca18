import { expect, it } from "vitest";
import { becauseText, type Names } from "./because-text";
import { BECAUSE_CODES, type BecauseCode } from "./vocabulary";

const names: Names = { service: () => "Checkout", title: () => "Secrets are rotated" };
const TEXTS: Record<BecauseCode, [before: string, after: string, text: string]> = {
  verdict_worse: ["yes", "no", "“Secrets are rotated” went from yes to no"],
  blocker_appeared: ["not_critical", "critical", "“Secrets are rotated” became critical and is open"],
  waiver_ended: ["2027-01-31", "ended", "the risk of “Secrets are rotated” is no longer accepted"],
  critical_stale: ["yes", "stale", "the answer to “Secrets are rotated” went stale; it was yes"],
  question_new: ["not_asked", "no", "“Secrets are rotated” is asked now and is answered no"],
  question_dropped: ["partly", "not_applicable", "“Secrets are rotated” went from partly to not for us"],
  service_added: ["out", "in", "Checkout came onto the launch"],
  service_left: ["in", "out", "Checkout was taken off the launch"],
  condition_weakened: [
    "2026-12-03",
    "2026-12-05",
    "the condition to fix “Secrets are rotated” moved from 3 December to 5 December 2026",
  ],
  what_changed: ["a", "b", "what is launched changed"],
  undo_changed: ["a", "b", "how it is undone changed"],
  date_earlier: [
    "2027-01-12",
    "2026-12-09",
    "the launch moved forward from 12 January 2027 to 9 December 2026",
  ],
  date_beyond_waiver: [
    "2026-12-09",
    "2027-01-12",
    "the launch moved to 12 January 2027, when the risk of “Secrets are rotated” is no longer accepted",
  ],
};

it.each(BECAUSE_CODES)("%s in words", (code) => {
  const [before, after, text] = TEXTS[code];
  const worse = { code, service: "checkout", question: "secrets", before, after, version: null };
  expect(becauseText(worse, names)).toBe(text);
});

it.each<[BecauseCode, string, string, string]>([
  ["question_new", "not_asked", "unanswered", "“Secrets are rotated” is asked now and is unanswered"],
  ["question_dropped", "no", "not_asked", "“Secrets are rotated” is no longer asked; it was no"],
  [
    "condition_weakened",
    "2026-12-03",
    "withdrawn",
    "the condition to fix “Secrets are rotated” was withdrawn",
  ],
])("%s from %s to %s in words", (code, before, after, text) => {
  const worse = { code, service: "checkout", question: "secrets", before, after, version: null };
  expect(becauseText(worse, names)).toBe(text);
});
