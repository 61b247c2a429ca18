import { COSTS, type Cost } from "../domain/vocabulary";
import { Prisma } from "./generated/client";

type Part = "known" | "unknown" | "accepted";

/** Expected incidents a year of one cost in an `incidents` column, as SQL. @param column such as `p."incidents"` */
export const incidentsOf = (column: string, cost: Cost, part: Part): string =>
  `(${column}['${cost}']['${part}'])::float8`;

/** Of all costs together, in their order, so that it is the sum that totalIncidents() makes (R2). */
export const allIncidents = (column: string, part: Part): Prisma.Sql =>
  Prisma.raw(`(${COSTS.map((cost) => incidentsOf(column, cost, part)).join(" + ")})`);
