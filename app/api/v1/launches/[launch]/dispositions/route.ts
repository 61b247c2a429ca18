import { disposeOfGap } from "@/lib/commands/launches/dispose-of-gap";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Decide about a gap. */
export const POST = handle(operations.disposeOfGap, ({ scope, body, now }) => disposeOfGap(scope, body, now));
