import { correctMinutes } from "@/lib/commands/launches/write-text";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Append a correction to the minutes. */
export const POST = handle(operations.correctMinutes, ({ scope, body, now }) =>
  correctMinutes(scope, body, now),
);
