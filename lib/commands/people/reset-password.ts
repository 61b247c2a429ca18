import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword } from "../../auth/passwords";
import { newSecret } from "../../auth/secrets";
import { forgiveAccount } from "../../auth/throttle";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";

/**
 * Gives somebody a new password by the word of whoever runs the installation, without asking for the old one: all
 * sessions of the person end, failed sign-ins are forgotten, and nobody is named in the audit event.
 * @returns the password, told this once
 * @throws AppError not_found for an address that is nobody's; refused for somebody disabled or invented
 */
export async function resetPassword(address: string, now: Date): Promise<string> {
  const email = address.toLowerCase();
  const password = newSecret().slice(0, 24);
  const passwordHash = await hashPassword(password);
  const owner = await inTransaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { email } });
    if (!person) throw new AppError("not_found", { message: `Nobody here has the address ${email}.` });
    if (person.disabledAt || person.example) {
      const why = person.example ? "is invented by the example portfolio" : "is disabled";
      throw new AppError("refused", { message: `${person.name} ${why}. Nothing was changed.` });
    }
    await tx.person.update({
      where: { id: person.id },
      data: { passwordHash, version: { increment: 1 } },
    });
    await tx.session.deleteMany({ where: { personId: person.id } });
    await tx.auditEvent.create({
      data: {
        at: now,
        actorId: null,
        action: "person.password_reset",
        subjectType: "person",
        subjectId: person.id,
        details: {},
        requestId: randomUUID(),
      },
      select: { id: true },
    });
    return person;
  });
  await forgiveAccount(owner);
  return password;
}
