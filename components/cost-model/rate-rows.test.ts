import { describe, expect, it } from "vitest";
import { rateField } from "./model-texts";
import { type RatedQuestion, rateRows, ratesShown, strayRates, zeroWords } from "./rate-rows";

const question: RatedQuestion = {
  key: "limits",
  title: "A title",
  text: "Limits are set.",
  area: "traffic",
  costs: [{ cost: "poor_performance", incidentsPerYear: 0.5 }],
};
const other: RatedQuestion = { ...question, key: "docs", area: "documentation", costs: [] };
const own = { [rateField("limits", "lost_trust")]: "2", [rateField("limits", "lost_trust", "why")]: "Seen." };
const none = new Set<string>();
const ALL = { area: "", cost: "", own: false } as const;

describe("the rates of a question", () => {
  it("are the checklist's with the own ones beside them, in the order of the costs", () => {
    expect(rateRows(question, own, {}, none)).toEqual([
      { cost: "lost_trust", usual: null, own: "2", why: "Seen." },
      { cost: "poor_performance", usual: 0.5, own: "", why: "" },
    ]);
  });
  it("have room for one that is being added", () => {
    expect(rateRows(other, {}, {}, new Set([rateField("docs", "data_loss")]))).toEqual([
      { cost: "data_loss", usual: null, own: "", why: "" },
    ]);
  });
});

describe("what is shown", () => {
  it.each([
    [ALL, ["limits"]],
    [{ ...ALL, area: "documentation" as const }, []],
    [{ ...ALL, cost: "data_loss" as const }, []],
    [{ ...ALL, own: true }, ["limits"]],
  ])("with the filter %j", (filter, keys) => {
    expect(
      ratesShown([question, other], filter, { texts: own, base: {}, errors: {} }, none).map(
        (each) => each.question.key,
      ),
    ).toEqual(keys);
  });
  it("keeps an own rate in sight that is being emptied", () => {
    const shown = ratesShown([question], { ...ALL, own: true }, { texts: {}, base: own, errors: {} }, none);
    expect(shown[0]?.rows).toEqual([{ cost: "lost_trust", usual: null, own: "", why: "" }]);
  });
  it("keeps a rate in sight with which something is wrong, whatever the filter", () => {
    const errors = { [rateField("limits", "lost_trust", "why")]: "Say why it is different here." };
    const filter = { ...ALL, area: "documentation" as const };
    expect(ratesShown([question], filter, { texts: own, base: {}, errors }, none)[0]?.rows).toMatchObject([
      { cost: "lost_trust" },
    ]);
  });
  it("tells rates of questions that nobody asks", () => {
    expect(strayRates([question], { ...own, [rateField("gone", "data_loss")]: "1" })).toEqual(["gone"]);
  });
});

it.each([
  ["0", true],
  [" 0,0 ", true],
  ["0.1", false],
  ["", false],
  ["none", false],
])("says at an own rate of 0 that it takes the cost away: %j", (own, isSaid) => {
  expect(zeroWords(own) !== null).toBe(isSaid);
});
