import "server-only";
import { reader } from "../../db/transaction";
import type { AlikeGaps } from "../../domain/gap-table";
import { plainText, searchWords } from "../../domain/search-text";
import { patternOf } from "../../domain/text";
import type { Plan } from "../../snapshot/history";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { namesOf } from "../names";

/** Shorter words stand in nearly every reason. */
const LEAST_OF_REASONS = 3;

/** Where one word of a search stands, apart from questions. */
interface Found {
  /** As plainText has it. */
  word: string;
  /** By place of the service, 1 where the word stands in its name, its short name or that of its team. */
  services: Uint8Array;
  /** Ids of people. */
  owners: ReadonlySet<string>;
  /** Ids of services, by the question whose reason has the word. */
  reasons: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The gaps in which every word of a search stands somewhere: title or text of the question, reason of the answer, ticket or
 * owner of the fix, service or team. Of an earlier instant there are neither plans nor reasons to search. At most two
 * statements, for names of owners and for reasons.
 * @param services by place, the first one has place 1
 */
export async function searchedGaps(
  snapshot: Snapshot,
  gaps: readonly AlikeGaps[],
  services: readonly ServiceThen[],
  planOf: (gap: AlikeGaps, place: number) => Plan | null,
  search: string,
): Promise<AlikeGaps[]> {
  const words = await findWords(snapshot, services, searchWords(search));
  return gaps.flatMap((gap) => {
    const title = services[(gap.places[0] ?? 0) - 1]?.checklist.titleOf(gap.question) ?? "";
    const question = plainText(`${title}\n${gap.text}`);
    const left = words.filter(({ word }) => !question.includes(word));
    if (left.length === 0) return [gap];
    const places = gap.places.filter((place) => {
      const id = services[place - 1]?.id ?? "";
      const plan = snapshot.past ? null : planOf(gap, place);
      return left.every(
        ({ word, services, owners, reasons }) =>
          services[place - 1] === 1 ||
          reasons.get(gap.question)?.has(id) ||
          (plan !== null && (owners.has(plan.ownerId ?? "") || plan.ticket?.toLowerCase().includes(word))),
      );
    });
    return places.length === 0 ? [] : [{ ...gap, places }];
  });
}

async function findWords(
  snapshot: Snapshot,
  services: readonly ServiceThen[],
  words: readonly string[],
): Promise<Found[]> {
  const [people, reasons] = snapshot.past
    ? [new Map<string, { id: string; name: string }>(), []]
    : await Promise.all([namesOf(ownersOf(snapshot)), reasonsWith(words)]);
  const names = services.map(({ slug, facts }) =>
    plainText(`${facts.name}\n${slug}\n${teamOf(snapshot, facts.teamId).name}`),
  );
  return words.map((written, index) => {
    const word = plainText(written);
    const has = (text: string) => plainText(text).includes(word);
    return {
      word,
      services: Uint8Array.from(names, (name) => Number(name.includes(word))),
      owners: new Set([...people.values()].filter(({ name }) => has(name)).map(({ id }) => id)),
      reasons: reasons[index] ?? new Map(),
    };
  });
}

function ownersOf({ plans }: Snapshot): string[] {
  const owners = new Set<string>();
  for (const ofService of plans.values())
    for (const { ownerId } of ofService.values()) if (ownerId !== null) owners.add(ownerId);
  return [...owners];
}

/** By place of the word: the services that have it in a reason, by question. */
async function reasonsWith(words: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>[]> {
  const found = words.map(() => new Map<string, ReadonlySet<string>>());
  const patterns = words.map((word) => (word.length < LEAST_OF_REASONS ? null : patternOf(word)));
  if (patterns.every((pattern) => pattern === null)) return found;
  const rows = await reader().$queryRaw<{ place: number; question: string; services: string[] }[]>`
    SELECT w."place"::int AS "place", a."questionKey" AS "question", array_agg(a."serviceId"::text) AS "services"
    FROM unnest(${patterns}::text[]) WITH ORDINALITY w("pattern", "place")
    JOIN "Answer" a ON a."reason" ILIKE w."pattern" GROUP BY 1, 2`;
  for (const { place, question, services } of rows) found[place - 1]?.set(question, new Set(services));
  return found;
}
