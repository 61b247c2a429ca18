import "server-only";
import { hashPassword } from "../../auth/passwords";
import { secretHash } from "../../auth/secrets";
import type { Acceptance } from "../../contracts/people";
import { audit } from "../../db/audit";
import type { Invitation } from "../../db/generated/client";
import { inTransaction, reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { invitationState } from "../../domain/invitation";
import type { StoredRole } from "../../queries/people/invitations";
import { addPerson } from "./add-person";
import { refuseCommon } from "./refuse-common";
import { rolesStillThere } from "./team-roles";

const ENDED = {
  accepted: "This invitation was used already: sign in, or ask an admin for another.",
  revoked: "This invitation was taken back, or replaced by a newer one: ask an admin.",
  expired: "This invitation is over: ask an admin for another.",
};

/**
 * Joins by an invitation: one use, however many try at once; the address, the rights and the teams are the invitation's.
 * @throws AppError not_found for a link that is none; gone when it was used, taken back or is over; conflict when the
 * address is somebody's by now
 */
export async function acceptInvitation(
  { token, name, password }: Acceptance,
  now: Date,
  requestId: string,
): Promise<{ person: string; email: string }> {
  const tokenHash = secretHash(token);
  // Before the costly hash: this is open to strangers.
  requireOpen(await reader().invitation.findUnique({ where: { tokenHash } }), now);
  refuseCommon(password, "password");
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
    const invitation = requireOpen(await tx.invitation.findUnique({ where: { tokenHash } }), now);
    const { email, admin, executive } = invitation;
    const teams = await rolesStillThere(tx, invitation.teams as unknown as StoredRole[]);
    const person = await addPerson(tx, { name, email, admin, executive, passwordHash }, teams, now);
    await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: now } });
    const by = { viewer: { person: { id: person } }, requestId };
    const details = { invitation: invitation.id };
    await audit(tx, by, { action: "person.joined", subject: ["person", person], details }, now);
    return { person, email };
  });
}

function requireOpen(invitation: Invitation | null, now: Date): Invitation {
  if (!invitation) {
    const message = "This link is not an invitation. Check that it is complete, or ask an admin for another.";
    throw new AppError("not_found", { message, wrongSecret: true });
  }
  const state = invitationState(invitation, now);
  if (state !== "open") throw new AppError("gone", { message: ENDED[state] });
  return invitation;
}
