import { decideWaiver } from "@/lib/commands/waivers/decide-waiver";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Grant or refuse a waiver → 200 Waiver · 403 · 404 · 409 (body: what it is by now) · 410 · 422. */
export const POST = handle(operations.decideWaiver, ({ scope, body, now }) => decideWaiver(scope, body, now));
