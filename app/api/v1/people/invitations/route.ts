import { invitePerson } from "@/lib/commands/people/invite-person";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadInvitations } from "@/lib/queries/people/invitations";

/** Invitations, newest first. */
export const GET = handle(operations.listInvitations, ({ scope, query, now }) =>
  loadInvitations(scope, query, now),
);

/** Invite an address; the link is told this once. */
export const POST = handle(operations.invitePerson, ({ scope, body, now }) => invitePerson(scope, body, now));
