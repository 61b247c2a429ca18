import "server-only";
import { authorize, type Scope } from "../../auth/scope";
import type { Person, PersonEdit } from "../../contracts/people";
import { audit } from "../../db/audit";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { readPerson } from "../../queries/people/people";
import { holdAdmins } from "./hold-admins";

/**
 * Changes a person: oneself the name, an admin also rights and whether they are disabled. Disabling ends all sessions,
 * tokens and open invitations of the person in the same transaction; so does taking the right of an admin away with
 * their open invitations.
 * @throws AppError forbidden for rights by who is no admin (any more); refused for the last admin, and for somebody
 * invented; conflict with what is there now
 */
export async function editPerson(
  scope: Scope<"person:edit">,
  { expectedVersion, ...change }: PersonEdit,
  now: Date,
): Promise<Person> {
  const { id } = scope.resource;
  const { name, admin, executive, disabled } = change;
  const rights = [admin, executive, disabled].some((each) => each !== undefined);
  if (rights) authorize(scope.viewer, "person:edit_rights", scope.resource, scope.requestId);
  return inTransaction(async (tx) => {
    if (rights)
      await holdAdmins(tx, { by: scope.viewer.person.id, leaving: admin === false || disabled ? id : null });
    const before = await readPerson(id);
    if (before.example) {
      const message =
        "This person belongs to the example portfolio and is removed with it. Nothing was changed.";
      throw new AppError("refused", { message });
    }
    const { count } = await tx.person.updateMany({
      where: { id, ...(expectedVersion === undefined ? {} : { version: expectedVersion }) },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(admin === undefined ? {} : { admin }),
        ...(executive === undefined ? {} : { executive }),
        ...(disabled === undefined || disabled === before.disabled
          ? {}
          : { disabledAt: disabled ? now : null }),
        version: { increment: 1 },
      },
    });
    const current = await readPerson(id);
    if (count === 0) {
      throw new AppError("conflict", { message: "Somebody changed this person meanwhile.", current });
    }
    if (disabled) await endAccess(tx, id, now);
    if (disabled || admin === false) await endInvitations(tx, id, now);
    await audit(tx, scope, { action: "person.edited", subject: ["person", id], details: { ...change } }, now);
    return current;
  });
}

async function endAccess(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.session.deleteMany({ where: { personId } });
  await tx.apiToken.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
}

/** Nobody joins, perhaps as an admin, by the word of somebody who has no say any more. */
const endInvitations = (tx: Tx, createdById: string, now: Date) =>
  tx.invitation.updateMany({
    where: { createdById, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
