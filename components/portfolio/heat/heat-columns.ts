import { AREAS } from "@/lib/domain/vocabulary";

/** Service, standing, score, the ten areas, incidents a year. */
export const COLUMNS = 3 + AREAS.length + 1;
/** The column of the first area. */
export const FIRST_AREA = 3;
export const INCIDENTS = COLUMNS - 1;

/**
 * A row: on a screen a grid of its own, so that the head can stay in sight while the body scrolls sideways; on paper a
 * row of a table, whose head comes again on every sheet. The columns are the same for the head and every row; below
 * 900 px they are wider than the screen.
 */
export const HEAT_GRID =
  "grid w-full min-w-[51.5rem] items-stretch md:min-w-[63.25rem] print:table-row print:h-auto! " +
  "grid-cols-[9.5rem_1.75rem_2.5rem_repeat(10,3.25rem)_5.25rem] " +
  "md:grid-cols-[minmax(13rem,1fr)_9.75rem_6.25rem_repeat(10,minmax(2.75rem,3.5rem))_6.75rem]";

/** The first cell of a row stays in sight while the others scroll sideways. */
export const FIRST_CELL = "sticky left-0 z-1 bg-card pl-3.5 md:pl-4.5 print:static print:pl-2";

/** A cell; what the keyboard reaches comes to rest clear of the bars above and of the first column. */
export const CELL =
  "flex min-w-0 items-center print:table-cell print:px-0.5 print:py-[0.5px] print:align-middle print:text-[0.6875rem] print:leading-none print:whitespace-nowrap " +
  "[&_[data-column]]:scroll-mt-26 [&_[data-column]]:scroll-mb-6 [&_[data-column]]:scroll-ml-40";

/**
 * What the parts of the table are, said aloud: laid out as blocks and grids they would lose it. A cell of this grid is
 * reached through the link inside it.
 */
export const AS = {
  grid: { role: "grid" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  gridcell: { role: "gridcell" },
  space: { "aria-hidden": true },
} as const;
