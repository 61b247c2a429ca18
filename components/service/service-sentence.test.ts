import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import { type Stands, serviceSentence } from "./service-sentence";

const none = {
  counting: 46,
  answered: 46,
  gaps: 0,
  blockers: 0,
  accepted: 0,
  stale: 0,
  unclear: 0,
  unanswered: 0,
};
const stands = (
  standing: Stands["standing"],
  counts: Partial<Stands["counts"]>,
  more: Partial<Stands> = {},
): Stands => ({
  slug: "checkout",
  asOf: null,
  name: "Checkout",
  standing,
  counts: { ...none, ...counts },
  retired: false,
  deleted: null,
  ...more,
});

it.each<[string, Stands]>([
  [
    "Checkout is working: 3 blockers, 9 other gaps; 4 answers are stale.",
    stands("working", { gaps: 12, blockers: 3, stale: 4 }),
  ],
  [
    "Checkout is working: 1 blocker, 1 other gap; 1 answer is stale.",
    stands("working", { gaps: 2, blockers: 1, stale: 1 }),
  ],
  ["Checkout is working: 1 blocker.", stands("working", { gaps: 1, blockers: 1 })],
  ["Checkout is working: no blockers, but 1 gap.", stands("working", { gaps: 1 })],
  [
    "Checkout is working: 2 blockers, 3 other gaps, 1 accepted risk.",
    stands("working", { gaps: 6, blockers: 2, accepted: 1 }),
  ],
  [
    "Checkout is working: no blockers, but 2 gaps, 2 accepted risks.",
    stands("working", { gaps: 4, accepted: 2 }),
  ],
  [
    "Checkout is unassessed: none of its 46 questions has an answer yet.",
    stands("unassessed", { answered: 0 }),
  ],
  [
    "Checkout is unassessed: its one question has no answer yet.",
    stands("unassessed", { answered: 0, counting: 1 }),
  ],
  [
    "Checkout is unassessed: no question of its checklist applies to it.",
    stands("unassessed", { answered: 0, counting: 0 }),
  ],
  [
    "Checkout is unassessed: its answers say that none of the questions is for it.",
    stands("unassessed", { counting: 0 }),
  ],
  ["Checkout is production-ready: all 46 questions that count hold.", stands("production_ready", {})],
  [
    "Checkout is production-ready: the one question that counts holds.",
    stands("production_ready", { counting: 1 }),
  ],
  [
    "Checkout is ready, with accepted risks: all 2 gaps are accepted.",
    stands("ready_with_accepted_risks", { gaps: 2, accepted: 2 }),
  ],
  [
    "Checkout is ready, with accepted risks: its one gap is accepted.",
    stands("ready_with_accepted_risks", { gaps: 1, accepted: 1 }),
  ],
  [
    "Checkout is working: 1 blocker; 1 fix is overdue.",
    stands("working", { gaps: 1, blockers: 1 }, { overdue: 1 }),
  ],
  [
    "Checkout is working: no blockers, but 3 gaps; 2 answers are stale, 2 fixes are overdue.",
    stands("working", { gaps: 3, stale: 2 }, { overdue: 2 }),
  ],
  [
    "Checkout is retired; by its answers, it was working: 1 blocker.",
    stands("working", { gaps: 1, blockers: 1 }, { retired: true }),
  ],
  [
    "Checkout is retired; by its answers, it was unassessed.",
    stands("unassessed", { answered: 0 }, { retired: true }),
  ],
  [
    "Checkout was deleted on 1 May 2026; it can be restored until 31 May 2026.",
    stands("working", { gaps: 1 }, { deleted: { on: "1 May 2026", until: "31 May 2026" } }),
  ],
  [
    "Checkout was deleted on 1 May 2026; it can no longer be restored.",
    stands("working", { gaps: 1 }, { deleted: { on: "1 May 2026", until: null } }),
  ],
])("says: %s", (sentence, of) => {
  expect(plainText(serviceSentence(of))).toBe(sentence);
});

it("leads from each number to the gaps that it counts", () => {
  const words = serviceSentence(stands("working", { gaps: 6, blockers: 2, accepted: 1, stale: 2 }));
  expect(words.flatMap((part) => part.href ?? [])).toEqual([
    "/services/checkout?gaps=blockers#gaps",
    "/services/checkout?gaps=all#gaps",
    "/services/checkout?gaps=accepted#gaps",
    "/services/checkout?gaps=stale#gaps",
  ]);
});

it("of the past, leads to what its numbers counted then", () => {
  const hrefs = (of: Stands) => serviceSentence(of).flatMap(({ href }) => href ?? []);
  const asOf = "2026-10-20T10:00:00+02:00";
  expect(hrefs(stands("working", { gaps: 2, blockers: 1 }, { asOf }))).toEqual([
    "/services/checkout?gaps=blockers&asOf=2026-10-20T10%3A00%3A00%2B02%3A00#gaps",
    "/services/checkout?gaps=all&asOf=2026-10-20T10%3A00%3A00%2B02%3A00#gaps",
  ]);
  expect(hrefs(stands("production_ready", {}, { asOf }))).toEqual(["#answers"]);
});

it("begins with money once something has a price: what is known, else what cannot be ruled out, and from when on", () => {
  const unit = { currency: "EUR" };
  const of = (costs: NonNullable<Stands["costs"]>, standing: Stands["standing"] = "working") =>
    serviceSentence(stands(standing, { gaps: 2, blockers: 1, answered: 0 }, { costs }));
  const known = of({ known: 62_345, unknown: 9_000, unit, when: "now" });
  expect(plainText(known)).toBe(
    "Checkout is working and expected to cost €62k a year: 1 blocker, 1 other gap.",
  );
  expect(known[3]).toMatchObject({
    href: "/exposure?service=checkout",
    figures: [{ name: "service:checkout/now.known.loss" }],
  });
  expect(plainText(of({ known: 0, unknown: 9_000, unit, when: "atLaunch" }, "unassessed"))).toBe(
    "Checkout is unassessed and could cost up to €9k a year from its launch on: none of its 46 questions has an answer yet.",
  );
  expect(plainText(of({ known: 0, unknown: 0, unit, when: "now" }))).toBe(
    "Checkout is working: 1 blocker, 1 other gap.",
  );
});
