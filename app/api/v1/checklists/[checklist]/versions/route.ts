import { beginDraft } from "@/lib/commands/checklists/begin-draft";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Begin a draft → 201 ChecklistVersion · 409 (body: the draft that is there). */
export const POST = handle(operations.beginDraft, ({ scope, params, body, now }) =>
  beginDraft(scope, params, body, now),
);
