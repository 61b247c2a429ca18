import { expect, it } from "vitest";
import { aRow } from "../testing-portfolio";
import { heatLines } from "./heat-rows";

const rows = [
  aRow({ slug: "a", team: "x", teamName: "X" }),
  aRow({ slug: "b", team: "x", teamName: "X" }),
  aRow({ slug: "c", team: "y", teamName: "Y" }),
];

it("puts the name of a team over its services when they stand together", () => {
  expect(heatLines(rows, true).map(({ key }) => key)).toEqual(["team x", "a", "b", "team y", "c"]);
});

it("has a line for each service otherwise", () => {
  expect(heatLines(rows, false).map(({ kind }) => kind)).toEqual(["service", "service", "service"]);
});
