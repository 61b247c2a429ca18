import { expect, it } from "vitest";
import { aWorthGap } from "../testing-exposure";
import { listedQuestions, wholeQuestions } from "./questions";

it("adds up a question over its services, and puts what is worth most first", () => {
  const found = wholeQuestions([
    aWorthGap({ question: "limits", expectedLoss: 50_000, effortDays: 1 }),
    aWorthGap({ question: "restore", service: "a", expectedLoss: 30_000, effortDays: 2 }),
    aWorthGap({ question: "restore", service: "b", expectedLoss: 40_000, effortDays: 3 }),
  ]);
  expect(found).toMatchObject([
    { question: "restore", now: { services: 2, expectedLoss: 70_000 }, effortDays: 5 },
    { question: "limits", now: { services: 1, expectedLoss: 50_000 } },
  ]);
});

it("keeps live services and others apart, and ranks by live ones first (R6)", () => {
  const found = wholeQuestions([
    aWorthGap({ question: "later", live: false, expectedLoss: 900_000 }),
    aWorthGap({ question: "both", expectedLoss: 10 }),
    aWorthGap({ question: "both", live: false, expectedLoss: 20 }),
  ]);
  expect(found.map(({ question }) => question)).toEqual(["both", "later"]);
  expect(found[0]).toMatchObject({ now: { expectedLoss: 10 }, atLaunch: { expectedLoss: 20 } });
});

it("has no money for a question without a priced cost, and ranks it after the others by incidents", () => {
  const found = wholeQuestions([
    aWorthGap({ question: "few", expectedLoss: null, incidentsPerYear: 1 }),
    aWorthGap({ question: "many", expectedLoss: null, incidentsPerYear: 5 }),
    aWorthGap({ question: "priced", expectedLoss: 1, incidentsPerYear: 0.1 }),
  ]);
  expect(found.map(({ question }) => question)).toEqual(["priced", "many", "few"]);
  expect(found[1]?.now.expectedLoss).toBeNull();
});

it("puts on top the ticked questions of which the list has no gap, with what was found of them", () => {
  const listed = [aWorthGap({ question: "limits" })];
  const found = [
    aWorthGap({ question: "limits", service: "search" }),
    aWorthGap({ question: "later", live: false }),
    aWorthGap({ question: "single" }),
  ];
  const ticks = [{ question: "later" }, { question: "limits" }, { service: "a", question: "single" }];
  expect(listedQuestions(listed, found, ticks).map(({ question }) => question)).toEqual(["later", "limits"]);
  expect(listedQuestions(listed, found, [])).toEqual(wholeQuestions(listed));
});
