import { describe, expect, it } from "vitest";
import { whatGoes, whatStays } from "./remove-example-dialog";

const there = {
  teams: 6,
  services: 40,
  people: 12,
  entries: 1_204,
  byRealPeople: 0,
  plansByRealPeople: 0,
  launches: 0,
  launchesByRealPeople: 0,
  prices: false,
  besideReal: false,
  kept: [],
};
const ALL = "40 services of 6 teams, 12 invented people and 1,204 lines of history go.";

describe("the question before the example goes", () => {
  it.each([
    [0, 0, ALL],
    [1, 0, `${ALL} 1 of these lines was written by your own people, and will be lost.`],
    [0, 1, `${ALL} 1 plan for a gap was written by your own people, and will be lost.`],
    [0, 2, `${ALL} 2 plans for gaps were written by your own people, and will be lost.`],
    [3, 1, `${ALL} 3 of these lines and 1 plan for a gap were written by your own people, and will be lost.`],
  ])(
    "says of %i lines and %i plans of real people that they go too",
    (byRealPeople, plansByRealPeople, words) => {
      expect(whatGoes({ ...there, byRealPeople, plansByRealPeople })).toBe(words);
    },
  );

  it("says how many launches go, and how many of them people of yours planned", () => {
    const beside = "40 services of 6 teams, 12 invented people, 1,204 lines of history and";
    expect(whatGoes({ ...there, launches: 1 })).toBe(`${beside} 1 launch go.`);
    expect(whatGoes({ ...there, launches: 4, launchesByRealPeople: 1 })).toBe(
      `${beside} 4 launches go. 1 of these launches was written by your own people, and will be lost.`,
    );
  });

  it("says which teams stay", () => {
    expect(whatStays([])).toBe("");
    expect(whatStays(["Payments"])).toBe(" Payments stays: services of yours belong there.");
    expect(whatStays(["Storefront", "Payments"])).toBe(
      " Storefront and Payments stay: services of yours belong there.",
    );
  });
});
