import { acceptInvitation } from "@/lib/commands/people/accept-invitation";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Join by an invitation. */
export const POST = handle(operations.acceptInvitation, ({ body, now, requestId }) =>
  acceptInvitation(body, now, requestId),
);
