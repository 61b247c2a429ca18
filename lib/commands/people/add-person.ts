import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import type { StoredRole } from "../../queries/people/invitations";

/** Refuses an address that is somebody's. @throws AppError conflict */
export async function refuseTaken(tx: Tx, email: string): Promise<void> {
  const person = await tx.person.findUnique({ where: { email }, select: { disabledAt: true } });
  if (person) throw taken(person.disabledAt !== null);
}

/**
 * Writes a person with their memberships.
 * @returns the id
 * @throws AppError conflict when the address is somebody's, however many add it at once
 */
export async function addPerson(
  tx: Tx,
  person: { name: string; email: string; admin: boolean; executive: boolean; passwordHash: string },
  teams: readonly StoredRole[],
  now: Date,
): Promise<string> {
  await refuseTaken(tx, person.email);
  const id = randomUUID();
  const data = [{ ...person, id, createdAt: now }];
  const made = await tx.person.createMany({ data, skipDuplicates: true });
  if (made.count === 0) throw taken(false);
  await tx.membership.createMany({
    data: teams.map(({ team, role }) => ({ personId: id, teamId: team, role })),
  });
  return id;
}

function taken(disabled: boolean): AppError {
  const message = disabled
    ? "Somebody with this address is here, and disabled: enable them instead."
    : "Somebody with this address is here already.";
  return new AppError("conflict", { message, fields: [{ field: "email", message }] });
}
