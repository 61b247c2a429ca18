import { expect, it } from "vitest";
import { servicesPage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import { type ListCounts, listSentence } from "./list-sentence";

const counts = (
  [ready, accepted, working, unassessed]: readonly [number, number, number, number],
  gaps = 0,
  blockers = 0,
): ListCounts => ({
  services: ready + accepted + working + unassessed,
  score: 50,
  byStanding: { production_ready: ready, ready_with_accepted_risks: accepted, working, unassessed },
  ...{ gaps: 99, blockers: 50 },
  working: { gaps, blockers },
});
const say = (of: ListCounts, params = {}) => plainText(listSentence(of, servicesPage.read(params)));

it.each<[string, ListCounts]>([
  ["No service is in use.", counts([0, 0, 0, 0])],
  ["The business can rely on its one service.", counts([1, 0, 0, 0])],
  ["The business can rely on all of 2 services.", counts([1, 1, 0, 0])],
  ["The one service has not been assessed yet.", counts([0, 0, 0, 1])],
  ["None of the 3 services has been assessed yet.", counts([0, 0, 0, 3])],
  [
    "The business can rely on 2 of 5 services. 3 are working: 12 blockers and 31 other gaps in these 3 stand between them and production-ready.",
    counts([1, 1, 3, 0], 43, 12),
  ],
  [
    "The business can rely on 1 of 3 services. 1 is working: 1 gap in it stands between it and production-ready. 1 is unassessed.",
    counts([1, 0, 1, 1], 1, 0),
  ],
  [
    "The business cannot rely yet on any of 2 services. All are working: 1 blocker and 1 other gap stand between them and production-ready.",
    counts([0, 0, 2, 0], 2, 1),
  ],
  [
    "The business cannot rely yet on its one service. It is working: 1 blocker stands between it and production-ready.",
    counts([0, 0, 1, 0], 1, 1),
  ],
])("says: %s", (sentence, of) => {
  expect(say(of)).toBe(sentence);
});

it("says that it is about the services that the filters leave", () => {
  expect(say(counts([1, 0, 1, 0], 2, 0), { team: "payments" })).toMatch(
    /^The business can rely on 1 of these 2 services\./,
  );
  expect(say(counts([0, 0, 0, 0]), { q: "nothing" })).toBe("No service in use matches.");
});

it("leads from every number to the services that it counts, keeping the other filters", () => {
  const words = listSentence(
    counts([1, 0, 1, 1], 3, 1),
    servicesPage.read({ team: "payments", standing: "working" }),
  );
  const links = words.filter((part) => part.href !== undefined);
  expect(links.map((part) => part.text)).toEqual([
    "1 of these 3 services",
    "1",
    "1 blocker",
    "2 other gaps",
    "1",
  ]);
  expect(links[0]?.href).toBe(
    "/services?team=payments&standing=production_ready&standing=ready_with_accepted_risks",
  );
  expect(links[4]?.href).toBe("/services?team=payments&standing=unassessed");
});
