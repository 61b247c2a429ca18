import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HistoryCard } from "./history-card";
import { ModelFacts } from "./model-facts";
import { ModelForm } from "./model-form";
import { PlausibleLine } from "./plausible-line";
import type { RatedQuestion } from "./rate-rows";
import { weightWords } from "./severity-card";
import { someModel } from "./testing-model";

const questions: RatedQuestion[] = [
  {
    key: "restore-rehearsed",
    title: "Rehearse a restore",
    text: "A restore has been rehearsed.",
    area: "concurrency",
    costs: [{ cost: "data_loss", incidentsPerYear: 0.1 }],
  },
];
const show = (element: React.ReactElement) => renderToStaticMarkup(element);

describe("the model as a form", () => {
  const html = show(<ModelForm model={someModel()} questions={questions} />);
  it("says of each price what it means, and what one incident of each cost is", () => {
    expect(html).toContain("Half of such incidents cost less than €30k, one in twenty more than €90k.");
    expect(html).toContain("One event after which data is wrong or missing");
    expect(html.match(/No price: such incidents are counted/g)).toHaveLength(7);
  });
  it("shows the checklist's rate beside the own one, with why and by whom", () => {
    expect(html).toMatch(/By the checklist: <\/span>0\.1/);
    expect(html).toContain('value="0.4"');
    expect(html).toContain('value="Twice last year."');
  });
  it("can be taken along as JSON, and has nothing to save before something is typed", () => {
    expect(html).toContain('href="/api/v1/exposure/model" download="cost-model.json"');
    expect(html).not.toContain("Review and save");
  });
});

it("the model of a reader has the same facts and no field", () => {
  const html = show(<ModelFacts model={someModel()} questions={questions} />);
  expect(html).toContain("€10k to €90k");
  expect(html).toContain("Two restores last year.");
  expect(html).toContain("Rehearse a restore");
  expect(html).not.toMatch(/<(?:input|select|textarea)/);
});

describe("the history of the model", () => {
  const version = {
    number: 2,
    at: "2026-11-01T10:00:00.000Z",
    by: { id: "0b9a7c52-6f0e-4a53-9d6f-3f0f6a5b7c11", name: "Ana Kirsch" },
    note: "From last year's incidents.",
    example: false,
    pricedCosts: 1,
    currency: "EUR",
    changes: [{ kind: "severity" as const, tier: 2 as const, from: 0.5, to: 0.4 }],
  };
  it("says what changed, who changed it, when and why", () => {
    const html = show(
      <HistoryCard
        versions={{ items: [version], nextCursor: "2" }}
        timeZone="Europe/Berlin"
        nameOf={(key) => key}
      />,
    );
    expect(html).toContain("1 November 2026, 11:00");
    expect(html).toContain("Ana Kirsch");
    expect(html).toContain("From last year&#x27;s incidents.");
    expect(html).toMatch(/Tier 2: <span[^>]*>× 0\.5 →<\/span> × 0\.4/);
    expect(html).toContain('href="/exposure/model?before=2#history"');
  });
  it("says prices in the currency of their version, and a new reason beside them", () => {
    const price = { low: 2_000, high: 20_000, why: "Invoices of May." };
    const change = { kind: "price" as const, cost: "data_loss" as const, from: { low: 1_000, high: 9_000 } };
    const items = [
      {
        ...version,
        currency: "CHF",
        changes: [
          { kind: "currency" as const, from: "EUR", to: "CHF" },
          { ...change, to: price },
        ],
      },
      { ...version, number: 1, changes: [{ ...change, from: null, to: { low: 1_000, high: 9_000 } }] },
    ];
    const html = show(
      <HistoryCard versions={{ items, nextCursor: null }} timeZone="UTC" nameOf={(key) => key} />,
    ).replace(/<[^>]*>/g, "");
    expect(html).toContain("Data loss: €1k to €9k → CHF 2k to CHF 20k “Invoices of May.”");
    expect(html).toContain("Data loss: no price → €1k to €9k");
  });
  it("is empty before anybody set anything", () => {
    const none = { items: [], nextCursor: null };
    const html = show(<HistoryCard versions={none} timeZone="UTC" nameOf={String} />);
    expect(html).toContain("Nothing has been set yet");
  });
});

describe("whether rates are plausible", () => {
  const one = {
    checklist: "a",
    name: "Readiness",
    version: 1,
    incidents: 41.3,
    least: 20,
    most: 60,
    warning: null,
  };
  it("is a figure with its bounds, or the warning", () => {
    expect(show(<PlausibleLine plausibility={[one]} />)).toMatch(
      /41<\/b> incidents a year; 20 to 60 is plausible/,
    );
    const warned = show(
      <PlausibleLine plausibility={[{ ...one, warning: "That would be 99 incidents a year." }]} />,
    );
    expect(warned).toContain("That would be 99 incidents a year.");
    expect(warned).toContain('aria-label="Warning"');
  });
});

it.each([
  [1, 1, "The prices are for this tier."],
  [2, 0.5, "One incident costs 50% of the price."],
  [3, 2, "One incident costs 2 times the price."],
  [4, 0, "Its incidents cost nothing."],
  [4, Number.NaN, "A factor, such as 0.5."],
])("tier %d at %d: %s", (tier, factor, words) => {
  expect(weightWords(tier, factor)).toBe(words);
});
