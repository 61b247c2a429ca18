import { expect, it } from "vitest";
import { anExposure, NOTHING } from "@/components/exposure/testing-exposure";
import type { ModelPreview } from "@/lib/contracts/model-preview";
import { aloneWords, beforeAfter } from "./preview-rows";

const preview: ModelPreview = {
  currency: { before: "EUR", after: "CHF" },
  before: { now: anExposure({ data_loss: { known: 2 } }), atLaunch: NOTHING },
  after: { now: anExposure({ data_loss: { known: 3, each: 30_000 } }), atLaunch: NOTHING },
  services: 4,
  changes: [],
  prices: {},
  plausibility: [],
};

it("says money and incidents before and after, each in its own currency, and nothing that is not there", () => {
  expect(beforeAfter(preview)).toEqual([
    { name: "Known now, expected to cost a year", before: "unpriced", after: "CHF 90k" },
    { name: "Known now, incidents a year", before: "2.0", after: "3.0" },
  ]);
});

it("never adds what is carried now to what will be at launch (R6)", () => {
  const both = { ...preview, after: { ...preview.after, atLaunch: anExposure({ data_loss: { known: 1 } }) } };
  expect(beforeAfter(both).map(({ name, after }) => `${name}: ${after}`)).toContain(
    "Known at launch, incidents a year: 1.0",
  );
});

type Entry = ModelPreview["changes"][number];
const euros = { ...preview, currency: { before: "EUR", after: "EUR" } };
const priced = {
  ...euros,
  before: { now: anExposure({ data_loss: { known: 2, each: 50_000 } }), atLaunch: NOTHING },
};
const sum = (incidents: number, expectedLoss: number | null) => ({ incidents, expectedLoss });
const after = (incidents: number, loss: number | null): Entry["after"] => {
  const known = sum(incidents, loss);
  // What is unknown differs too: only what is known is told.
  return { now: { ...sum(9, loss && 9e9), known }, atLaunch: { ...sum(0, null), known: sum(0, null) } };
};
const price = { kind: "price", cost: "data_loss", from: null, to: { low: 1, high: 9 } } as const;
const rate = { kind: "rate", question: "limits", cost: "data_loss", from: null, to: 2, why: "" } as const;

it.each([
  [
    { change: price, after: after(2, 90_000), services: 0 },
    euros,
    "Alone: known now unpriced → €90k a year.",
  ],
  [
    { change: rate, after: after(3, 150_000), services: 4 },
    priced,
    "Alone: known now €100k → €150k, 2.0 → 3.0 incidents a year; other incidents in 4 services.",
  ],
  [
    { change: rate, after: after(3, null), services: 1 },
    euros,
    "Alone: known now 2.0 → 3.0 incidents a year; other incidents in 1 service.",
  ],
  [
    { change: rate, after: after(2, 100_000), services: 2 },
    priced,
    "Alone: no change to what is known now; other incidents in 2 services.",
  ],
  [
    { change: price, after: after(2, 100_001), services: 0 },
    priced,
    "Alone: known now unchanged at about €100k a year.",
  ],
  [
    { change: { kind: "currency", from: "EUR", to: "CHF" }, after: after(2, 100_000), services: 0 },
    { ...priced, currency: preview.currency },
    "Alone: known now €100k → CHF 100k a year.",
  ],
  [
    { change: rate, after: after(3, 110_000), services: 0 },
    { ...priced, currency: preview.currency },
    "Alone: known now €100k → €110k, 2.0 → 3.0 incidents a year.",
  ],
  [
    { change: price, after: after(2, 110_000), services: 0 },
    { ...priced, currency: preview.currency },
    "Alone: in another currency than the other prices.",
  ],
  [{ change: { ...rate, from: 2, why: "Seen." }, after: after(2, 100_000), services: 0 }, priced, null],
] as [Entry, ModelPreview, string | null][])(
  "says what one input alone does to what is known now: %#",
  (entry, seen, words) => {
    expect(aloneWords(entry, seen)).toBe(words);
  },
);
