import "server-only";
import { reader } from "../db/transaction";

/** What people are called, by id. */
export type Names = ReadonlyMap<string, { id: string; name: string }>;

/** People by id: one statement, none for nobody. @param ids null for nobody */
export async function namesOf(ids: readonly (string | null)[]): Promise<Names> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  if (known.length === 0) return new Map();
  const rows = await reader().person.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
