import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import type { ChecklistMove, MovedService } from "@/lib/contracts/checklist-moves";
import { answersText, fromTo, incidentsFromTo, moveSentence } from "./move-words";

const side = (gaps: number, incidents = gaps) => ({
  ...{ score: 50, standing: "working" as const, gaps, blockers: 0, incidents },
});
const moved = (some: Partial<MovedService> = {}): MovedService => ({
  ...{ service: "checkout", name: "Checkout", team: "payments", teamName: "Payments", tier: 1 },
  from: { checklist: "c", version: 1 },
  ...{
    before: side(2),
    after: side(2),
    added: [],
    removed: [],
    carried: 4,
    unclear: [],
    returned: [],
    signOffs: [],
  },
  ...some,
});
const say = (services: MovedService[], some: Partial<ChecklistMove> = {}) =>
  plainText(moveSentence({ checklist: "c", to: 2, dryRun: true, already: 0, services, ...some }));

it.each([
  [[moved()], "1 service would be asked version 2: as many gaps as before, no answer becomes unclear."],
  [
    [moved({ after: side(3), unclear: ["a"] })],
    "1 service would be asked version 2: 1 more gap, 1 answer to confirm.",
  ],
  [
    [moved({ after: side(0) }), moved()],
    "2 services would be asked version 2: 2 fewer gaps, no answer becomes unclear.",
  ],
])("says what a move would do", (services, words) => {
  expect(say(services)).toBe(words);
});

it("says what was done, and that there is nothing to do", () => {
  expect(say([moved()], { dryRun: false })).toContain("1 service is asked version 2:");
  expect(say([moved(), moved()], { dryRun: false })).toContain("2 services are asked version 2:");
  expect(say([], { already: 1 })).toBe("Nothing to move: the service uses version 2 already.");
  expect(say([], { already: 3 })).toBe("Nothing to move: all 3 services use version 2 already.");
});

it("shows what changes, and once what does not", () => {
  expect([fromTo(62, 58), fromTo(62, 62), fromTo(null, 0), fromTo(null, null)]).toEqual([
    ...["62 → 58", "62", "none → 0", "none"],
  ]);
  expect(incidentsFromTo(moved({ before: side(0, 1.04), after: side(0, 1.01) }))).toBe("1.0");
  expect(incidentsFromTo(moved({ before: side(0, 1), after: side(0, 2.5) }))).toBe("1.0 → 2.5");
  expect(answersText(moved())).toBe("4 answers carried over");
  expect(
    answersText(moved({ added: ["a", "b"], returned: ["b"], removed: ["c"], carried: 1, unclear: ["d"] })),
  ).toBe("2 questions added, 1 of them answered earlier, 1 removed, 1 answer carried over, 1 to confirm");
});
