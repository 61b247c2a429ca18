import "server-only";
import type { Tx } from "../../db/transaction";
import { AppError, type FieldProblem } from "../../domain/errors";
import type { PersonRef } from "../../domain/launch/events";
import type { SignRole } from "../../domain/launch/vocabulary";

/** Somebody who is to do something for a launch, and where that was asked. */
export interface Named {
  field: string;
  person: string | null | undefined;
  /** They sign for it: `executive` takes the right of that name (L1). */
  role?: SignRole;
}

const CANNOT_SIGN_IN = "Choose somebody who can sign in.";
const NO_EXECUTIVE = "Choose somebody who holds the executive right.";

/**
 * The people who are named, by id, with those who are named already.
 * @throws AppError refused, naming the fields, for who is not there, is disabled, or lacks the right that a role takes
 */
export async function peopleNamed(
  tx: Tx,
  named: readonly Named[],
  example: boolean,
): Promise<(id: string) => PersonRef> {
  const ids = named.flatMap(({ person }) => person ?? []);
  const rows = await tx.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, disabledAt: true, executive: true, example: true },
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  const fields = named.flatMap(({ field, person, role }): FieldProblem[] => {
    if (!person) return [];
    const found = known.get(person);
    if (!found || found.disabledAt !== null || (found.example && !example))
      return [{ field, message: CANNOT_SIGN_IN }];
    return role === "executive" && !found.executive ? [{ field, message: NO_EXECUTIVE }] : [];
  });
  if (fields[0])
    throw new AppError("refused", { message: `${fields[0].field}: ${fields[0].message}`, fields });
  return (id) => ({ id, name: known.get(id)?.name ?? "" });
}

/** A role with one person as signer and as deputy. */
export function deputyProblem(
  role: SignRole,
  signer: string | null,
  deputy: string | null,
): FieldProblem | null {
  return signer !== null && signer === deputy
    ? { field: `deputies.${role}`, message: "Choose somebody other than the signer." }
    : null;
}
