import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "../../auth/scope";
import { newSecret, secretHash } from "../../auth/secrets";
import type { Invitation, InvitationNew } from "../../contracts/people";
import { audit } from "../../db/audit";
import { inTransaction, type Tx } from "../../db/transaction";
import { INVITATION_DAYS } from "../../domain/invitation";
import { readInvitation } from "../../queries/people/invitations";
import { refuseTaken } from "./add-person";
import { holdAdmins } from "./hold-admins";
import { rolesBySlug } from "./team-roles";

/**
 * Invites an address: a link for one use, good for seven days, that only this address can join by. The open invitation
 * of the same address, if there is one, ends.
 * @returns the invitation, with the path of its link this once
 * @throws AppError conflict when the address is somebody's already; invalid_input for a team that is not there
 */
export async function invitePerson(
  scope: Scope<"invitation:create">,
  body: InvitationNew,
  now: Date,
): Promise<Invitation> {
  const { email, admin = false, executive = false } = body;
  const secret = newSecret();
  const id = randomUUID();
  return inTransaction(async (tx) => {
    await holdAdmins(tx, { by: scope.viewer.person.id, leaving: null });
    await replaceOpen(tx, email, now);
    await refuseTaken(tx, email);
    const teams = await rolesBySlug(tx, body.teams ?? []);
    await tx.invitation.create({
      data: {
        id,
        email,
        admin,
        executive,
        teams: teams.map((each) => ({ ...each })),
        tokenHash: secretHash(secret),
        createdAt: now,
        createdById: scope.viewer.person.id,
        expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
      },
    });
    const details = { email, admin, executive, teams: teams.map((each) => ({ ...each })) };
    await audit(tx, scope, { action: "invitation.created", subject: ["invitation", id], details }, now);
    return { ...(await readInvitation(id, now)), path: `/join?token=${secret}` };
  });
}

/** Ends the open invitation of an address; holding the admins has made sure that nobody else is inviting. */
const replaceOpen = (tx: Tx, email: string, now: Date) =>
  tx.invitation.updateMany({
    where: { email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
