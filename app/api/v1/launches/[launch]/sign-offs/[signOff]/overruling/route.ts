import { overrule } from "@/lib/commands/launches/overrule";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** As executive, say that a no-go does not hold. */
export const POST = handle(operations.overrule, ({ scope, body, now, params }) =>
  overrule(scope, params.signOff, body, now),
);
