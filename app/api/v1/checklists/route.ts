import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadChecklists } from "@/lib/queries/checklists/checklists";

/** Checklists and their versions. */
export const GET = handle(operations.listChecklists, ({ scope }) => loadChecklists(scope));
