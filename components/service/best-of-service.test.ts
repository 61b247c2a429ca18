import { describe, expect, it } from "vitest";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { bestOfService } from "./best-of-service";

interface Some {
  key: string;
  verdict?: string;
  waived?: boolean;
  incidents?: number;
  loss?: number | null;
  days?: number;
}

/** A live tier 1 service with these gaps. @param priced how many costs have a price */
function card(priced: number, gaps: readonly Some[]): Scorecard {
  return {
    service: { slug: "checkout", name: "Checkout", team: "payments", tier: 1, lifecycle: "live" },
    exposure: { pricedCosts: priced },
    questions: gaps.map(({ key, verdict = "no", incidents = 1 }) => ({
      ...{ key, text: key, area: "traffic", stale: false, effectiveVerdict: verdict },
      incidentsPerYear: incidents,
    })),
    gaps: gaps.map(({ key, waived = false, incidents = 1, loss = null, days = 1 }) => ({
      ...{ question: key, waived, incidentsPerYear: incidents, expectedLoss: loss, effortDays: days },
    })),
  } as unknown as Scorecard;
}
const keys = (lists: ReturnType<typeof bestOfService>["fixes"]) =>
  lists.map(({ gaps }) => gaps.map(({ question }) => question));

describe("what to do next about a service (R8)", () => {
  it("ranks known gaps by incidents for a day of work while nothing is priced, unknown ones apart", () => {
    const { fixes, questions } = bestOfService(
      card(0, [
        { key: "large", incidents: 3, days: 6 },
        { key: "quick", incidents: 1, days: 0.5 },
        { key: "tiny", incidents: 0.01, days: 0 },
        { key: "half", verdict: "partly", incidents: 0.8 },
        { key: "unknown", verdict: "unclear" },
        { key: "nobody", verdict: "unanswered", incidents: 2 },
      ]),
    );
    expect(keys(fixes)).toEqual([["quick", "half", "large"]]);
    expect(keys(questions)).toEqual([["nobody", "unknown"]]);
    expect(fixes[0]?.gaps[0]).toMatchObject({ worthADay: 2, known: true });
  });

  it("leaves accepted risks out", () => {
    expect(bestOfService(card(0, [{ key: "accepted", waived: true }]))).toEqual({ fixes: [], questions: [] });
  });

  it("ranks by money where there is a price, and lists the rest by itself", () => {
    const { fixes } = bestOfService(
      card(3, [
        { key: "dear", loss: 90_000, days: 9 },
        { key: "cheap", loss: 20_000, days: 1 },
        { key: "unpriced", incidents: 50 },
      ]),
    );
    expect(keys(fixes)).toEqual([["cheap", "dear"], ["unpriced"]]);
    expect(fixes.map(({ title }) => title)[1]).toMatch(/^Without a price/);
  });
});
