/** One line of the result: what was measured, its bar, and whether it is reached. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The floor of the same run, where the bar is a ratio to it. */
  floor?: number;
  bar: string;
  reached: boolean;
  /** The bar in numbers, where it is one of time or of how much a second. */
  limit?: { value: number; kind: "at least" | "below" };
}

/** At least so much. */
export const atLeast = (name: string, value: number, bar: number, unit: string): Figure => ({
  name,
  value,
  unit,
  bar: `≥ ${bar} ${unit}`,
  reached: value >= bar,
  ...(unit === "/s" ? { limit: { value: bar, kind: "at least" as const } } : {}),
});

/** Less than so much. */
export const below = (name: string, value: number, bar: number, unit: string): Figure => ({
  name,
  value,
  unit,
  bar: `< ${bar} ${unit}`,
  reached: value < bar,
  ...(unit === "s" || unit === "ms" ? { limit: { value: bar, kind: "below" as const } } : {}),
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

/** Empty dynamic pages a second of the machine that bars of time and of how much a second hold for. */
export const REFERENCE = 540;

/**
 * A figure with its bar as it is on this machine, both printed.
 * @param pace how fast this one is, 1 for the one that bars are made for
 */
export function onThisMachine(figure: Figure, pace: number): Figure {
  const { limit, value, unit, bar } = figure;
  if (!limit) return figure;
  const isRate = limit.kind === "at least";
  const here = isRate ? limit.value * pace : limit.value / pace;
  return {
    ...figure,
    bar: `${bar}, here ${rounded(here)} ${unit}`,
    reached: isRate ? value >= here : value < here,
  };
}

/** How each figure grows with the number of services, of runs that told the same ones; null where a run has none. */
export function growthOf(runs: readonly { services: number; figures: readonly Figure[] }[]): Figure[] {
  const [smallest] = runs;
  const count = (services: number) => services.toLocaleString("en");
  return (smallest?.figures ?? []).map(({ name }) => {
    const all = runs.map(({ figures }) => figures.find((each) => each.name === name));
    const last = all.findLast((each) => each !== undefined);
    const steps = all.map((each) => (each ? rounded(each.value) : "–")).join(" → ");
    const sizes = runs.map(({ services }) => count(services)).join(" → ");
    return {
      ...told(name, last?.value ?? Number.NaN, last?.unit ?? ""),
      bar: `${steps} at ${sizes} services`,
    };
  });
}

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
