import "server-only";
import type { Scope } from "../../auth/scope";
import type { SignerPut } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { SIGN_ROLES, type SignRole } from "../../domain/launch/vocabulary";
import { can } from "../../domain/policy";
import { isBlank } from "../../domain/text";
import { refuseFields } from "./create-launch";
import { changedLaunch, lockLaunch, writeEvent } from "./lock-launch";
import { deputyProblem, peopleNamed } from "./people-of-launch";

/** The role that an address names. @throws AppError not_found */
function roleOf(name: string): SignRole {
  const role = SIGN_ROLES.find((each) => each === name);
  if (!role) throw new AppError("not_found", { message: `There is no role "${name.slice(0, 80)}".` });
  return role;
}

/**
 * Names who signs a launch for a role, and their deputy. Filling an empty role is for whoever plans the launch; replacing a
 * signer, or a deputy who gave what is in force, is for admins and executives, with a reason (L6). The deputy stays where none
 * is named.
 * @throws AppError not_found, launch_closed, forbidden, refused
 */
export async function putSigner(
  scope: Scope<"launch:name_signer">,
  roleName: string,
  { person, deputy, reason = "" }: SignerPut,
  now: Date,
): Promise<Launch> {
  const role = roleOf(roleName);
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now);
    const { rows, at } = locked;
    const before = rows.roles.find((each) => each.role === role);
    const signerId = before?.signerId ?? null;
    const deputyId = deputy === undefined ? (before?.deputyId ?? null) : deputy;
    const inForce = rows.signOffs.find((each) => each.role === role && each.supersededAt === null);
    const deputyBefore = before?.deputyId ?? null;
    const isDeputyChanged = deputyId !== deputyBefore;
    // Who gave what is in force supersedes it: taking them away is replacing them, whatever they are called (L6).
    const replaced = [
      ...(signerId !== null && signerId !== person ? [{ from: signerId, to: person }] : []),
      ...(isDeputyChanged &&
      deputyBefore !== null &&
      deputyBefore !== person &&
      inForce?.personId === deputyBefore
        ? [{ from: deputyBefore, to: deputyId ?? person }]
        : []),
    ];
    if (replaced.length > 0 && !can(scope.viewer.actor, "launch:replace_signer", scope.resource)) {
      throw new AppError("forbidden", {
        message:
          "Only an admin or an executive replaces a signer, or a deputy who has signed. Nothing was changed.",
      });
    }
    if (replaced.length > 0 && isBlank(reason))
      refuseFields([{ field: "reason", message: "Say why they are replaced: the minutes show it." }]);
    const problem = deputyProblem(role, person, deputyId);
    refuseFields(problem ? [{ ...problem, field: "deputy" }] : []);
    const hasOverruled = (id: string | null) =>
      rows.signOffs.some(
        ({ supersededAt, overrulings }) =>
          supersededAt === null && overrulings.some(({ personId }) => personId === id),
      );
    if (role !== "executive")
      refuseFields(
        [
          { field: "person", id: person },
          { field: "deputy", id: deputyId },
        ]
          .filter(({ id }) => hasOverruled(id))
          .map(({ field }) => ({
            field,
            message: "They overruled a no-go of this launch, and so sign no other role.",
          })),
      );
    const personOf = await peopleNamed(
      tx,
      [
        { field: "person", person: person === signerId ? null : person, role },
        { field: "deputy", person: isDeputyChanged ? deputyId : null, role },
      ],
      rows.example,
    );
    if (signerId === person && !isDeputyChanged) return changedLaunch(tx, scope, locked);
    await tx.launchRole.upsert({
      where: { launchId_role: { launchId: rows.id, role } },
      create: { launchId: rows.id, role, signerId: person, deputyId },
      update: { signerId: person, deputyId },
    });
    await tx.launch.update({
      where: { id: rows.id },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    const ids = [person, deputyId, signerId, deputyBefore].filter((id) => id !== null);
    const names = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const nameOf = (id: string) => names.find((each) => each.id === id) ?? personOf(id);
    for (const { from, to } of replaced) {
      const decision = inForce?.personId === from ? inForce.decision : null;
      const facts = { role, from: nameOf(from), to: nameOf(to), decision, reason };
      await writeEvent(tx, scope, rows.id, at, "signer_replaced", facts);
    }
    const isDeputyReplaced = replaced.some(({ from }) => from === deputyBefore);
    if (replaced.length === 0 || (isDeputyChanged && !isDeputyReplaced)) {
      const facts = { role, signer: nameOf(person), deputy: deputyId === null ? null : nameOf(deputyId) };
      await writeEvent(tx, scope, rows.id, at, "signer_named", facts);
    }
    return changedLaunch(tx, scope, locked);
  });
}
