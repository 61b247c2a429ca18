import "server-only";
import type { Scope } from "../../auth/scope";
import type { CsvImport, CsvImported } from "../../contracts/import";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { answerRows } from "../../domain/import/answer-rows";
import {
  type Columns,
  guessTable,
  type ImportTable,
  matchColumns,
  missingFields,
  TABLE_FIELDS,
  unreadHeaders,
} from "../../domain/import/columns";
import { planRows } from "../../domain/import/plan-rows";
import { planTable } from "../../domain/import/plan-table";
import type { Corrections } from "../../domain/import/rows";
import { reader, type TableRow } from "../../domain/import/service-rows";
import type { Action } from "../../domain/policy";
import { planThings } from "./import-backstage";
import { withThread } from "./import-thread";
import { loadAsked } from "./known-answers";
import { checkSize, type Planned, runImport } from "./run-import";
import { writeAnswers } from "./write-answers";
import { writePlans } from "./write-plans";

const RIGHTS: Record<ImportTable, readonly Action[]> = {
  services: [],
  answers: ["answer:save"],
  gaps: ["gap:plan"],
};

/**
 * Imports a table of services, answers or plans of gaps, as the exports give them or as people keep them. All or nothing;
 * a second time nothing changes.
 * @throws AppError refused with all rows when any of them cannot be imported, or when a needed column is missing;
 *   invalid_input for a table that cannot be read or has more rows than one import takes
 */
export async function importCsv(
  scope: Scope<"import:run">,
  { csv, what: told, columns: chosen, values, ...asked }: CsvImport,
  now: Date,
): Promise<CsvImported> {
  return withThread(csv, "csv", async (perform) => {
    const { separator, headers, rows } = await perform("readTable", csv);
    const what = told ?? guessTable(headers);
    const columns = matchColumns(what, headers, chosen as Record<string, string | number | null> | undefined);
    const missing = missingFields(what, columns);
    checkSize("csv", rows.length, what);
    if (missing.length > 0 && asked.dryRun !== true) throw noColumn(missing);
    const corrections = new Map(Object.entries(asked.corrections ?? {}));
    const plan = async (tx: Tx, lock: boolean, at: Date): Promise<Planned> => {
      if (missing.length > 0) return { rows: [], write: async () => {} };
      if (what !== "services")
        return planQuestions(tx, scope, what, { rows, columns, corrections }, at, lock);
      const wanted = await perform("readServiceRows", rows, columns, values);
      return planThings(tx, scope, perform, wanted, asked.corrections, at, lock);
    };
    const imported = await runImport(scope, asked, RIGHTS[what], plan, now);
    const places = Object.fromEntries(TABLE_FIELDS[what].map((field) => [field, columns[field] ?? null]));
    const unread = unreadHeaders(headers, columns);
    return { ...imported, what, separator, headers, columns: places, unread, missing };
  });
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
  what: "answers" | "gaps",
  file: { rows: readonly TableRow[]; columns: Columns; corrections: Corrections },
  now: Date,
  lock: boolean,
): Promise<Planned> {
  const names = file.rows.map((row) => reader(row, file.columns)("service"));
  const { services, locked, people, authors } = await loadAsked(tx, names, now, lock);
  if (what === "answers") {
    const table = answerRows({ authorOf: (email) => authors.get(email) ?? null, now });
    const { rows, writes } = planTable(table, file.rows, file.columns, services, file.corrections);
    return { rows, write: (writing) => writeAnswers(writing, scope, writes, locked) };
  }
  const table = planRows(
    (email) => people.has(email),
    (email) => authors.has(email),
  );
  const { rows, writes } = planTable(table, file.rows, file.columns, services, file.corrections);
  return { rows, write: (writing) => writePlans(writing, scope, writes, locked, people) };
}
