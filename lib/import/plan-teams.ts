import { type Corrections, changesBetween, fold, type ImportRow, importRow } from "../domain/import-rows";
import { TEXT_LIMITS } from "../domain/text";
import { type Index, indexOf, type KnownTeam, type Match, matchTeam } from "./known";
import type { Wanted, WantedTeam } from "./wanted";

/** A team as it is to be. */
export interface TeamWrite {
  id: string;
  create: boolean;
  name: string;
  description: string;
  externalRef: string | null;
  /** The short name that the file gives it; null where one is made from its name. */
  slug: string | null;
  /** A deleted team whose place in the catalogue it takes. */
  instead: string | null;
}

/** A team of a file, with what happens to it. */
export interface PlannedTeam {
  id: string;
  /** Its short name, or its name before it has one. */
  label: string;
  /** Null when nothing is said of it: a team that is only named, and is there. */
  row: ImportRow | null;
  write: TeamWrite | null;
}

/**
 * What happens to the teams of a file, by key. A deleted team does not come back: a new one takes its place.
 * @param makeId a new id each time
 */
export function planTeams(
  wanted: readonly WantedTeam[],
  known: readonly KnownTeam[],
  corrections: Corrections,
  makeId: () => string,
): Map<string, PlannedTeam> {
  const index = indexOf(known);
  const planned = new Map<string, PlannedTeam>();
  const taken = new Map<string, string>();
  // What one row names by its short name is no other's by its name.
  const bySlug = new Set(wanted.flatMap(({ slug }) => (slug && index.bySlug.get(slug)?.id) || []));
  const claimed = { has: (id: string) => taken.has(id) || bySlug.has(id) };
  for (const team of wanted) {
    const match = matchTeam(team, index, team.slug === null ? taken : claimed);
    const plan = planTeam(team, match, index, corrections.get(team.key)?.skip === true, makeId);
    const twice = taken.get(plan.id);
    if (twice !== undefined && !team.implied) refuse(plan, `It is the same team as ${twice} in this file.`);
    else taken.set(plan.id, team.key);
    planned.set(team.key, plan);
  }
  return planned;
}

function refuse(plan: PlannedTeam, reason: string): void {
  plan.write = null;
  if (plan.row) Object.assign(plan.row, { action: "error", changes: [], reason });
}

function planTeam(
  team: WantedTeam,
  { found, note, problem: unclear }: Match<KnownTeam>,
  known: Index<KnownTeam>,
  skip: boolean,
  makeId: () => string,
): PlannedTeam {
  const row = importRow({ ...pick(team), slug: found?.slug ?? null, notes: [...team.notes] });
  const problem = team.problems[0]?.message ?? unclear;
  if (found && (team.implied || skip)) {
    const left: ImportRow = { ...row, action: "skip", reason: "Left out by hand." };
    return { id: found.id, label: found.slug, row: team.implied ? null : left, write: null };
  }
  if (skip || problem) {
    Object.assign(row, { action: skip ? "skip" : "error", reason: skip ? "Left out by hand." : problem });
    return { id: makeId(), label: team.name, row, write: null };
  }
  const byRef = team.ref === null ? undefined : known.byRef.get(team.ref);
  const gone = byRef?.deleted ? byRef : undefined;
  if (gone) row.notes.push("A team of this reference was deleted here: a new one is created.");
  if (note) row.notes.push(note);
  const after = {
    name: found?.name.trim() === team.name.trim() ? found.name : team.name.trim(),
    description: team.description ?? found?.description ?? "",
    externalRef: found?.externalRef ?? team.ref,
    slug: team.slug,
  };
  row.changes = changesBetween(found && shownTeam(found), shownTeam(after));
  row.action = found ? (row.changes.length > 0 ? "change" : "same") : "create";
  const id = found?.id ?? makeId();
  const write = row.action === "same" ? null : { id, create: !found, ...after, instead: gone?.id ?? null };
  return { id, label: found?.slug ?? `${after.name} (new)`, row, write };
}

const pick = ({ key, line, name }: WantedTeam) => ({ key, line, kind: "team" as const, name });
const shownTeam = ({
  name,
  description,
  externalRef,
}: Pick<KnownTeam, "name" | "description" | "externalRef">) => ({
  name,
  description,
  externalRef,
});

/**
 * Makes sure that a team named by a person or a cell is among those of the file.
 * @param text a key of the file, a short name, or a name
 * @param called its name, where `text` is its short name
 * @returns its key
 */
export function nameTeam(
  wanted: Pick<Wanted, "teams">,
  text: string,
  line: number | null,
  called = text,
): string {
  const told = text.trim();
  const key = `team:${fold(told)}`;
  const there = wanted.teams.find((team) => team.key === told || team.key === key);
  if (there) return there.key;
  const name = [...called.trim()].slice(0, TEXT_LIMITS.name).join("");
  const slug = called.trim() === told ? null : fold(told);
  const implied = { description: null, ref: null, implied: true, notes: [], problems: [] };
  wanted.teams.push({ key, line, name, slug, ...implied });
  return key;
}
