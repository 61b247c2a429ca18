import { reauthenticate } from "@/lib/commands/people/reauthenticate";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Give one's password again, to sign. */
export const POST = handle(operations.reauthenticate, ({ scope, body, now }) =>
  reauthenticate(scope, body, now),
);
