import { describe, expect, it } from "vitest";
import type { WhatIfResult } from "@/lib/contracts/exposure";
import { A_SPREAD, anExposure, aWorthGap, NOTHING } from "../testing-exposure";
import { curvesMoved, effectSentence, moneyMoved, standingMoved } from "./effect";

const standings = { production_ready: 2, ready_with_accepted_risks: 0, working: 5, unassessed: 1 };
const priced = (known: number) => anExposure({ data_loss: { known, unknown: 0.4, each: 150_000 } }, A_SPREAD);
const before = { now: priced(1.2), atLaunch: NOTHING, gaps: [], score: 60, byStanding: standings };

const result = (more: Partial<WhatIfResult> = {}): WhatIfResult => ({
  currency: "EUR",
  before,
  after: {
    now: { ...priced(0.6), spread: { ...A_SPREAD, p90: 400_000 } },
    atLaunch: NOTHING,
    gaps: [],
    score: 64,
    byStanding: { ...standings, production_ready: 3, working: 4 },
  },
  gaps: [aWorthGap(), aWorthGap({ service: "search" })],
  total: { gaps: 2, services: 2 },
  ignored: 0,
  effortDays: 4.5,
  services: [],
  ...more,
});

describe("what closing gaps changes", () => {
  it("is said before and after, known first; nothing that is not there", () => {
    expect(moneyMoved(result())).toMatchObject([
      { name: "Known now, a year", before: "€180k", after: "€90k", better: true },
      { name: "Unknown now", before: "€60k", after: "€60k", better: null },
      { name: "One year of ten, more than", before: "€640k", after: "€400k", better: true },
    ]);
  });
  it("is said in incidents while nothing is priced", () => {
    const now = anExposure({ data_loss: { known: 4 } });
    const unpriced = { ...before, now };
    expect(moneyMoved(result({ before: unpriced, after: { ...unpriced, now: NOTHING } }))).toMatchObject([
      { name: "Known now, incidents a year", before: "4.0", after: "0", better: true },
    ]);
  });
  it("moves the score, and the standings that change: more ready is better, working is neither", () => {
    expect(standingMoved(result())).toMatchObject([
      { name: "Mean score", before: "60", after: "64", better: true },
      { name: "Production-ready", before: "2", after: "3", better: true },
      { name: "Working", before: "5", after: "4", better: null },
    ]);
    expect(standingMoved(result({ after: before }))).toEqual([
      { of: "score", name: "Mean score", before: "60", after: "60", better: null },
    ]);
  });
  it("moves the curve of now; of the launch where nothing is live; none while nothing is priced", () => {
    expect(curvesMoved(result())).toMatchObject({
      which: "now",
      from: { p90: 640_000 },
      to: { p90: 400_000 },
    });
    const atLaunch = { now: NOTHING, atLaunch: priced(1), gaps: [], score: 1, byStanding: standings };
    expect(curvesMoved({ before: atLaunch, after: atLaunch })).toMatchObject({ which: "at launch" });
    expect(curvesMoved({ before: atLaunch, after: atLaunch }, "atLaunch")).toMatchObject({
      which: "at launch",
    });
    const both = { ...before, atLaunch: { ...priced(1), spread: { ...A_SPREAD, p90: 7 } } };
    expect(curvesMoved({ before: both, after: both }, "atLaunch")?.from.p90).toBe(7);
    expect(moneyMoved(result({ before: both, after: both }), "atLaunch")).toContainEqual(
      expect.objectContaining({ of: "badYear", name: "One year of ten at launch, more than", before: "€7" }),
    );
    expect(curvesMoved({ before: { ...before, now: NOTHING }, after: before })).toBeNull();
  });
  it("has a sentence with the work behind it", () => {
    expect(effectSentence(result())).toBe(
      "Closing these 2 gaps takes about 4.5 days of work: €180k a year known becomes €90k.",
    );
    const unknownOnly = {
      ...before,
      now: anExposure({ data_loss: { known: 1.2, unknown: 0.2, each: 150_000 } }),
    };
    expect(effectSentence(result({ after: unknownOnly }))).toContain(
      ": €60k a year that nobody can rule out becomes €30k.",
    );
    expect(effectSentence(result({ gaps: [], total: { gaps: 0, services: 0 } }))).toBe(
      "None of the ticked gaps is still open.",
    );
  });
});
