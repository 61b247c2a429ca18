import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadExposure } from "@/lib/queries/exposure/exposure";

/** What gaps are expected to cause in a year; now or as of an earlier instant. */
export const GET = handle(operations.loadExposure, ({ scope, query, now }) =>
  loadExposure(scope, query, now),
);
