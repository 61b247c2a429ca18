import { createChecklist } from "@/lib/commands/checklists/create-checklist";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadChecklists } from "@/lib/queries/checklists/checklists";

/** Checklists and their versions. */
export const GET = handle(operations.listChecklists, ({ scope }) => loadChecklists(scope));

/** A new checklist with a draft → 201 ChecklistVersion · 409 when its key is taken. */
export const POST = handle(operations.createChecklist, ({ scope, body, now }) =>
  createChecklist(scope, body, now),
);
