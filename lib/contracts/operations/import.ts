import { SPLIT } from "../../domain/import-rows";
import { backstageImport, backstageImported, csvImport, csvImported } from "../import";
import type { Operation } from "../operation";

/** Bringing what one has: all or nothing, with a preview. */
export const importOperations = {
  importBackstage: {
    method: "POST",
    path: "/api/v1/import/backstage",
    action: "import:run",
    on: "organisation",
    summary: "Import teams and services from a Backstage catalogue; all or nothing, `dryRun` for a preview",
    body: backstageImport,
    status: 200,
    result: backstageImported,
    tooLarge: SPLIT,
    patience: "long",
    bulkhead: "dry_run",
    inTurn: true,
    refusals: ["refused"],
  },
  importCsv: {
    method: "POST",
    path: "/api/v1/import/csv",
    action: "import:run",
    on: "organisation",
    summary: "Import services, answers or plans of gaps from a table; all or nothing, `dryRun` for a preview",
    body: csvImport,
    status: 200,
    result: csvImported,
    tooLarge: SPLIT,
    patience: "long",
    bulkhead: "dry_run",
    inTurn: true,
    refusals: ["refused"],
  },
} as const satisfies Record<string, Operation>;
