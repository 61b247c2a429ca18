import { MODELS } from "../cost-model";
import { Prisma } from "../generated/client";

/**
 * Differs after every change, as a column of a SELECT: how many rows of changes there are, the last one, and their sum,
 * and which cost models. A transaction that took its number early and ends late adds to the sum; rows are purged long after what is kept of
 * them.
 */
export const STAMP = Prisma.sql`(SELECT count(*) || '.' || coalesce(max("id"), 0) || '.' || coalesce(sum("id"), 0)
  FROM "Change" WHERE "action" NOT LIKE 'presence.%') || '/' || ${MODELS}`;
