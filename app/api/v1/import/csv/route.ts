import { importCsv, readCsv } from "@/lib/commands/import/import-csv";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Import services, answers or plans of gaps from a table. */
export const POST = handle(
  operations.importCsv,
  ({ scope, body, now }, file) => importCsv(scope, body, now, file),
  readCsv,
);
