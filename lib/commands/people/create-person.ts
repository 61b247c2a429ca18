import "server-only";
import { hashPassword } from "../../auth/passwords";
import type { Scope } from "../../auth/scope";
import type { Person, PersonNew } from "../../contracts/people";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { readPerson } from "../../queries/people/people";
import { addPerson } from "./add-person";
import { refuseCommon } from "./refuse-common";
import { rolesBySlug } from "./team-roles";

/**
 * Adds a person with a password; an open invitation of the address ends.
 * @throws AppError conflict when the address is somebody's already; invalid_input for a team that is not there
 */
export async function createPerson(
  scope: Scope<"person:create">,
  body: PersonNew,
  now: Date,
): Promise<Person> {
  refuseCommon(body.password, "password");
  const passwordHash = await hashPassword(body.password);
  return inTransaction(async (tx) => {
    const teams = await rolesBySlug(tx, body.teams ?? []);
    const { name, email, admin = false, executive = false } = body;
    const id = await addPerson(tx, { name, email, admin, executive, passwordHash }, teams, now);
    await tx.invitation.updateMany({
      where: { email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const details = { email, admin, executive, teams: teams.map((each) => ({ ...each })) };
    await audit(tx, scope, { action: "person.created", subject: ["person", id], details }, now);
    return readPerson(id);
  });
}
