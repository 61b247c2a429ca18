import { revokeWaiver } from "@/lib/commands/waivers/revoke-waiver";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** End a waiver in force → 200 Waiver · 403 · 404 · 409 (body: what it is by now) · 410. */
export const POST = handle(operations.revokeWaiver, ({ scope, body, now }) => revokeWaiver(scope, body, now));
