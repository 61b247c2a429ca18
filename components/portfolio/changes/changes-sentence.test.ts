import { describe, expect, it } from "vitest";
import { plainText } from "@/components/service/counted";
import type { Changes } from "@/lib/contracts/changes";
import { changesSentence, movesInWords } from "./changes-sentence";

type Moved = Changes["services"][number];
const end = (standing: NonNullable<Moved["to"]>["standing"]): Moved["to"] => ({
  standing,
  score: 50,
  lifecycle: "live",
  tier: 1,
});
const moved = (from: Moved["from"], to: Moved["to"]): Moved => ({
  service: "a",
  serviceName: "A",
  team: "t",
  from,
  to,
  causes: ["answer"],
});
const NOTHING = { incidents: 0, expectedLoss: null };
const EXPLAINED = {
  from: NOTHING,
  to: NOTHING,
  byCause: { model: NOTHING, facts: NOTHING, checklist: NOTHING, answers: NOTHING, ageing: NOTHING },
};
const changes = (services: Moved[], opened: number, closed: number): Changes => ({
  since: "2026-10-20T22:00:00.000Z",
  until: "2026-11-21T10:00:00.000Z",
  services,
  gaps: { opened: [], closed: [] },
  byCause: {},
  exposure: { currency: "EUR", pricedCosts: 0, now: EXPLAINED, atLaunch: EXPLAINED },
  total: { services: services.length, opened, closed },
});

describe("what changed, in a sentence", () => {
  it.each([
    [2, 32, 16, "Since 20 October, 32 gaps closed, 16 gaps opened and 2 services moved."],
    [1, 1, 0, "Since 20 October, 1 gap closed and 1 service moved."],
    [0, 0, 1, "Since 20 October, 1 gap opened."],
    [0, 0, 0, "Since 20 October nothing has changed."],
  ])("of %i services, %i closed and %i opened gaps: %s", (services, closed, opened, words) => {
    const list = Array.from({ length: services }, () => moved(end("working"), end("working")));
    expect(plainText(changesSentence(changes(list, opened, closed), "Since 20 October"))).toBe(words);
  });

  it("leads down to each list that it counts", () => {
    const words = changesSentence(changes([moved(null, end("working"))], 1, 1), "Since then");
    expect(words.flatMap(({ href }) => href ?? [])).toEqual(["#closed", "#opened", "#services"]);
  });
});

it("says who became ready, fell back, came and left, each once", () => {
  const list = [
    moved(end("working"), end("production_ready")),
    moved(end("unassessed"), end("ready_with_accepted_risks")),
    moved(end("production_ready"), end("working")),
    moved(end("production_ready"), end("ready_with_accepted_risks")),
    moved(null, end("production_ready")),
    moved(end("production_ready"), null),
  ];
  expect(movesInWords(changes(list, 0, 0))).toBe("2 services became ready, 1 fell back, 1 came new, 1 left.");
});

it("has nothing to say of services whose score only moved", () => {
  expect(movesInWords(changes([moved(end("working"), end("working"))], 0, 0))).toBe("");
});
