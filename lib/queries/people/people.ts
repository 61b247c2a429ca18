import "server-only";
import type { Scope } from "../../auth/scope";
import type { Person } from "../../contracts/organisation";
import { reader } from "../../db/transaction";
import { byName } from "../../domain/text";

/** Everybody in the organisation, by name: owners, members and signers are chosen from it. */
export async function loadPeople(
  _scope: Scope<"person:list">,
): Promise<{ items: Person[]; nextCursor: string | null }> {
  const rows = await reader().person.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, admin: true, executive: true, disabledAt: true },
  });
  const items = rows.map(({ disabledAt, ...person }) => ({ ...person, disabled: disabledAt !== null }));
  return { items: items.sort((a, b) => byName(a.name, b.name)), nextCursor: null };
}
