import { listed } from "../words";
import type { PlannedTeam } from "./plan-teams";
import { shown } from "./texts";
import type { Wanted } from "./wanted";

/** Something about a file as a whole that a person should look at before it is imported. */
export const FINDING_CODES = ["no_name", "email_as_team"] as const;
export interface Finding {
  code: (typeof FINDING_CODES)[number];
  /** How many rows it is about. */
  rows: number;
  /** In words, with the lines or the names. */
  text: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const SHOWN = 8;

/** "3, 5 and 9", "3, 5, 8 and 12 more" */
function firstOf(items: readonly string[]): string {
  const rest = items.length - SHOWN;
  return listed(rest > 0 ? [...items.slice(0, SHOWN), `${rest.toLocaleString("en")} more`] : items);
}

const rowsText = (count: number) => (count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`);

/** What is to be said of a file: rows without a name, and addresses of people that would become teams. */
export function findingsOf(wanted: Wanted, teams: ReadonlyMap<string, PlannedTeam>): Finding[] {
  const findings: Finding[] = [];
  const unnamed = wanted.services.filter(
    (each) => each.name === null && each.slug === null && each.ref === null,
  );
  if (unnamed.length > 0) {
    const lines = firstOf(unnamed.map(({ line }) => String(line)));
    const text = `${rowsText(unnamed.length)} ${unnamed.length === 1 ? "has" : "have"} no name: ${unnamed.length === 1 ? "line" : "lines"} ${lines}.`;
    findings.push({ code: "no_name", rows: unnamed.length, text });
  }
  const rowsOf = new Map<string, number>();
  for (const { team } of wanted.services) if (team !== null) rowsOf.set(team, (rowsOf.get(team) ?? 0) + 1);
  const people = wanted.teams.filter(
    ({ key, name }) => EMAIL.test(name.trim()) && teams.get(key)?.row?.action === "create" && rowsOf.has(key),
  );
  if (people.length > 0) {
    const names = firstOf(
      people.map(({ key, name }) => `${shown(name)} (${rowsText(rowsOf.get(key) ?? 0)})`),
    );
    const what = people.length === 1 ? "An e-mail address is" : `${people.length} e-mail addresses are`;
    const rows = people.reduce((sum, { key }) => sum + (rowsOf.get(key) ?? 0), 0);
    findings.push({
      code: "email_as_team",
      rows,
      text: `${what} taken for ${people.length === 1 ? "a team" : "teams"}: ${names}.`,
    });
  }
  return findings;
}
