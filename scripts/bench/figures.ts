/** One line of the result: what was measured, its bar, and whether it is reached. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The floor of the same run, where the bar is a ratio to it. */
  floor?: number;
  bar: string;
  reached: boolean;
}

/** At least so much. */
export const atLeast = (name: string, value: number, bar: number, unit: string): Figure => ({
  name,
  value,
  unit,
  bar: `≥ ${bar} ${unit}`,
  reached: value >= bar,
});

/** Less than so much. */
export const below = (name: string, value: number, bar: number, unit: string): Figure => ({
  name,
  value,
  unit,
  bar: `< ${bar} ${unit}`,
  reached: value < bar,
});

/** At least this share of a floor of the same run. */
export const shareOf = (name: string, value: number, floor: number, bar: number): Figure => ({
  name,
  value,
  unit: "/s",
  floor,
  bar: `≥ ${bar} of the floor`,
  reached: value >= bar * floor,
});

/** Only told. */
export const told = (name: string, value: number, unit: string): Figure => ({
  name,
  value,
  unit,
  bar: "",
  reached: true,
});

const rounded = (value: number) => value.toLocaleString("en", { maximumSignificantDigits: 4 });

/** The figures as a table for a terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((each) => [
    each.name,
    `${rounded(each.value)} ${each.unit}`,
    each.floor === undefined ? "" : rounded(each.floor),
    each.floor === undefined ? "" : (each.value / each.floor).toFixed(2),
    each.bar,
    each.reached ? "" : "missed",
  ]);
  const all = [["", "measured", "floor", "ratio", "bar", ""], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column > 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
