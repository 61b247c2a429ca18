import { publishDraft } from "@/lib/commands/checklists/publish-draft";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Publish a draft → 200 ChecklistVersion · 409 (body: the draft as it is now) · 422 naming what is missing. */
export const POST = handle(operations.publishDraft, ({ scope, params, body, now }) =>
  publishDraft(scope, params, body, now),
);
