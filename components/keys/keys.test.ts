import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { BEGINNINGS, PLACES } from "@/components/palette/places";
import { GRID_KEYS, moveCell } from "@/components/portfolio/heat/heat-cursor";
import { GO_KEYS } from "./go-keys";
import { GoSequence } from "./go-sequence";
import { actionOf } from "./page-keys";

const pageOf = (href: string) => `app/(app)${href.replace(/\?.*/, "").replace(/\/$/, "")}/page.tsx`;

it.each([...GO_KEYS.map(({ action }) => action), ...[...PLACES, ...BEGINNINGS].map(({ href }) => href)])(
  "there is a page behind %s",
  (href) => {
    expect(existsSync(pageOf(href)), pageOf(href)).toBe(true);
  },
);

it("no letter leads to two places", () => {
  const letters = GO_KEYS.flatMap(({ keys }) => keys);
  expect(new Set(letters).size).toBe(letters.length);
});

it("g and a letter lead somewhere, together and in time only", () => {
  const sequence = new GoSequence();
  expect([sequence.press("p", 0), sequence.press("g", 10), sequence.press("p", 500)]).toEqual([
    null,
    "begun",
    "/",
  ]);
  expect([sequence.press("g", 1_000), sequence.press("g", 1_200)]).toEqual(["begun", "/gaps"]);
  expect([sequence.press("g", 2_000), sequence.press("x", 2_100), sequence.press("p", 2_200)]).toEqual([
    "begun",
    null,
    null,
  ]);
  expect([sequence.press("g", 3_000), sequence.press("p", 4_501)]).toEqual(["begun", null]);
  sequence.press("g", 9_000);
  sequence.end();
  expect(sequence.press("p", 9_100)).toBe(null);
});

it("a key that is declared does what it is declared for, any other nothing", () => {
  const table = [{ keys: ["j", "ArrowDown"], does: "Next", action: "next" }];
  expect(["j", "ArrowDown", "k", "constructor"].map((key) => actionOf(table, key))).toEqual([
    "next",
    "next",
    null,
    null,
  ]);
});

it("every key that is listed for the map moves in it", () => {
  const from = { row: 5, column: 5 };
  for (const key of GRID_KEYS.keys.flatMap(({ keys }) => keys)) {
    const to = moveCell(from, key, false, { rows: 9, columns: 9, page: 3 });
    expect(to, key).not.toBeNull();
    expect(to, key).not.toEqual(from);
  }
});
