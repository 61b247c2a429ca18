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
