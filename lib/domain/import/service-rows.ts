import { isBlank, isLinkable, LIST_LIMITS, TEXT_LIMITS } from "../text";
import { canonicalTag, LIFECYCLES, type Lifecycle, TIER_TEXT, TIERS, type Tier } from "../vocabulary";
import { readLinks, readList, restore } from "./cells";
import type { Columns, ImportField } from "./columns";
import { nameTeam } from "./plan-teams";
import { firstOf, nameProblem, shown, textProblem } from "./texts";
import {
  type Choice,
  chosen,
  open,
  type RowProblem,
  type Wanted,
  type WantedLink,
  type WantedService,
} from "./wanted";

/** One row of a table: where it stands in the file, and its cells. */
export interface TableRow {
  line: number;
  cells: readonly string[];
}

/** Reads the cells of a row by field, as they were before they were defused; empty where there is none. */
export const reader =
  (row: TableRow, columns: Columns) =>
  (field: ImportField): string => {
    const place = columns[field];
    return place === undefined ? "" : restore(row.cells[place] ?? "");
  };

/** What the rows of a spreadsheet of services want. An empty cell says nothing. */
export function readServiceRows(rows: readonly TableRow[], columns: Columns): Wanted {
  const wanted: Wanted = { teams: [], services: [], skipped: [] };
  for (const row of rows) wanted.services.push(serviceOf(row, columns, wanted));
  return wanted;
}

function serviceOf(row: TableRow, columns: Columns, wanted: Wanted): WantedService {
  const cell = reader(row, columns);
  const notes: string[] = [];
  const problems: RowProblem[] = [];
  const refuse = (field: RowProblem["field"], message: string) => problems.push({ field, message });
  const check = (text: string, what: string, most: number) => {
    const problem = textProblem(text, most);
    if (problem) refuse(null, `${what} ${problem}.`);
    return text;
  };
  const slug = cell("slug").trim().toLowerCase() || null;
  const name = cell("name").trim() || null;
  const problem = nameProblem(name ?? slug ?? "", TEXT_LIMITS.name);
  if (problem) refuse(null, `The name ${problem}.`);
  const team = cell("team");
  const unfit = nameProblem(team, TEXT_LIMITS.name);
  const missing = isBlank(team) && slug === null;
  if (missing || (unfit && !isBlank(team)))
    refuse("team", isBlank(team) ? "No team is named: choose one." : `The team's name ${unfit}.`);
  return {
    key: String(row.line),
    line: row.line,
    name,
    ref: null,
    slug,
    version: versionOf(cell("version"), problems),
    team: isBlank(team) || unfit ? null : nameTeam(wanted, team, row.line),
    description:
      cell("description") === ""
        ? null
        : check(cell("description"), "The description", TEXT_LIMITS.description),
    tier: tierOf(cell("tier"), refuse),
    lifecycle: lifecycleOf(cell("lifecycle"), refuse),
    tags: cell("tags").trim() === "" ? null : tagsOf(cell("tags"), notes),
    links: linksOf(cell, problems, notes),
    dependsOn: cell("dependsOn").trim() === "" ? null : readList(cell("dependsOn")),
    adds: false,
    addsLinks: cell("links").trim() === "",
    notes,
    problems,
  };
}

/** The version that a row was made from; null where it has none. */
export function versionOf(cell: string, problems: RowProblem[]): number | null {
  const text = cell.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (text !== "") problems.push({ field: null, message: `The version “${shown(text)}” is not a number.` });
  return null;
}

function tagsOf(cell: string, notes: string[]): string[] {
  const tags = readList(cell).flatMap((tag) => {
    const problem = nameProblem(tag, TEXT_LIMITS.tag);
    if (problem) notes.push(`The tag “${shown(tag)}” ${problem}: left out.`);
    return problem ? [] : [canonicalTag(tag)];
  });
  return firstOf([...new Set(tags)], LIST_LIMITS.tags, "tags", notes);
}

const TIER_WORDS: Record<string, Tier> = { high: 1, medium: 2, low: 3 };

/** A tier however it is written: 1, tier 1, T1, P1, critical. */
function tierOf(cell: string, refuse: (field: "tier", message: string) => void): Choice<Tier> {
  const word = cell.trim().toLowerCase();
  if (word === "") return open(3, TIERS, "Tier 3 assumed.");
  const number = /^(?:tier|t|p|level|criticality)?[\s_-]*([1-4])(?:\b.*)?$/.exec(word)?.[1];
  const tier = number
    ? (Number(number) as Tier)
    : (TIERS.find((each) => TIER_TEXT[each].name === word) ??
      (Object.hasOwn(TIER_WORDS, word) ? TIER_WORDS[word] : undefined));
  if (tier) return chosen(tier);
  refuse("tier", `The tier “${shown(cell)}” is none of 1, 2, 3, 4.`);
  return open(3, TIERS, "");
}

const LIFECYCLE_WORDS: Record<string, Lifecycle> = {
  production: "live",
  prod: "live",
  active: "live",
  running: "live",
  deprecated: "live",
  idea: "planned",
  development: "building",
  dev: "building",
  "in development": "building",
  experimental: "building",
  staging: "launching",
  beta: "launching",
  decommissioned: "retired",
  "end of life": "retired",
};

function lifecycleOf(cell: string, refuse: (field: "lifecycle", message: string) => void): Choice<Lifecycle> {
  const word = cell.trim().toLowerCase();
  if (word === "") return open("live", LIFECYCLES, "Live assumed.");
  const found =
    LIFECYCLES.find((each) => each === word) ??
    (Object.hasOwn(LIFECYCLE_WORDS, word) ? LIFECYCLE_WORDS[word] : undefined);
  if (found) return chosen(found);
  refuse("lifecycle", `The lifecycle “${shown(cell)}” is none of ${LIFECYCLES.join(", ")}.`);
  return open("live", LIFECYCLES, "");
}

const LINK_COLUMNS = { repository: "Repository", runbook: "Runbook", dashboard: "Dashboard" } as const;

function linksOf(
  cell: (field: ImportField) => string,
  problems: RowProblem[],
  notes: string[],
): WantedLink[] | null {
  const wrong = (url: string) =>
    problems.push({
      field: null,
      message: `“${shown(url)}” is no address that starts with http:, https: or mailto:.`,
    });
  const read = cell("links").trim() === "" ? null : readLinks(cell("links"));
  if (read && "wrong" in read) wrong(read.wrong);
  const links = read && !("wrong" in read) ? read : [];
  for (const [field, label] of Object.entries(LINK_COLUMNS)) {
    const url = cell(field as keyof typeof LINK_COLUMNS).trim();
    if (url === "") continue;
    if (!isLinkable(url)) wrong(url);
    else links.push({ label, url });
  }
  const long = links.find(
    (link) => textProblem(link.label, TEXT_LIMITS.linkLabel) ?? textProblem(link.url, TEXT_LIMITS.url),
  );
  if (long)
    problems.push({ field: null, message: `The link “${shown(long.url)}” or its label is too long.` });
  return links.length === 0 ? null : firstOf(links, LIST_LIMITS.links, "links", notes);
}
