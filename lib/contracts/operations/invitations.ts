import type { Operation } from "../operation";
import { acceptance, accepted, invitation, invitationNew, pageFilters } from "../people";
import { pageOf } from "../text";

/** Invitations: how people join. */
export const invitationsOperations = {
  listInvitations: {
    method: "GET",
    path: "/api/v1/people/invitations",
    action: "invitation:list",
    on: "organisation",
    summary: "Invitations, newest first; ended ones are kept for 30 days",
    query: pageFilters,
    status: 200,
    result: pageOf(invitation),
    refusals: [],
  },
  invitePerson: {
    method: "POST",
    path: "/api/v1/people/invitations",
    action: "invitation:create",
    on: "organisation",
    summary: "Invite an address; replaces its open invitation, and tells the link this once",
    body: invitationNew,
    status: 201,
    result: invitation,
    toldOnce: "path",
    refusals: ["conflict"],
  },
  revokeInvitation: {
    method: "DELETE",
    path: "/api/v1/people/invitations/:invitation",
    action: "invitation:revoke",
    on: "organisation",
    summary: "Take an open invitation back",
    status: 204,
    refusals: [],
  },
  acceptInvitation: {
    method: "POST",
    path: "/api/v1/people/acceptances",
    action: "public",
    on: "nothing",
    summary: "Join by an invitation: once, with the address that it was made for",
    body: acceptance,
    guarded: "invitation",
    status: 201,
    result: accepted,
    refusals: ["conflict", "gone"],
  },
} as const satisfies Record<string, Operation>;
