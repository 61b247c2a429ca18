import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadMinutes } from "@/lib/queries/launches/minutes";

/** The minutes of a launch, as JSON or Markdown. */
export const GET = handle(operations.loadMinutes, ({ scope, query, now }) => loadMinutes(scope, query, now));
