import { csvCell } from "@/lib/domain/cells";
import type { ImportField, ImportTable } from "@/lib/domain/import-columns";

/** The columns of a template with an example of each, in the order in which people fill them in. */
const EXAMPLES: Record<ImportTable, readonly (readonly [header: ImportField, example: string])[]> = {
  services: [
    ["name", "Checkout"],
    ["team", "Payments"],
    ["tier", "1"],
    ["lifecycle", "live"],
    ["tags", "payments, public"],
    ["description", "Takes the money."],
    ["repository", "https://example.com/acme/checkout"],
    ["runbook", "https://example.com/runbooks/checkout"],
    ["dashboard", ""],
    ["dependsOn", "Ledger"],
  ],
  answers: [
    ["service", "checkout"],
    ["question", "outgoing-calls-time-out"],
    ["verdict", "partly"],
    ["reason", "Card provider and mail have limits; the tax service has none."],
    ["evidence", "https://example.com/acme/checkout/pull/12"],
  ],
  gaps: [
    ["service", "checkout"],
    ["question", "outgoing-calls-time-out"],
    ["owner", "ana@example.com"],
    ["dueOn", "2027-03-31"],
    ["effortDays", "2"],
    ["state", "open"],
    ["ticket", "https://example.com/issues/12"],
    ["note", ""],
  ],
};

/** A table to begin with: headers that are known again, and one row as an example. */
export function templateOf(what: ImportTable): string {
  const line = (cells: readonly string[]) => `${cells.map(csvCell).join(",")}\r\n`;
  const columns = EXAMPLES[what];
  return line(columns.map(([header]) => header)) + line(columns.map(([, example]) => example));
}

/** The template as an address that a browser saves as a file; the mark tells spreadsheets that it is UTF-8. */
export const templateHref = (what: ImportTable): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${templateOf(what)}`)}`;
