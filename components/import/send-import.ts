import { send } from "@/lib/client/request";
import type { BackstageImported, CsvImported } from "@/lib/contracts/import";
import type { ImportRequest } from "./request";

/** What the server says of an import: its rows, and of a table how it was read. */
export type Imported = BackstageImported | CsvImported;

/** How a table was read; null for a catalogue. */
export const tableOf = (imported: Imported): CsvImported | null => ("headers" in imported ? imported : null);

/** Looks at what an import would do. @throws ApiProblem · TypeError · AbortError */
export const previewImport = (request: ImportRequest, signal: AbortSignal): Promise<Imported> =>
  request.source === "backstage"
    ? send("POST /api/v1/import/backstage", { body: { ...request.body, dryRun: true }, signal })
    : send("POST /api/v1/import/csv", { body: { ...request.body, dryRun: true }, signal });

/** Imports, all or nothing; the same key makes a lost reply harmless. @throws ApiProblem · TypeError */
export const runImport = (request: ImportRequest, idempotencyKey: string): Promise<Imported> =>
  request.source === "backstage"
    ? send("POST /api/v1/import/backstage", { body: request.body, idempotencyKey })
    : send("POST /api/v1/import/csv", { body: request.body, idempotencyKey });
