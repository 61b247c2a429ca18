import { applies } from "../domain/applies";
import type { Columns, ImportTable } from "../domain/import-columns";
import {
  type Corrections,
  changesBetween,
  type ImportKind,
  type ImportRow,
  importRow,
} from "../domain/import-rows";
import type { ServiceLookup, ServiceQuestion } from "./known";
import { reader, type TableRow, versionOf } from "./service-rows";
import { shown } from "./texts";
import type { RowProblem } from "./wanted";

/** The outcome of reading one row about a question of a service. */
export type Read<T> =
  | { same: string | null; notes?: string[] }
  | { problems: RowProblem[] }
  | {
      after: T;
      /** What is left out of it, and why. */
      notes?: string[];
      /** By its date it was told that it is newer than what is there: its version says nothing more. */
      dated?: boolean;
    };

/** What a kind of row about a question is: how it is read, and what it is compared with. */
export interface QuestionTable<T, K extends { version: number }> {
  kind: Extract<ImportKind, "answer" | "plan">;
  what: ImportTable;
  known(asked: ServiceQuestion): K | undefined;
  read(cell: ReturnType<typeof reader>, before: K | undefined, asked: ServiceQuestion): Read<T>;
  show(facts: T | K): Record<string, string | null>;
}

/** Something to be written about a question of a service. */
export interface QuestionWrite<T> {
  serviceId: string;
  question: string;
  version: number;
  after: T;
  row: ImportRow;
}

/**
 * What the rows of a table about questions do: each compared with what is there. A row that is there already is the
 * same, whatever version it was made from; one that would overwrite a newer version is refused. Where nothing is there
 * a version says nothing: the file comes from elsewhere.
 */
export function planTable<T, K extends { version: number }>(
  table: QuestionTable<T, K>,
  rows: readonly TableRow[],
  columns: Columns,
  services: ServiceLookup,
  corrections: Corrections,
): { rows: ImportRow[]; writes: QuestionWrite<T>[] } {
  const seen = new Map<string, number>();
  const writes: QuestionWrite<T>[] = [];
  const all = rows.map((each) => {
    const cell = reader(each, columns);
    const key = String(each.line);
    const name = `${shown(cell("service"))} · ${shown(cell("question"))}`;
    const row = importRow({ key, line: each.line, kind: table.kind, name });
    if (corrections.get(key)?.skip) return { ...row, action: "skip" as const, reason: "Left out by hand." };
    const target = findQuestion(cell("service"), cell("question"), services);
    if ("reason" in target) return { ...row, ...target };
    row.slug = target.service.slug;
    const place = `${target.service.id}/${target.question.key}`;
    const twin = seen.get(place);
    if (twin !== undefined)
      return refuse(row, `The same question of the same service stands on line ${twin} already.`);
    seen.set(place, each.line);
    return compare(table, row, cell, target, writes);
  });
  return { rows: all, writes };
}

/** What to do about a row that was made from another version. */
export const ANEW = "export it again, or leave the column of versions out";

const refuse = (row: ImportRow, reason: string): ImportRow => ({ ...row, action: "error", reason });

function compare<T, K extends { version: number }>(
  table: QuestionTable<T, K>,
  row: ImportRow,
  cell: ReturnType<typeof reader>,
  asked: ServiceQuestion,
  writes: QuestionWrite<T>[],
): ImportRow {
  const problems: RowProblem[] = [];
  const version = versionOf(cell("version"), problems);
  const before = table.known(asked);
  const read = table.read(cell, before, asked);
  if ("problems" in read) problems.push(...read.problems);
  else row.notes.push(...(read.notes ?? []));
  if (problems.length > 0) return refuse(row, problems.map((each) => each.message).join(" "));
  if ("same" in read) return read.same === null ? row : { ...row, action: "skip", reason: read.same };
  if (!("after" in read)) throw new RangeError("a row without problems has an outcome");
  const { after } = read;
  const changes = changesBetween(before ? table.show(before) : null, table.show(after));
  if (before && changes.length === 0) return row;
  const there = before?.version ?? 0;
  if (before && !read.dated && version !== null && version !== there) {
    const versions = `version ${version} in the file, ${there} here`;
    return refuse(row, `Somebody changed this since the file was made (${versions}): ${ANEW}.`);
  }
  const write = { ...row, action: before ? ("change" as const) : ("create" as const), changes };
  writes.push({
    serviceId: asked.service.id,
    question: asked.question.key,
    version: there + 1,
    after,
    row: write,
  });
  return write;
}

function findQuestion(
  text: string,
  key: string,
  services: ServiceLookup,
): ServiceQuestion | { action: "skip" | "error"; reason: string } {
  const service = services.find(text);
  if (typeof service === "string") return { action: "error", reason: service };
  if (service.deleted) return { action: "skip", reason: "Its service was deleted here: restore it first." };
  const question = service.questions.find((each) => each.key === key.trim() || each.text === key.trim());
  if (!question) return { action: "error", reason: `The checklist has no question “${shown(key)}”.` };
  if (applies(question, service)) return { service, question };
  return {
    action: "skip",
    reason: "The question does not apply to this service: its tier or tags leave it out.",
  };
}
