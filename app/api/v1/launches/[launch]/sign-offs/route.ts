import { signOff } from "@/lib/commands/launches/sign-off";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Sign in a role, for the revision that was shown. */
export const POST = handle(operations.signOff, ({ scope, body, now }) => signOff(scope, body, now));
