import { askWaiver } from "@/lib/commands/waivers/ask-waiver";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadWaivers } from "@/lib/queries/waivers/waivers";

/** Accepted risks and requests for them, paged by key. */
export const GET = handle(operations.listWaivers, ({ scope, query, now }) => loadWaivers(scope, query, now));
/** Ask for a waiver → 201 Waiver · 403 · 404 · 409 (body: the open request) · 410 · 422. */
export const POST = handle(operations.askWaiver, ({ scope, body, now }) => askWaiver(scope, body, now));
