import "server-only";
import { hasPlace, inBulkhead, onceInBulkhead } from "../db/bulkhead";
import { STAMP } from "../db/changes/stamp";
import { reader } from "../db/transaction";
import type { Viewer } from "./viewer";

/**
 * Does an expensive read in one of the few places for such reads. Who asks the same while it is under way, with the same
 * rights and with nothing changed in between, gets the same answer.
 * @param asked the question, as JSON can hold it; null where the answer cannot be shared
 * @param first what it begins with, before it waits for a place: what needs no connection
 * @throws AppError unavailable when no place became free within 2 s
 */
export async function expensively<T, F = void>(
  viewer: Viewer,
  asked: readonly unknown[] | null,
  work: (found: F) => Promise<T>,
  first: () => Promise<F> = async () => undefined as F,
): Promise<T> {
  if (hasPlace()) return work(await first());
  if (asked === null) {
    const found = await first();
    return inBulkhead(() => work(found));
  }
  const { id, teams, ...rights } = viewer.actor;
  const question = JSON.stringify(asked);
  const key = [
    question,
    viewer.stamp ?? (await readStamp()),
    rights,
    Object.entries(teams).sort(([a], [b]) => (a < b ? -1 : 1)),
    // Whom "me" means.
    question.includes('"me"') ? id : "",
  ];
  return onceInBulkhead(JSON.stringify(key), work, first);
}

async function readStamp(): Promise<string> {
  const [row] = await reader().$queryRaw<{ stamp: string }[]>`SELECT ${STAMP} AS "stamp"`;
  return row?.stamp ?? "";
}
