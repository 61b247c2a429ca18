import { eachText, SERVICE_TEXT_NAMES } from "./service-texts";

/** What a table of rows can bring, as the exports give it. */
export const IMPORT_TABLES = ["services", "answers", "gaps"] as const;
export type ImportTable = (typeof IMPORT_TABLES)[number];

/** The fields that the rows of a table have. */
export const TABLE_FIELDS = {
  services: [
    "slug",
    "name",
    "team",
    "teamName",
    "tier",
    "lifecycle",
    "tags",
    ...SERVICE_TEXT_NAMES,
    "links",
    "repository",
    "runbook",
    "dashboard",
    "dependsOn",
    "version",
  ],
  answers: [
    "service",
    "question",
    "verdict",
    "reason",
    "evidence",
    "version",
    "savedAt",
    "savedBy",
    "savedByEmail",
    "claimedBy",
    "source",
    "token",
    "stale",
  ],
  gaps: ["service", "question", "owner", "dueOn", "effortDays", "state", "ticket", "note", "version"],
} as const satisfies Record<ImportTable, readonly string[]>;
export type ImportField = (typeof TABLE_FIELDS)[ImportTable][number];

/** The fields without which a table cannot be read; of several in one list one is enough. */
export const NEEDED_FIELDS: Record<ImportTable, readonly (readonly ImportField[])[]> = {
  services: [["name", "slug"]],
  answers: [["service"], ["question"], ["verdict"]],
  gaps: [["service"], ["question"]],
};

/** Headers by which a field is known, the surest first; compared without spaces, signs and capital letters. */
const HEADERS: Record<ImportField, readonly string[]> = {
  slug: ["slug", "short name"],
  name: ["name", "service", "service name", "application", "application name", "app", "component", "title"],
  team: ["team", "owner", "squad", "owning team", "team name", "group", "owned by"],
  teamName: ["team name"],
  tier: ["tier", "criticality", "critical", "service tier", "importance"],
  lifecycle: ["lifecycle", "status", "stage", "phase", "state"],
  tags: ["tags", "tag", "labels", "label", "keywords"],
  ...eachText((_, { headers }) => headers),
  links: ["links", "urls", "link", "url"],
  repository: [
    "repository",
    "repo",
    "source",
    "source code",
    "github",
    "gitlab",
    "repository url",
    "repo url",
  ],
  runbook: ["runbook", "run book", "playbook", "runbook url"],
  dashboard: ["dashboard", "monitoring", "grafana", "dashboard url"],
  dependsOn: ["depends on", "dependencies", "dependency", "needs", "uses", "upstream"],
  service: ["service", "slug", "service slug", "application", "component", "service name"],
  question: ["question", "question key", "key", "check", "question text"],
  verdict: ["verdict", "answer", "result", "status"],
  reason: ["reason", "comment", "justification", "explanation", "notes"],
  evidence: ["evidence", "evidence links", "proof", "links"],
  owner: ["owner", "assignee", "owner email", "assigned to", "responsible"],
  dueOn: ["due on", "due", "due date", "deadline"],
  effortDays: ["effort days", "effort", "days", "estimate"],
  state: ["state", "plan state", "progress", "status"],
  ticket: ["ticket", "issue", "ticket url", "ticket link"],
  note: ["note", "notes", "comment", "plan"],
  version: ["version"],
  savedAt: ["saved at", "answered at", "answered on"],
  savedBy: ["saved by", "answered by"],
  savedByEmail: ["saved by email"],
  claimedBy: ["claimed by"],
  source: ["source"],
  token: ["token"],
  stale: ["stale"],
};

/** Column by field: its place in the row, from 0. */
export type Columns = Partial<Record<ImportField, number>>;
/** What a person says of columns: a header, its place from 0, or null for none. */
export type ColumnChoice = Readonly<Record<string, string | number | null>>;

const plain = (header: string): string =>
  header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * Finds the columns of a table by their headers. Of two fields that a header would fit, the one it fits better takes it;
 * what a person chose comes first.
 */
export function matchColumns(
  what: ImportTable,
  headers: readonly string[],
  choice: ColumnChoice = {},
): Columns {
  const columns: Columns = {};
  const free = new Set(headers.keys());
  const fields: readonly ImportField[] = TABLE_FIELDS[what];
  const take = (field: ImportField, place: number) => {
    columns[field] = place;
    free.delete(place);
  };
  for (const field of fields) {
    const chosen = Object.hasOwn(choice, field) ? choice[field] : undefined;
    const place = typeof chosen === "string" ? placeOf(chosen, headers) : chosen;
    if (typeof place === "number" && place in headers) take(field, place);
  }
  const open = fields.filter((field) => !Object.hasOwn(choice, field));
  const longest = Math.max(...open.map((field) => HEADERS[field].length), 0);
  for (let rank = 0; rank < longest; rank += 1) {
    for (const field of open) {
      const name = HEADERS[field][rank];
      if (name === undefined || columns[field] !== undefined) continue;
      const place = [...free].find((each) => plain(headers[each] ?? "") === plain(name));
      if (place !== undefined) take(field, place);
    }
  }
  // A spreadsheet's "version" is that of its software, unless it comes from here.
  if (what === "services" && columns.slug === undefined && !Object.hasOwn(choice, "version"))
    delete columns.version;
  return columns;
}

function placeOf(header: string, headers: readonly string[]): number | undefined {
  const exact = headers.indexOf(header);
  const place = exact >= 0 ? exact : headers.findIndex((each) => plain(each) === plain(header));
  return place < 0 ? undefined : place;
}

/** What a table is about, by its headers: plans have a date, effort or ticket, answers a verdict, services neither. */
export function guessTable(headers: readonly string[]): ImportTable {
  const gaps = matchColumns("gaps", headers);
  const places = (["dueOn", "effortDays", "ticket"] as const).filter((field) => gaps[field] !== undefined);
  if (gaps.question !== undefined && places.length > 0) return "gaps";
  const { question, verdict } = matchColumns("answers", headers);
  return question !== undefined && verdict !== undefined ? "answers" : "services";
}

/** The fields that are needed and that no column has. */
export function missingFields(what: ImportTable, columns: Columns): ImportField[] {
  return NEEDED_FIELDS[what].flatMap((any) => {
    const [first] = any;
    return first === undefined || any.some((field) => columns[field] !== undefined) ? [] : [first];
  });
}

/** The headers of the columns that nobody reads. */
export function unreadHeaders(
  headers: readonly string[],
  columns: Partial<Record<ImportField, number | null>>,
): string[] {
  const read = new Set(Object.values(columns));
  return headers.filter((header, place) => header !== "" && !read.has(place));
}
