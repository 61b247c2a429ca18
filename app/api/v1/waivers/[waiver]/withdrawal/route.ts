import { withdrawWaiver } from "@/lib/commands/waivers/withdraw-waiver";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Take back a request of one's own → 200 Waiver · 403 · 404 · 409 (body: what it is by now) · 410. */
export const POST = handle(operations.withdrawWaiver, ({ scope, now }) => withdrawWaiver(scope, now));
