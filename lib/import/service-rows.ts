import { readLinks, readList, restore } from "../domain/cells";
import type { Columns, ImportField } from "../domain/import-columns";
import type { ValueChoice } from "../domain/import-rows";
import { eachText, keptText, SERVICE_TEXTS, type ServiceTextName } from "../domain/service-texts";
import { isBlank, isLinkable, LIST_LIMITS, type Link, TEXT_LIMITS } from "../domain/text";
import { canonicalTag, LIFECYCLES, type Lifecycle, TIERS, type Tier } from "../domain/vocabulary";
import { nameTeam } from "./plan-teams";
import { firstOf, nameProblem, serviceTextProblem, shown, textProblem } from "./texts";
import { lifecycleOfWord, tierOfWord, Values } from "./values";
import { type Choice, chosen, open, type RowProblem, type Wanted, type WantedService } from "./wanted";

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

/** What the rows of a spreadsheet of services want. An empty cell says nothing. @param choice what its words mean */
export function readServiceRows(
  rows: readonly TableRow[],
  columns: Columns,
  choice: ValueChoice = {},
): Wanted {
  const values = new Values(choice);
  const wanted: Wanted = { teams: [], services: [], skipped: [], values: [] };
  for (const row of rows) wanted.services.push(serviceOf(row, columns, values, wanted));
  wanted.values = values.mappings();
  return wanted;
}

function serviceOf(row: TableRow, columns: Columns, values: Values, wanted: Wanted): WantedService {
  const cell = reader(row, columns);
  const notes: string[] = [];
  const problems: RowProblem[] = [];
  const refuse = (field: RowProblem["field"], message: string) => problems.push({ field, message });
  const slug = cell("slug").trim().toLowerCase() || null;
  const name = cell("name").trim() || null;
  const problem = nameProblem(name ?? slug ?? "", TEXT_LIMITS.name);
  if (problem) refuse(null, `The name ${problem}.`);
  const team = isBlank(cell("team")) ? cell("teamName") : cell("team");
  const called = isBlank(cell("teamName")) ? team : cell("teamName");
  const unfit = nameProblem(team, TEXT_LIMITS.name) ?? nameProblem(called, TEXT_LIMITS.name);
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
    team: isBlank(team) || unfit ? null : nameTeam(wanted, team, row.line, called),
    ...eachText((name) => textIn(cell(name), name, refuse)),
    tier: tierOf(cell("tier"), values, refuse),
    lifecycle: lifecycleOf(cell("lifecycle"), values, refuse),
    tags: cell("tags").trim() === "" ? null : tagsOf(cell("tags"), notes),
    links: linksOf(cell, problems, notes),
    dependsOn: cell("dependsOn").trim() === "" ? null : readList(cell("dependsOn")),
    adds: false,
    addsLinks: cell("links").trim() === "",
    notes,
    problems,
  };
}

/** A fact in words; null where its cell says nothing. */
function textIn(
  cell: string,
  name: ServiceTextName,
  refuse: (field: null, message: string) => void,
): string | null {
  const text = keptText(name, cell);
  const problem = serviceTextProblem(name, text);
  if (problem) refuse(null, `“${SERVICE_TEXTS[name].label}” ${problem}.`);
  return text === "" ? null : text;
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

/** What a cell of a row stands for; an empty one leaves it open, a word that nobody knows refuses the row. */
function tierOf(
  cell: string,
  values: Values,
  refuse: (field: "tier", message: string) => void,
): Choice<Tier> {
  if (cell.trim() === "") return open(3, TIERS, "Tier 3 assumed.");
  const tier = values.read("tier", cell, tierOfWord(cell));
  if (tier !== null) return chosen(tier);
  refuse("tier", `The tier “${shown(cell)}” is none of ${TIERS.join(", ")}: say what it means.`);
  return open(3, TIERS, "");
}

function lifecycleOf(
  cell: string,
  values: Values,
  refuse: (field: "lifecycle", message: string) => void,
): Choice<Lifecycle> {
  if (cell.trim() === "") return open("live", LIFECYCLES, "Live assumed.");
  const lifecycle = values.read("lifecycle", cell, lifecycleOfWord(cell));
  if (lifecycle !== null) return chosen(lifecycle);
  refuse(
    "lifecycle",
    `The lifecycle “${shown(cell)}” is none of ${LIFECYCLES.join(", ")}: say what it means.`,
  );
  return open("live", LIFECYCLES, "");
}

const LINK_COLUMNS = { repository: "Repository", runbook: "Runbook", dashboard: "Dashboard" } as const;

function linksOf(
  cell: (field: ImportField) => string,
  problems: RowProblem[],
  notes: string[],
): Link[] | null {
  const wrong = (url: string) =>
    problems.push({
      field: null,
      message: `“${shown(url)}” is not an address that starts with http:, https: or mailto:.`,
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
