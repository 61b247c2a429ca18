import { changePassword } from "@/lib/commands/people/change-password";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Change one's own password; all other sessions end. */
export const PUT = handle(operations.changePassword, ({ scope, body, now }) =>
  changePassword(scope, body, now),
);
