import { importDraft } from "@/lib/commands/checklists/import-draft";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Make a document the draft, or tell what would differ → 200 DraftImported · 409 (body: the draft that is there). */
export const POST = handle(operations.importDraft, ({ scope, params, body, now }) =>
  importDraft(scope, params, body, now),
);
