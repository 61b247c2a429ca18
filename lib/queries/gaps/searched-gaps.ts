import "server-only";
import { yieldRegularly } from "../../config/yield-regularly";
import { reader } from "../../db/transaction";
import type { AlikeGaps } from "../../domain/gap-table";
import { foldedText, searchWords, ticketHas } from "../../domain/search-text";
import { patternOf } from "../../domain/text";
import type { Plan } from "../../snapshot/history";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { namesOf } from "../names";

/** Shorter words stand in nearly every reason. */
const LEAST_OF_REASONS = 3;

/** Where one word of a search stands, apart from questions and reasons. */
interface Found {
  /** As foldedText has it. */
  word: string;
  /** As it was written: reasons are compared so. */
  written: string;
  /** By place of the service, 1 where the word stands in its name, its short name or that of its team. */
  services: Uint8Array;
  /** Ids of people. */
  owners: ReadonlySet<string>;
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
  const words = await findWords(snapshot, services, search);
  const open = gaps.map((gap) => {
    const title = services[(gap.places[0] ?? 0) - 1]?.checklist.titleOf(gap.question) ?? "";
    const question = foldedText(`${title}\n${gap.text}`);
    return { gap, left: words.filter(({ word }) => !question.includes(word)) };
  });
  const reasons = snapshot.past ? NO_REASONS : await reasonsWith(words, open);
  const found: AlikeGaps[] = [];
  const breathe = yieldRegularly();
  for (const { gap, left } of open) {
    await breathe();
    if (left.length === 0) {
      found.push(gap);
      continue;
    }
    const places = gap.places.filter((place) => {
      const id = services[place - 1]?.id ?? "";
      const plan = snapshot.past ? null : planOf(gap, place);
      return left.every(
        (each) =>
          each.services[place - 1] === 1 ||
          (plan !== null &&
            (each.owners.has(plan.ownerId ?? "") || ticketHas(plan.ticket ?? "", each.word))) ||
          reasons(each, gap.question, id),
      );
    });
    if (places.length > 0) found.push({ ...gap, places });
  }
  return found;
}

async function findWords(
  snapshot: Snapshot,
  services: readonly ServiceThen[],
  search: string,
): Promise<Found[]> {
  const people = snapshot.past
    ? new Map<string, { id: string; name: string }>()
    : await namesOf(ownersOf(snapshot));
  const names = services.map(({ slug, facts }) =>
    foldedText(`${facts.name}\n${slug}\n${teamOf(snapshot, facts.teamId).name}`),
  );
  return searchWords(search).flatMap((written) => {
    const word = foldedText(written);
    // accents alone
    if (word === "") return [];
    const has = (text: string) => foldedText(text).includes(word);
    return {
      ...{ word, written },
      services: Uint8Array.from(names, (name) => Number(name.includes(word))),
      owners: new Set([...people.values()].filter(({ name }) => has(name)).map(({ id }) => id)),
    };
  });
}

function ownersOf({ plans }: Snapshot): string[] {
  const owners = new Set<string>();
  for (const ofService of plans.values())
    for (const { ownerId } of ofService.values()) if (ownerId !== null) owners.add(ownerId);
  return [...owners];
}

/** Whether a word stands in the reason of a service's answer to a question. */
type HasReason = (of: Found, question: string, service: string) => boolean;
const NO_REASONS: HasReason = () => false;

/** The first of the letters that stand for questions; there are as many as nobody asks. */
const FIRST_LETTER = 0x100;

/** Reads in which reasons the words stand that are still looked for: of each service one text, with a letter for each question. */
async function reasonsWith(
  words: readonly Found[],
  open: readonly { gap: AlikeGaps; left: readonly Found[] }[],
): Promise<HasReason> {
  const sought = words.filter(
    (each) => each.written.length >= LEAST_OF_REASONS && open.some(({ left }) => left.includes(each)),
  );
  if (sought.length === 0) return NO_REASONS;
  const questions = [
    ...new Set(
      open.filter(({ left }) => left.some((each) => sought.includes(each))).map(({ gap }) => gap.question),
    ),
  ];
  const rows = await reader().$queryRaw<{ word: number; service: string; letters: string }[]>`
    SELECT w."place"::int AS "word", a."serviceId"::text AS "service",
      string_agg(chr(${FIRST_LETTER}::int + q."place"::int), '') AS "letters"
    FROM unnest(${sought.map(({ written }) => patternOf(written))}::text[]) WITH ORDINALITY w("pattern", "place")
    CROSS JOIN unnest(${questions}::text[]) WITH ORDINALITY q("key", "place")
    JOIN "Answer" a ON a."questionKey" = q."key" AND a."reason" ILIKE w."pattern" GROUP BY 1, 2`;
  const found = new Map(sought.map((each) => [each, new Map<string, string>()]));
  for (const { word, service, letters } of rows) found.get(sought[word - 1] as Found)?.set(service, letters);
  const letterOf = new Map(questions.map((key, at) => [key, String.fromCodePoint(FIRST_LETTER + at + 1)]));
  return (of, question, service) =>
    found
      .get(of)
      ?.get(service)
      ?.includes(letterOf.get(question) ?? "\0") ?? false;
}
