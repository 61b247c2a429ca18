import { changePassword } from "@/lib/commands/people/change-password";
import { operations } from "@/lib/contracts/operations";
import { rememberingDevice } from "@/lib/http/auth-route";
import { handle } from "@/lib/http/handle";

/** Change one's own password; all other sessions end. */
export const PUT = rememberingDevice(
  handle(operations.changePassword, ({ scope, body, now }) => changePassword(scope, body, now)),
);
