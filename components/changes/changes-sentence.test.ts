import { describe, expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import type { Changes } from "@/lib/contracts/changes";
import { changesSentence, isStill, movesInWords } from "./changes-sentence";
import { amounts, movedBy, someChanges } from "./testing-changes";

const WHEN = "Since 20 October";
const said = (changes: Changes) => plainText(changesSentence(changes, WHEN));

describe("what changed, in a sentence", () => {
  it.each([
    [2, 32, 16, "Since 20 October, 32 gaps closed, 16 gaps opened and 2 services moved."],
    [1, 1, 0, "Since 20 October, 1 gap closed and 1 service moved."],
    [0, 0, 1, "Since 20 October, 1 gap opened."],
    [0, 0, 0, "Since 20 October nothing has changed."],
  ])("of %i services, %i closed and %i opened gaps: %s", (services, closed, opened, words) => {
    expect(said(someChanges({ total: { services, closed, opened } }))).toBe(words);
  });

  it("leads down to each list that it counts", () => {
    const now = movedBy("answers", amounts([2, 90]), amounts([1, 40]), amounts([-1, -50]));
    const changes = someChanges({ total: { services: 1, opened: 1, closed: 1 }, exposure: { now } });
    const hrefs = changesSentence(changes, WHEN).flatMap(({ href }) => href ?? []);
    expect(hrefs).toEqual(["#closed", "#opened", "#services", "#exposure"]);
  });
});

describe("a move of exposure, in the sentence", () => {
  const now = (
    from: ReturnType<typeof amounts>,
    to: ReturnType<typeof amounts>,
    by: ReturnType<typeof amounts>,
  ) => ({ now: movedBy("model", from, to, by) });

  it.each([
    [
      "a price alone",
      now(amounts([52, 1_000_000]), amounts([52, 1_210_000]), amounts([0, 210_000])),
      "known exposure rose by €210k",
    ],
    [
      "a known gap that is unclear now",
      now(
        amounts([2, 90_000], [1, 10_000]),
        amounts([1, 50_000], [2, 50_000]),
        amounts([-1, -40_000], [1, 40_000]),
      ),
      "known exposure fell by €40k",
    ],
    [
      "unknown gaps alone",
      now(amounts([2, 90], [1, 10_000]), amounts([2, 90], [2, 50_000]), amounts([0, 0], [1, 40_000])),
      "unknown exposure rose by €40k",
    ],
    [
      "services not live yet",
      { atLaunch: movedBy("answers", amounts([2, 900]), amounts([1, 400]), amounts([-1, -500])) },
      "known exposure at launch fell by €500",
    ],
    [
      "incidents, while nothing has a price",
      { pricedCosts: 0, ...now(amounts([52, null]), amounts([41.2, null]), amounts([-10.8, null])) },
      "known incidents fell from 52 to 41 a year",
    ],
    [
      "few incidents of many",
      { pricedCosts: 0, ...now(amounts([52, null]), amounts([52.3, null]), amounts([0.3, null])) },
      "known incidents rose by 0.3 a year",
    ],
    [
      "incidents that had no price then",
      now(amounts([52, null]), amounts([41.2, 1_200_000]), amounts([-10.8, 1_200_000])),
      "known incidents fell from 52 to 41 a year",
    ],
    [
      "the first prices",
      now(amounts([52, null]), amounts([52, 1_200_000]), amounts([0, 1_200_000])),
      "known exposure got its first prices in EUR: €1.2m",
    ],
    [
      "prices that were taken away",
      { pricedCosts: 0, ...now(amounts([52, 1_200_000]), amounts([52, null]), amounts([0, -1_200_000])) },
      "known exposure lost its prices",
    ],
  ])("of %s", (_, exposure, words) => {
    const changes = someChanges({ exposure });
    expect(said(changes)).toBe(`Since 20 October, ${words}.`);
    expect(isStill(changes)).toBe(false);
  });

  it("that came out even is a change all the same", () => {
    const even = amounts([2, 900]);
    const moved = movedBy("answers", even, even, amounts([-1, -500]));
    moved.byCause.model = amounts([1, 500]);
    expect(said(someChanges({ exposure: { now: moved } }))).toBe(
      "Since 20 October, the cost moved both ways and is the same.",
    );
  });

  it("is not there when nothing moved", () => {
    const rest = amounts([52, 1_000_000]);
    expect(isStill(someChanges({ exposure: now(rest, rest, amounts([1e-12, 0.001])) }))).toBe(true);
  });
});

it("says how many became ready, fell back, came and left, of all and not only of those listed", () => {
  const total = { services: 260, becameReady: 2, fellBack: 1, came: 1_250, left: 1 };
  expect(movesInWords(someChanges({ total }))).toBe(
    "2 services became ready, 1 fell back, 1,250 services were added, 1 left.",
  );
});

it("has nothing to say of services whose score only moved", () => {
  expect(movesInWords(someChanges({ total: { services: 1 } }))).toBe("");
});
