import "server-only";
import type { Scope } from "../../auth/scope";
import type { CsvImport, CsvImported } from "../../contracts/import";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import {
  type Columns,
  guessTable,
  type ImportField,
  type ImportTable,
  matchColumns,
  missingFields,
  TABLE_FIELDS,
  unreadHeaders,
} from "../../domain/import-columns";
import type { Action } from "../../domain/policy";
import type { AnswerFacts } from "../../import/answer-rows";
import type { QuestionWrite } from "../../import/plan-table";
import type { Table } from "../../import/read-table";
import { reader } from "../../import/service-rows";
import type { Wanted } from "../../import/wanted";
import { type AnswerWrite, writeAnswers } from "../answers/write-answers";
import { planThings } from "./import-backstage";
import { type Perform, performFor } from "./import-thread";
import { loadKnownAnswers } from "./known-answers";
import { checkSize, type Planned, runImport } from "./run-import";
import { writePlans } from "./write-plans";

const RIGHTS: Record<ImportTable, readonly Action[]> = {
  services: [],
  answers: ["answer:save"],
  gaps: ["gap:plan"],
};

/** A table as it was read: all of it that needs no database. */
export interface CsvFile extends Table {
  perform: Perform;
  what: ImportTable;
  columns: Columns;
  missing: ImportField[];
  /** What rows of services want; null for the other tables, and where a needed column is missing. */
  wanted: Wanted | null;
}

/**
 * Reads a table, which takes long for a large one: before anything is taken of which others need one too.
 * @throws AppError invalid_input for a table that cannot be read or has more rows than one import takes; refused when a
 *   needed column is missing, but for a dry run; unavailable when others' files are being read
 */
export async function readCsv({
  csv,
  what: told,
  columns: chosen,
  values,
  dryRun,
}: CsvImport): Promise<CsvFile> {
  const perform = performFor(csv, "csv");
  const table = await perform("readTable", csv);
  const what = told ?? guessTable(table.headers);
  const columns = matchColumns(
    what,
    table.headers,
    chosen as Record<string, string | number | null> | undefined,
  );
  const missing = missingFields(what, columns);
  checkSize("csv", table.rows.length, what);
  if (missing.length > 0 && dryRun !== true) throw noColumn(missing);
  const services = what === "services" && missing.length === 0;
  const wanted = services ? await perform("readServiceRows", table.rows, columns, values) : null;
  return { ...table, perform, what, columns, missing, wanted };
}

/**
 * Imports a table of services, answers or plans of gaps, as the exports give them or as people keep them. All or nothing;
 * a second time nothing changes.
 * @param read the table, where it was read before
 * @throws AppError what readCsv throws; refused with all rows when any of them cannot be imported
 */
export async function importCsv(
  scope: Scope<"import:run">,
  asked: CsvImport,
  now: Date,
  read?: CsvFile,
): Promise<CsvImported> {
  const file = read ?? (await readCsv(asked));
  const { perform, what, separator, headers, columns, missing, wanted } = file;
  const plan = async (tx: Tx, lock: boolean, at: Date): Promise<Planned> => {
    if (missing.length > 0) return { rows: [], write: async () => {} };
    if (wanted === null) return planQuestions(tx, scope, file, asked.corrections, at, lock);
    return planThings(tx, scope, perform, structuredClone(wanted), asked.corrections, at, lock);
  };
  const imported = await runImport(scope, asked, RIGHTS[what], plan, now);
  const places = Object.fromEntries(TABLE_FIELDS[what].map((field) => [field, columns[field] ?? null]));
  const unread = unreadHeaders(headers, columns);
  return { ...imported, what, separator, headers, columns: places, unread, missing };
}

function noColumn(missing: readonly string[]): AppError {
  const message = `No column was found for: ${missing.join(", ")}. Say which it is with columns.`;
  const fields = missing.map((field) => ({
    field: `columns.${field}`,
    message: "No column was found for it.",
  }));
  return new AppError("refused", { message, fields });
}

async function planQuestions(
  tx: Tx,
  scope: Scope<"import:run">,
  { perform, what, rows: read, columns }: CsvFile,
  corrected: CsvImport["corrections"],
  now: Date,
  lock: boolean,
): Promise<Planned> {
  const names = read.map((row) => reader(row, columns)("service"));
  const { services, locked, people, authors } = await loadKnownAnswers(tx, names, now, lock);
  const file = { rows: read, columns, services, corrections: new Map(Object.entries(corrected ?? {})) };
  if (what === "answers") {
    const { rows, writes } = await perform("planAnswers", file, authors, now);
    return { rows, write: (writing) => writeAnswers(writing, scope, writes.map(answerOf(scope)), locked) };
  }
  const { rows, writes } = await perform("planGaps", file, people, authors);
  return { rows, write: (writing) => writePlans(writing, scope, writes, locked, people) };
}

/** An answer of a file as it is written; of whoever imports it, where nobody here is known to have given it. */
const answerOf =
  ({ viewer }: Scope<"import:run">) =>
  ({
    serviceId,
    question: questionKey,
    after: { provenance, ...answer },
  }: QuestionWrite<AnswerFacts>): AnswerWrite => ({
    ...{ serviceId, questionKey, kind: "save", ...answer },
    personId: provenance?.authorId ?? viewer.person.id,
    carried: {
      importedById: viewer.person.id,
      savedAt: provenance?.savedAt ?? null,
      doubtful: provenance?.doubtful ?? false,
      claimedBy: provenance?.authorId ? null : (provenance?.author ?? null),
      claimedSource: provenance?.source ?? null,
      tokenName: provenance?.token ?? null,
    },
  });
