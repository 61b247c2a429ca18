/** The colours a chart may use, as a text colour: fills, strokes, hatching and outlines all take it from there. */
export type ChartTone = "good" | "brass" | "bad" | "violet" | "amber" | "ink" | "faint";

export const CHART_TONE: Record<ChartTone, string> = {
  good: "text-yes",
  brass: "text-brass",
  bad: "text-no",
  violet: "text-unclear",
  amber: "text-partly-mark",
  ink: "text-ink-2",
  faint: "text-line-strong",
};

/** The quiet ground under a line of that tone. */
export const CHART_GROUND: Record<ChartTone, string> = {
  good: "fill-yes-soft",
  brass: "fill-brass-soft",
  bad: "fill-no-soft",
  violet: "fill-unclear-soft",
  amber: "fill-partly-soft",
  ink: "fill-sunk",
  faint: "fill-sunk",
};

/** Solid is known, hatched is accepted, outlined is not known or not there yet. */
export type ChartFill = "solid" | "hatched" | "outlined";

export const CHART_FILL: Record<ChartFill, string> = {
  solid: "bg-current",
  hatched: "hatch",
  outlined: "outlined",
};
