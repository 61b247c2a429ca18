import { expect, it } from "vitest";
import { aRow } from "../testing-portfolio";
import { heatLines, PAPER_LINES, servicesOnPaper } from "./heat-rows";

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

it("counts the services whose lines fit on one sheet, without the names of teams", () => {
  const many = Array.from({ length: 60 }, (_, index) => aRow({ slug: `s${index}`, team: `t${index % 60}` }));
  expect(servicesOnPaper(heatLines(many, false))).toBe(PAPER_LINES);
  expect(servicesOnPaper(heatLines(many, true))).toBe(PAPER_LINES / 2);
  expect(servicesOnPaper(heatLines(rows, true))).toBe(3);
});
