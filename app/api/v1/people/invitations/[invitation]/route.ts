import { revokeInvitation } from "@/lib/commands/people/revoke-invitation";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Take an open invitation back. */
export const DELETE = handle(operations.revokeInvitation, ({ scope, params, now }) =>
  revokeInvitation(scope, params.invitation, now),
);
