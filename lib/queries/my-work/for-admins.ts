import "server-only";
import type { Scope } from "../../auth/scope";
import type { ForAdmins, Some } from "../../contracts/my-work";
import { reader } from "../../db/transaction";
import { byCodePoint } from "../../domain/text";
import { snapshotNow } from "../../snapshot/snapshot-at";

/** As many as are named. */
const NAMED = 5;

const some = <T>(all: readonly T[]): Some<T> => ({ total: all.length, items: all.slice(0, NAMED) });

/** What lacks a team, somebody on it, or a first answer. What the example invented lacks nothing. Two statements. */
export async function loadForAdmins(_scope: Scope<"person:list">, now: Date): Promise<ForAdmins> {
  const snapshot = await snapshotNow(now);
  const [people, teams] = await Promise.all([
    reader().person.findMany({
      where: {
        ...{ disabledAt: null, example: false, admin: false, executive: false },
        memberships: { none: { team: { deletedAt: null } } },
      },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    reader().team.findMany({
      where: { deletedAt: null, example: false, memberships: { none: {} } },
      select: { slug: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  const unassessed = snapshot.services.filter((each) => each.counts && each.standing === "unassessed");
  const services = unassessed
    .filter(({ example }) => !example)
    .map(({ slug, facts }) => ({ slug, name: facts.name }))
    .sort((a, b) => byCodePoint(a.name.toLowerCase(), b.name.toLowerCase()));
  const alone = services.length === unassessed.length;
  return { people: some(people), teams: some(teams), services: { ...some(services), alone } };
}
