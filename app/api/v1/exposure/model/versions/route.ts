import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadModelVersions } from "@/lib/queries/cost-model/versions";

/** The models that were in force, newest first. */
export const GET = handle(operations.listModelVersions, ({ scope, query }) =>
  loadModelVersions(scope, query),
);
