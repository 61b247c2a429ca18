import type { ServiceRow } from "@/lib/contracts/services";

/** A line of the heat map: a service, or the team whose services follow. */
export type HeatLine =
  | { kind: "service"; key: string; row: ServiceRow }
  | { kind: "team"; key: string; team: string; name: string };

/** The lines of the heat map: with a line over the services of each team when they stand together. */
export function heatLines(rows: readonly ServiceRow[], grouped: boolean): HeatLine[] {
  let team: string | null = null;
  return rows.flatMap((row) => {
    const service: HeatLine = { kind: "service", key: row.slug, row };
    if (!grouped || row.team === team) return [service];
    team = row.team;
    return [{ kind: "team", key: `team ${row.team}`, team: row.team, name: row.teamName }, service];
  });
}

/** As many lines as end on the first sheet of A4; heat-paper.css hides what follows. */
export const PAPER_LINES = 24;

/** How many services are on paper: the lines that fit, without those that name a team. */
export function servicesOnPaper(lines: readonly HeatLine[]): number {
  return lines.slice(0, PAPER_LINES).filter(({ kind }) => kind === "service").length;
}
