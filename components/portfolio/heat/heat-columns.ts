import { AREAS } from "@/lib/domain/vocabulary";

/** Service, standing, score, the ten areas, incidents a year; how they are laid out is in heat.css. */
export const COLUMNS = 3 + AREAS.length + 1;
/** The column of the first area. */
export const FIRST_AREA = 3;
export const INCIDENTS = COLUMNS - 1;

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
