import { createToken } from "@/lib/commands/tokens/create-token";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadTokens } from "@/lib/queries/tokens/tokens";

/** A person's tokens, newest first. */
export const GET = handle(operations.listTokens, ({ scope, query }) => loadTokens(scope, query));

/** Make a token of one's own; it is told this once. */
export const POST = handle(operations.createToken, ({ scope, body, now }) => createToken(scope, body, now));
