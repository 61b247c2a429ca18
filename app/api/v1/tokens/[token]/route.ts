import { endToken } from "@/lib/commands/tokens/end-token";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** End a token. */
export const DELETE = handle(operations.endToken, ({ scope, now }) => endToken(scope, now));
