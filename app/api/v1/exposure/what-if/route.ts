import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadWhatIf } from "@/lib/queries/exposure/what-if";

/** What would be true if some gaps were closed; writes nothing. */
export const POST = handle(operations.loadWhatIf, ({ scope, query, body, now }) =>
  loadWhatIf(scope, query, body, now),
);
