/** A line that is drawn: where it starts and ends, in pixels from the first one. */
export interface VisibleLine {
  index: number;
  start: number;
  end: number;
}

/** The drawn lines with the empty space that stands before each, and the space after the last. */
export interface Spaced {
  drawn: { index: number; before: number }[];
  after: number;
}

/** Puts space where lines are left out, so that those that are drawn stand where all would have put them. */
export function spaced(drawn: readonly VisibleLine[], total: number): Spaced {
  let end = 0;
  const placed = drawn.map((line) => {
    const before = Math.max(0, line.start - end);
    end = line.end;
    return { index: line.index, before };
  });
  return { drawn: placed, after: Math.max(0, total - end) };
}

/** The lines to draw: those in sight, and the one with the cursor, which would lose the focus when it left. */
export function withCursor(inSight: readonly number[], cursor: number | null, count: number): number[] {
  if (cursor === null || cursor < 0 || cursor >= count || inSight.includes(cursor)) return [...inSight];
  return [...inSight, cursor].sort((a, b) => a - b);
}

/**
 * The drawn lines with the one that the cursor has just moved to, which takes the focus before it is known where that line
 * stands; the next look at the window places it.
 */
export function withLine(drawn: Spaced["drawn"], line: number | null): Spaced["drawn"] {
  if (line === null || drawn.some(({ index }) => index === line)) return drawn;
  return [...drawn, { index: line, before: 0 }].sort((a, b) => a.index - b.index);
}
