import { carryGaps } from "@/lib/commands/launches/carry-gaps";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Take gaps along that block nothing. */
export const POST = handle(operations.carryGaps, ({ scope, body, now }) => carryGaps(scope, body, now));
