import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadChecklistVersion } from "@/lib/queries/checklists/checklists";

/** One version with its questions. */
export const GET = handle(operations.loadChecklistVersion, ({ scope, params }) =>
  loadChecklistVersion(scope, params),
);
