import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "../../auth/scope";
import type { SignOffNew } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { Repeated } from "../../contracts/operation";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import type { Because } from "../../domain/launch/out-of-date";
import { type SignedRole, type SignOffRefusal, signOffRefusal } from "../../domain/launch/sign-off";
import type { SignRole } from "../../domain/launch/vocabulary";
import { isBlank } from "../../domain/text";
import { presentBecause, whoMade } from "../../queries/launches/because";
import type { Evaluated } from "../../queries/launches/evaluate";
import type { OpenLaunch } from "../../queries/launches/launch";
import { dayColumn, type LaunchRows } from "../../queries/launches/launch-rows";
import { factsOfRevisions } from "../../queries/launches/revision";
import { changedLaunch, evaluateLocked, launchClosed, lockLaunch, writeEvent } from "./lock-launch";

/** For how long after somebody gave their password they sign without giving it again (L3). */
const AUTHENTICATED_MS = 15 * 60_000;

const MESSAGES: Record<Exclude<SignOffRefusal, "launch_closed" | "state_worse" | "blockers_open">, string> = {
  forbidden: "You are not named to sign this role, nor as its deputy: whoever plans the launch can name you.",
  reauthentication_required:
    "Enter your password again: signing needs one entered in the last 15 minutes. Nothing was signed.",
  signed_by_other:
    "The signer has signed already; their deputy signs only in their place. Nothing was signed.",
  unknown_revision: "This state of the launch was never shown. Open the launch and sign what you see.",
};

/** A no_go says why, and when to look again. @throws AppError invalid_input */
function checkNoGo({ decision, comment = "", lookAgainOn }: SignOffNew): void {
  if (decision !== "no_go") return;
  const fields = [
    ...(isBlank(comment) ? [{ field: "comment", message: "Say why not." }] : []),
    ...(lookAgainOn === undefined ? [{ field: "lookAgainOn", message: "Say when to look again." }] : []),
  ];
  if (fields[0])
    throw new AppError("invalid_input", { message: `${fields[0].field}: ${fields[0].message}`, fields });
}

async function isAuthenticatedLately(tx: Tx, sessionId: string | null, now: Date): Promise<boolean> {
  if (sessionId === null) return false;
  const session = await tx.session.findUnique({
    where: { id: sessionId },
    select: { authenticatedAt: true },
  });
  return !!session?.authenticatedAt && now.getTime() - session.authenticatedAt.getTime() <= AUTHENTICATED_MS;
}

/** The refusal of what got worse since a state was shown (L3). */
async function stateWorse({ evaluated, revision }: OpenLaunch, worse: readonly Because[]): Promise<AppError> {
  return new AppError("state_worse", {
    message:
      "Something got worse since you opened this. Nothing was signed. Look at the current state, then sign it.",
    extra: { worse: presentBecause(worse, await whoMade(evaluated, worse)), revision: revision.hash },
  });
}

/** The refusal while blockers are undisposed (L3, L6). */
export function blockersOpen({ evaluated }: OpenLaunch): AppError {
  const blockers = evaluated.undisposed.map(({ service, question }) => ({ service, question }));
  const some = blockers.length === 1 ? "One blocker waits" : `${blockers.length} blockers wait`;
  return new AppError("blockers_open", {
    message: `${some} for a decision: nobody can say go before that.`,
    extra: { blockers },
  });
}

/**
 * Signs a launch in a role, for a state that somebody was shown (L3): the bytes of that state are what is signed. Refuses in
 * the order of L3; repeating the decision in force writes nothing (L7); another decision supersedes it.
 * @throws AppError invalid_input, forbidden, reauthentication_required, launch_closed, signed_by_other, unknown_revision,
 *   state_worse, blockers_open
 */
export const signOff = (
  scope: Scope<"launch:sign">,
  body: SignOffNew,
  now: Date,
): Promise<Launch | Repeated<Launch>> =>
  inTransaction(async (tx) =>
    sign(tx, scope, body, now, await isAuthenticatedLately(tx, scope.viewer.sessionId, now)),
  );

/**
 * Signs as somebody whom the example invented, who can neither sign in nor give a password. Nothing else is spared them.
 * @throws RangeError for anybody real; AppError as signOff does
 */
export async function signOffInvented(
  scope: Scope<"launch:sign">,
  body: SignOffNew,
  now: Date,
): Promise<Launch | Repeated<Launch>> {
  if (!scope.viewer.person.example) throw new RangeError("only who is invented signs without a password");
  return inTransaction((tx) => sign(tx, scope, body, now, true));
}

/** @param authenticatedLately whether they gave their password a short time ago */
async function sign(
  tx: Tx,
  scope: Scope<"launch:sign">,
  body: SignOffNew,
  now: Date,
  authenticatedLately: boolean,
): Promise<Launch | Repeated<Launch>> {
  checkNoGo(body);
  const { viewer } = scope;
  const locked = await lockLaunch(tx, scope, now, { evenClosed: true });
  const { rows, at } = locked;
  const named = rows.roles.find((each) => each.role === body.role);
  const shownAt = await shownRevisions(tx, rows, body);
  const shown = shownAt.get(body.revision);
  const asked = {
    person: viewer.person.id,
    byPerson: viewer.token === null,
    executive: viewer.actor.executive,
    authenticatedLately,
    ...{ decision: body.decision, revision: body.revision },
    ...{ closed: rows.state !== "open", known: shown !== undefined },
  };
  // What needs no look at the launch comes first: most of many presses at once are repetitions.
  const early = signOffRefusal({
    ...{ ...asked, role: roleOf(rows, body.role, shownAt, null), worse: false, blockersOpen: false },
  });
  if (early === "repeat") return new Repeated(await changedLaunch(tx, scope, locked));
  refuse(early, rows, ["forbidden", "reauthentication_required", "launch_closed"]);
  const open = await evaluateLocked(tx, locked);
  const { evaluated } = open;
  const seen = shown && (await factsOfRevisions(rows.id, [body.revision])).get(body.revision);
  const worse = shown && seen ? evaluated.history.worseSince(seen, shown) : [];
  const refusal = signOffRefusal({
    ...{ ...asked, role: roleOf(rows, body.role, shownAt, evaluated), worse: worse.length > 0 },
    blockersOpen: evaluated.undisposed.length > 0,
  });
  if (refusal === "state_worse") throw await stateWorse(open, worse);
  if (refusal === "blockers_open") throw blockersOpen(open);
  refuse(refusal, rows, ["forbidden", "signed_by_other", "unknown_revision"]);
  const deputyFor = named?.signerId && named.signerId !== viewer.person.id ? named.signerId : null;
  await write(tx, scope, { id: rows.id, at, seenAt: shown ?? at, deputyFor }, body);
  return changedLaunch(tx, scope, locked);
}

/** When the revision was last shown that is to be signed, and the one that is signed, by their hashes. */
async function shownRevisions(
  tx: Tx,
  { id: launchId, signOffs }: LaunchRows,
  { role, revision }: SignOffNew,
): Promise<ReadonlyMap<string, Date>> {
  const inForce = signOffs.find((each) => each.role === role && each.supersededAt === null);
  const hash = { in: [revision, ...(inForce ? [inForce.revision] : [])] };
  const rows = await tx.launchRevision.findMany({
    where: { launchId, hash },
    select: { hash: true, shownAt: true },
  });
  return new Map(rows.map((row) => [row.hash, row.shownAt]));
}

/** A role with what was signed for it. @param evaluated whether that is up to date; null where it makes no difference */
function roleOf(
  rows: LaunchRows,
  role: SignRole,
  shownAt: ReadonlyMap<string, Date>,
  evaluated: Evaluated | null,
): SignedRole {
  const inForce = rows.signOffs.find((each) => each.role === role && each.supersededAt === null);
  const isOff = evaluated?.off.includes(role) && !inForce;
  const named = isOff ? undefined : rows.roles.find((each) => each.role === role);
  const state = evaluated?.roles.find((each) => each.role === role)?.signOff;
  // What got worse and came back to the very same state was shown anew: signing it is no repetition (L5).
  const isSameShowing = shownAt.get(inForce?.revision ?? "")?.getTime() === inForce?.seenAt.getTime();
  return {
    ...{ role, signer: named?.signerId ?? null, deputy: named?.deputyId ?? null },
    signOff: inForce
      ? {
          ...{ person: inForce.personId, deputyFor: inForce.deputyForId, decision: inForce.decision },
          ...{
            revision: isSameShowing ? inForce.revision : "",
            upToDate: state?.upToDate ?? false,
            overruled: state?.overruled ?? null,
          },
        }
      : null,
  };
}

/** Refuses for one of some reasons. @throws AppError */
function refuse(
  refusal: SignOffRefusal | "repeat" | null,
  rows: LaunchRows,
  codes: readonly (keyof typeof MESSAGES | "launch_closed")[],
): void {
  const code = codes.find((each) => each === refusal);
  if (code === "launch_closed") throw launchClosed(rows);
  if (code) throw new AppError(code, { message: MESSAGES[code] });
}

async function write(
  tx: Tx,
  scope: Scope<"launch:sign">,
  { id, at, seenAt, deputyFor }: { id: string; at: Date; seenAt: Date; deputyFor: string | null },
  { role, decision, revision, comment = "", lookAgainOn }: SignOffNew,
): Promise<void> {
  await tx.signOff.updateMany({
    where: { launchId: id, role, supersededAt: null },
    data: { supersededAt: at },
  });
  const signer = deputyFor === null ? null : await tx.person.findUnique({ where: { id: deputyFor } });
  const signOffId = randomUUID();
  await tx.signOff.create({
    data: {
      ...{ id: signOffId, launchId: id, role, personId: scope.viewer.person.id, deputyForId: deputyFor },
      ...{ decision, revision, seenAt, at, comment },
      lookAgainOn: lookAgainOn === undefined ? null : dayColumn(lookAgainOn),
    },
    select: { id: true },
  });
  await writeEvent(tx, scope, id, at, "signed", {
    ...{ signOff: signOffId, role, decision, comment, revision, lookAgainOn: lookAgainOn ?? null },
    deputyFor: signer && { id: signer.id, name: signer.name },
  });
}
