import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spaced, withCursor, withLine } from "./heat-window";

const line = (index: number) => ({ index, start: index * 24, end: (index + 1) * 24 });

describe("spaced", () => {
  it("puts space before the first line in sight and after the last", () => {
    expect(spaced([line(10), line(11)], 2400)).toEqual({
      drawn: [
        { index: 10, before: 240 },
        { index: 11, before: 0 },
      ],
      after: 2400 - 288,
    });
  });
  it("puts space between a line that is kept and those in sight", () => {
    expect(spaced([line(2), line(10)], 264).drawn[1]).toEqual({ index: 10, before: 7 * 24 });
  });
  it("is as high as all lines would be, whichever are drawn", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 200 })), (indexes) => {
        const lines = indexes.sort((a, b) => a - b).map(line);
        const { drawn, after } = spaced(lines, 201 * 24);
        const height = drawn.reduce((sum, each) => sum + each.before + 24, after);
        expect(height).toBe(201 * 24);
      }),
    );
  });
});

describe("withCursor", () => {
  it.each([
    [[5, 6, 7], 2, [2, 5, 6, 7]],
    [[5, 6, 7], 90, [5, 6, 7, 90]],
    [[5, 6, 7], 6, [5, 6, 7]],
    [[5, 6, 7], null, [5, 6, 7]],
    [[5, 6, 7], 100, [5, 6, 7]],
  ])("of %j with the cursor at %j draws %j", (inSight, cursor, drawn) => {
    expect(withCursor(inSight, cursor, 100)).toEqual(drawn);
  });
});

describe("withLine", () => {
  const drawn = [3, 4, 9].map((index) => ({ index, before: 0 }));
  it.each([
    [null, [3, 4, 9]],
    [4, [3, 4, 9]],
    [0, [0, 3, 4, 9]],
    [120, [3, 4, 9, 120]],
  ])("of cursor %s draws %j", (line, lines) => {
    expect(withLine(drawn, line).map(({ index }) => index)).toEqual(lines);
  });
});
