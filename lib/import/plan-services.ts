import {
  type Corrections,
  changesBetween,
  type Finding,
  fold,
  type ImportRow,
  importRow,
} from "../domain/import-rows";
import { rightsToChange } from "../domain/policy";
import { listed } from "../domain/words";
import { type Facts, factsOf, showFacts } from "./facts";
import { type Index, indexOf, type KnownService, type KnownTeam, matchService } from "./known";
import { ANEW } from "./plan-table";
import { type PlannedTeam, planTeams } from "./plan-teams";
import { shown } from "./texts";
import type { Wanted, WantedService } from "./wanted";

/** A service to be written. `before` is null for a new one. */
export interface ServiceWrite {
  id: string;
  row: ImportRow;
  before: KnownService | null;
  after: Facts;
  /** The short name that the file gives it; null where one is made from its name. */
  wish: string | null;
  /** A deleted service whose place in the catalogue it takes. */
  instead: string | null;
  /** A lowered tier or a dropped tag: it needs a reason, which the import gives. */
  narrowed: boolean;
}

export interface Plan {
  rows: ImportRow[];
  teams: Map<string, PlannedTeam>;
  services: ServiceWrite[];
  findings: Finding[];
}

interface Known {
  teams: readonly KnownTeam[];
  services: readonly KnownService[];
}

/** A service of the file, with what it was found to be. */
interface MatchedService {
  wanted: WantedService;
  id: string;
  before: KnownService | null;
  /** A deleted one that it cannot be, so that a new one takes its place. */
  gone: KnownService | null;
  note: string | null;
  /** It is not written: left out by hand, deleted, or not there. */
  left: string | null;
}

/**
 * What a file of teams and services does to what is there. Nothing is taken away that a catalogue does not mention;
 * a spreadsheet's cells replace. A row that asks for what is there already is the same.
 * @param makeId a new id each time
 */
export function planServices(
  wanted: Wanted,
  known: Known,
  corrections: Corrections,
  makeId: () => string,
): Plan {
  const teams = planTeams(wanted.teams, known.teams, corrections, makeId);
  const claimed = new Set<string>();
  const index = indexOf(known.services);
  for (const { slug } of wanted.services) {
    const there = slug === null ? undefined : index.bySlug.get(slug);
    if (there) claimed.add(there.id);
  }
  const matched = wanted.services.flatMap((service) => {
    const found = matchedService(service, teams, index, corrections, claimed, makeId);
    if (found.before) claimed.add(found.before.id);
    const named = service.name !== null || service.slug !== null || service.ref === null;
    if (found.before || named) return [found];
    for (const key of service.dependsOn ?? []) {
      const other = wanted.services.find((each) => each.key === key);
      other?.notes.push(`${service.key} is not there: it does not come to depend on this.`);
    }
    return [];
  });
  const finder = dependencyFinder(matched, known.services);
  const labels = new Map(known.services.map((each) => [each.id, each.slug]));
  for (const {
    before,
    id,
    wanted: { name },
  } of matched)
    if (!before && name !== null) labels.set(id, `${name} (new)`);
  for (const { dependsOn } of known.services) for (const each of dependsOn) labels.set(each.id, each.slug);
  const teamLabels = new Map(known.teams.map((each) => [each.id, each.slug]));
  for (const { id, label } of teams.values()) if (!teamLabels.has(id)) teamLabels.set(id, label);
  const names = {
    team: (id: string) => teamLabels.get(id) ?? "",
    service: (id: string) => labels.get(id) ?? "",
  };
  const seen = new Map<string, WantedService>();
  const writes: ServiceWrite[] = [];
  const rows = matched.map((each) => {
    const self = identity(each, teams);
    const { row, write } = planService(each, teams, finder, names, seen.get(self));
    if (each.left === null) seen.set(self, each.wanted);
    if (write) writes.push(write);
    return row;
  });
  const skipped = wanted.skipped.map((each) => {
    const left = corrections.get(each.key)?.skip === true && each.action === "error";
    return importRow({ ...each, kind: "entity", ...(left ? { action: "skip" as const } : {}) });
  });
  const used = [...teams.values()].flatMap((team) => (team.row ? [team.row] : []));
  const all = [...used, ...rows, ...skipped].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { rows: all, teams, services: writes, findings: findingsOf(wanted, teams) };
}

function matchedService(
  wanted: WantedService,
  teams: ReadonlyMap<string, PlannedTeam>,
  known: Index<KnownService>,
  corrections: Corrections,
  claimed: ReadonlySet<string>,
  makeId: () => string,
): MatchedService {
  const teamId = wanted.team === null ? null : (teams.get(wanted.team)?.id ?? null);
  const { found, note, problem } = matchService(wanted, teamId, known, claimed);
  if (problem) wanted.problems.push({ field: null, message: problem });
  const again = found?.deleted === true && !found.restorable;
  const before = again ? null : found;
  const skip = corrections.get(wanted.key)?.skip === true;
  const left = skip ? "Left out by hand." : before?.deleted ? "It was deleted here: restore it first." : null;
  return { wanted, id: before?.id ?? makeId(), before, gone: again ? found : null, note, left };
}

/** By what two rows are seen to mean the same service: new ones of a spreadsheet by short name, else by team and name. */
function identity({ wanted, id, before }: MatchedService, teams: ReadonlyMap<string, PlannedTeam>): string {
  if (before || wanted.ref !== null) return id;
  if (wanted.slug !== null) return `slug/${wanted.slug}`;
  if (wanted.name === null) return id;
  return `${wanted.team === null ? "" : teams.get(wanted.team)?.id}/${fold(wanted.name)}`;
}

/** Finds services that others depend on: those of the file first, then those that are there. */
function dependencyFinder(
  matched: readonly MatchedService[],
  known: readonly KnownService[],
): (ref: string) => string | null {
  const found = new Map<string, string>();
  const say = (name: string | null, id: string) => {
    if (name !== null && !found.has(fold(name))) found.set(fold(name), id);
  };
  const there = matched.filter(({ left, before }) => left === null || (before && !before.deleted));
  const alive = known.filter((each) => !each.deleted);
  for (const { wanted, id } of there) if (wanted.ref !== null) say(wanted.key, id);
  for (const { wanted, id } of there) say(wanted.slug, id);
  for (const each of alive) say(each.externalRef, each.id);
  for (const each of alive) say(each.slug, each.id);
  for (const { wanted, id } of there) say(wanted.name, id);
  for (const each of alive) say(each.name, each.id);
  return (ref) => found.get(fold(ref)) ?? null;
}

function planService(
  { wanted, id, before, gone, note, left }: MatchedService,
  teams: ReadonlyMap<string, PlannedTeam>,
  find: (ref: string) => string | null,
  names: Parameters<typeof showFacts>[1],
  twin: WantedService | undefined,
): { row: ImportRow; write: ServiceWrite | null } {
  const { key, line } = wanted;
  const notes = [...wanted.notes];
  const name = wanted.name ?? before?.name ?? wanted.slug ?? "(no name)";
  const row = importRow({ key, line, kind: "service", name, slug: before?.slug ?? null, notes });
  const refuse = (action: "skip" | "error", reason: string) => ({
    row: { ...row, action, reason },
    write: null,
  });
  if (left) return refuse("skip", left);
  if (twin) return refuse("error", `The same service stands on line ${twin.line ?? "?"} already.`);
  const team = wanted.team === null ? null : teams.get(wanted.team);
  const problems = wanted.problems.map((problem) => problem.message);
  if (team?.row && ["skip", "error"].includes(team.row.action) && !team.row.slug)
    problems.push(`Its team is not imported (line ${team.row.line ?? "?"}): choose another.`);
  if (problems.length > 0) return refuse("error", problems.join(" "));
  const teamId = team?.id ?? before?.teamId;
  if (teamId === undefined) return refuse("error", "No team is named: choose one.");
  if (gone) notes.push("A service of this name was deleted here: a new one is created.");
  if (note) notes.push(note);
  if (!before && !gone && wanted.slug !== null)
    notes.push(`No service has the short name “${shown(wanted.slug)}”: a new one is created.`);
  // A deleted one may stay where it stood.
  const kept = (ref: string) => before?.dependsOn.find((each) => each.slug === ref)?.id ?? null;
  const dependsOn = (wanted.dependsOn ?? []).flatMap((ref) =>
    dependency(ref, find(ref) ?? kept(ref), id, notes),
  );
  const after = factsOf(wanted, before, { teamId, dependsOn }, notes);
  const ids = before && { ...before, dependsOn: before.dependsOn.map((each) => each.id) };
  row.changes = changesBetween(ids && showFacts(ids, names), showFacts(after, names));
  row.action = before ? (row.changes.length > 0 ? "change" : "same") : "create";
  if (row.action === "same") return { row, write: null };
  if (before && wanted.version !== null && wanted.version !== before.version) {
    const versions = `version ${wanted.version} in the file, ${before.version} here`;
    return refuse("error", `Somebody changed this service since the file was made (${versions}): ${ANEW}.`);
  }
  const narrowed = before !== null && rightsToChange(before, after).includes("service:narrow");
  if (narrowed) notes.push("Fewer questions may be asked: the import is noted as the reason.");
  return { row, write: { id, row, before, after, wish: wanted.slug, instead: gone?.id ?? null, narrowed } };
}

function dependency(ref: string, found: string | null, self: string, notes: string[]): string[] {
  if (found !== null && found !== self) return [found];
  notes.push(
    found === self
      ? "A service does not depend on itself: left out."
      : `It depends on ${shown(ref)}, which is not there: left out.`,
  );
  return [];
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
function findingsOf(wanted: Wanted, teams: ReadonlyMap<string, PlannedTeam>): Finding[] {
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
