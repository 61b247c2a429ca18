import { expect, it } from "vitest";
import { anExposure, NOTHING } from "@/components/exposure/testing-exposure";
import type { ModelPreview } from "@/lib/contracts/model-preview";
import { beforeAfter } from "./preview-rows";

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
