import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword } from "../../auth/passwords";
import { env } from "../../config/env";
import type { Setup } from "../../contracts/organisation";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { isSetUp } from "../../queries/organisation/organisation";
import { refuseCommon } from "../people/refuse-common";

/**
 * The first start, by whoever comes first; refused where the environment names the first admin, so that nobody can be
 * faster than it.
 * @throws AppError refused; see createOrganisation
 */
export async function setUp(body: Setup, now: Date, requestId: string): Promise<{ person: string }> {
  if (env().PLUMBLINE_ADMIN_EMAIL && !(await isSetUp())) {
    throw new AppError("refused", {
      message: "This installation sets itself up from its environment. Try to sign in in a moment.",
    });
  }
  return createOrganisation(body, now, requestId);
}

/**
 * The organisation and its first admin, once.
 * @returns the id of the admin
 * @throws AppError already_set_up however many come at once; invalid_input for a common password
 */
export async function createOrganisation(
  body: Setup,
  now: Date,
  requestId: string,
): Promise<{ person: string }> {
  const { organisation, admin } = body;
  refuseCommon(admin.password, "admin.password");
  // Before the costly hash: this is open to strangers for ever.
  if (await isSetUp()) throw alreadySetUp();
  const passwordHash = await hashPassword(admin.password);
  const id = randomUUID();
  await inTransaction(async (tx) => {
    const made = await tx.$executeRaw`
      INSERT INTO "Organisation" ("id", "name", "timeZone", "currency", "createdAt")
      VALUES (1, ${organisation.name}, ${organisation.timeZone}, ${organisation.currency}, ${now})
      ON CONFLICT DO NOTHING`;
    if (made === 0) throw alreadySetUp();
    const { name, email } = admin;
    await tx.person.create({ data: { id, email, name, passwordHash, admin: true, createdAt: now } });
    const by = { viewer: { person: { id } }, requestId };
    await audit(
      tx,
      by,
      { action: "organisation.created", subject: ["organisation", "1"], details: organisation },
      now,
    );
  });
  return { person: id };
}

const alreadySetUp = () =>
  new AppError("already_set_up", { message: "Plumbline is set up already. Sign in, or ask an admin." });
