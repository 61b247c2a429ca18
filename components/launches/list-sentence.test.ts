import { expect, it } from "vitest";
import { launchesPage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import type { LaunchRow } from "@/lib/contracts/launches";
import { launchesSentence } from "./list-sentence";

const row = (daysLeft: number, waitsForMe = false): LaunchRow => ({
  ...{
    id: "1",
    title: "Checkout 3",
    state: "open",
    services: [],
    targetDate: "2026-12-09",
    daysLeft,
    waitsForMe,
  },
  ...{
    facilitator: { id: "2", name: "Ana" },
    outcome: "pending",
    overObjection: false,
    launchedWithoutGo: false,
  },
  ...{ blockers: 0, undisposed: 0, openConditions: 0, next: null, closedAt: null, example: false },
});

it.each<[LaunchRow[], object, string]>([
  [[], {}, "No launch is planned."],
  [[], { team: "payments" }, "No launch of these is planned."],
  [[row(3), row(14, true)], {}, "Two launches in the next two weeks; one waits for you."],
  [[row(3), row(40)], {}, "One launch in the next two weeks; none waits for you."],
  [[row(40)], {}, "No launch in the next two weeks; one launch is planned; none waits for you."],
  [
    [row(3, true), row(-2, true)],
    {},
    "One launch in the next two weeks; two wait for you; of one launch the day has passed.",
  ],
])("%#", (open, query, text) => {
  expect(plainText(launchesSentence(open, { ...launchesPage.none, ...query }))).toBe(text);
});
