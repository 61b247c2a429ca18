import { discardDraft } from "@/lib/commands/checklists/discard-draft";
import { saveDraft } from "@/lib/commands/checklists/save-draft";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadChecklistVersion } from "@/lib/queries/checklists/checklists";

/** One version with its questions. */
export const GET = handle(operations.loadChecklistVersion, ({ scope, params }) =>
  loadChecklistVersion(scope, params),
);

/** Replace the content of a draft → 200 ChecklistVersion · 409 (body: the draft as it is now) · 422 when published. */
export const PUT = handle(operations.saveDraft, ({ scope, params, body, now }) =>
  saveDraft(scope, params, body, now),
);

/** Discard a draft → 204 · 409 (body: the draft as it is now) · 422 when published. */
export const DELETE = handle(operations.discardDraft, ({ scope, params, query, now }) =>
  discardDraft(scope, params, query, now),
);
