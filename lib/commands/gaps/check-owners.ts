import "server-only";
import type { Tx } from "../../db/transaction";
import type { FieldProblem } from "../../domain/errors";

/** Those of some owners of plans who are not there or cannot sign in, as problems of their fields. */
export async function ownerProblems(
  tx: Tx,
  owners: readonly { field: string; owner: string | null | undefined }[],
): Promise<FieldProblem[]> {
  const asked = owners.flatMap(({ owner }) => owner ?? []);
  if (asked.length === 0) return [];
  const found = await tx.person.findMany({
    where: { id: { in: [...new Set(asked)] }, disabledAt: null },
    select: { id: true },
  });
  const known = new Set(found.map(({ id }) => id));
  return owners
    .filter(({ owner }) => owner && !known.has(owner))
    .map(({ field }) => ({ field, message: "Choose somebody who can sign in." }));
}
