import { putSigner } from "@/lib/commands/launches/put-signer";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Name who signs for a role. */
export const PUT = handle(operations.putSigner, ({ scope, body, now, params }) =>
  putSigner(scope, params.role, body, now),
);
