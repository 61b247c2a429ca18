import { describe, expect, it } from "vitest";
import { type TradeFacts, tradeLine } from "./trade-line";

const nothing = { incidentsPerYear: 0, expectedLoss: null };
const trade = (some: Partial<TradeFacts> = {}): TradeFacts => ({
  blockers: 2,
  effortDays: 3.1,
  now: nothing,
  atLaunch: { incidentsPerYear: 4, expectedLoss: 95_210 },
  delayCostPerWeek: null,
  currency: "EUR",
  ...some,
});

describe("the trade in one line", () => {
  it.each<[string, TradeFacts, string | null]>([
    ["no blocker", trade({ blockers: 0 }), null],
    [
      "at launch",
      trade(),
      "Fixing the blockers takes about 3 days; launching without costs about €95k a year.",
    ],
    [
      "one, on a live service",
      trade({
        blockers: 1,
        effortDays: 0.2,
        now: { incidentsPerYear: 1, expectedLoss: 9_000 },
        atLaunch: nothing,
      }),
      "Fixing the blocker takes about half a day; launching without costs about €9k a year, as it does today.",
    ],
    [
      "live and not yet live, apart",
      trade({ effortDays: 12.4, now: { incidentsPerYear: 1, expectedLoss: 9_000 } }),
      "Fixing the blockers takes about 12 days; launching without costs about €95k a year, beside the €9k that live services carry today.",
    ],
    [
      "without prices, and with what a delay costs",
      trade({
        effortDays: 2.5,
        atLaunch: { incidentsPerYear: 1.3, expectedLoss: null },
        delayCostPerWeek: 40_000,
      }),
      "Fixing the blockers takes about 2.5 days; launching without is expected to cause about 1.3 incidents a year. A week’s delay costs about €40k.",
    ],
    [
      "without rates",
      trade({ effortDays: 1, atLaunch: nothing }),
      "Fixing the blockers takes about one day; launching without fixing is not expected to cause anything that has a rate.",
    ],
  ])("%s", (_, facts, expected) => {
    expect(tradeLine(facts)).toBe(expected);
  });
});
