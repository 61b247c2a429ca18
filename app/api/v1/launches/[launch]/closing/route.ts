import { closeLaunch } from "@/lib/commands/launches/close-launch";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Say that it was launched or called off. */
export const POST = handle(operations.closeLaunch, ({ scope, body, now }) => closeLaunch(scope, body, now));
