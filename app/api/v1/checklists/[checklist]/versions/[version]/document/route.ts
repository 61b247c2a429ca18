import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadChecklistDocument } from "@/lib/queries/checklists/checklists";

/** One version as a document that another installation imports without loss. */
export const GET = handle(operations.exportChecklistVersion, ({ scope, params }) =>
  loadChecklistDocument(scope, params),
);
