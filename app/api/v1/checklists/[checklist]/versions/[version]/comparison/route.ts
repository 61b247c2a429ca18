import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { compareVersions } from "@/lib/queries/checklists/comparison";

/** What differs from another version. */
export const GET = handle(operations.compareChecklistVersions, ({ scope, params, query }) =>
  compareVersions(scope, params, query.with),
);
