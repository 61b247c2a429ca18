import "server-only";
import { randomUUID } from "node:crypto";
import { requirePassword } from "../../auth/passwords";
import type { Scope } from "../../auth/scope";
import type { Launch } from "../../contracts/launches";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type OverrulingRefusal, overrulingRefusal } from "../../domain/launch/overruling";
import { isUuid } from "../../domain/text";
import { changedLaunch, evaluateLocked, launchClosed, lockLaunch, writeEvent } from "./lock-launch";
import { blockersOpen } from "./sign-off";

const MESSAGES: Record<Exclude<OverrulingRefusal, "blockers_open">, string> = {
  forbidden:
    "A no-go is overruled by an executive who signs no other role of this launch, and never one of the executive's own.",
  superseded: "This no-go is no longer in force. Nothing was changed.",
  already_overruled: "This no-go is overruled already. Nothing was changed.",
};

/**
 * Says that a no_go does not hold (L6): one executive who signs no other role, with a written reason and their password. It
 * is given for the state of the launch as it is now, and goes out of date as a go does.
 * @throws AppError not_found, forbidden, launch_closed, conflict, refused, blockers_open
 */
export const overrule = (
  scope: Scope<"launch:overrule">,
  signOffId: string,
  { reason, password }: { reason: string; password: string },
  now: Date,
): Promise<Launch> =>
  inTransaction(async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: scope.viewer.person.id },
      select: { passwordHash: true },
    });
    await requirePassword(person?.passwordHash ?? null, password, { field: "password", called: "password" });
    return overruleNow(tx, scope, signOffId, reason, now);
  });

/**
 * Overrules as somebody whom the example invented, who has no password to give. Nothing else is spared them.
 * @throws RangeError for anybody real; AppError as overrule does
 */
export async function overruleInvented(
  scope: Scope<"launch:overrule">,
  signOffId: string,
  reason: string,
  now: Date,
): Promise<Launch> {
  if (!scope.viewer.person.example) throw new RangeError("only who is invented overrules without a password");
  return inTransaction((tx) => overruleNow(tx, scope, signOffId, reason, now));
}

/** Overrules, once it is known who it is. */
async function overruleNow(
  tx: Tx,
  scope: Scope<"launch:overrule">,
  signOffId: string,
  reason: string,
  now: Date,
): Promise<Launch> {
  const { viewer } = scope;
  const person = await tx.person.findUnique({
    where: { id: viewer.person.id },
    select: { executive: true },
  });
  const locked = await lockLaunch(tx, scope, now, { evenClosed: true });
  const { rows, at } = locked;
  const row = isUuid(signOffId) ? rows.signOffs.find(({ id }) => id === signOffId) : undefined;
  if (!row) throw new AppError("not_found", { message: "There is no such sign-off on this launch." });
  if (rows.state !== "open") throw launchClosed(rows);
  const open = await evaluateLocked(tx, locked);
  const state = open.evaluated.roles.find((each) => each.role === row.role)?.signOff;
  const refusal = overrulingRefusal({
    person: viewer.person.id,
    byPerson: viewer.token === null,
    executive: person?.executive ?? false,
    role: row.role,
    signOff: { decision: row.decision, overruled: state?.overruled ?? null },
    inForce: row.supersededAt === null,
    roles: open.evaluated.roles,
    blockersOpen: open.evaluated.undisposed.length > 0,
  });
  if (refusal === "blockers_open") throw blockersOpen(open);
  if (refusal !== null) {
    throw new AppError(refusal === "forbidden" ? "forbidden" : "conflict", { message: MESSAGES[refusal] });
  }
  const { hash: revision, bytes } = open.revision;
  await tx.launchRevision.createMany({
    data: [{ launchId: rows.id, hash: revision, bytes, shownAt: at }],
    skipDuplicates: true,
  });
  await tx.overruling.create({
    data: {
      id: randomUUID(),
      signOffId: row.id,
      personId: viewer.person.id,
      reason,
      revision,
      seenAt: at,
      at,
    },
    select: { id: true },
  });
  const signer = await tx.person.findUniqueOrThrow({
    where: { id: row.personId },
    select: { id: true, name: true },
  });
  await writeEvent(tx, scope, rows.id, at, "overruled", {
    signOff: row.id,
    role: row.role,
    signer,
    reason,
    revision,
  });
  return changedLaunch(tx, scope, locked);
}
