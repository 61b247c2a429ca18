import { importBackstage, readBackstage } from "@/lib/commands/import/import-backstage";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Import teams and services from a Backstage catalogue. */
export const POST = handle(
  operations.importBackstage,
  ({ scope, body, now }, file) => importBackstage(scope, body, now, file),
  readBackstage,
);
