import { knownVersion } from "../db/published-questions";
import type { GivenAnswer } from "../domain/effective-verdict";
import { lastFlip } from "../domain/gap-changes";
import type { ServiceThen } from "./service-then";

const BEGINNING = new Date(0);

/**
 * Since when the question in a place has been a gap without a break (S4, S8), from all that happened to it; null when it is
 * none, or its service does not count.
 */
export function openSince(then: ServiceThen, place: number): Date | null {
  if (!then.counts || !then.isGap(place)) return null;
  const { key } = then.checklist.at(place);
  const answers = then.entriesOf(place);
  const facts = then.service.facts.filter(({ at }) => at.getTime() <= then.knownUntil);
  const last = Math.max(
    then.assessedAt,
    ...(Number.isFinite(then.knownUntil)
      ? []
      : [facts.at(-1)?.at ?? BEGINNING, ...answers.map(arrived)].map(Number)),
  );
  const questionOf = (version: string) =>
    knownVersion(version).questions.find((question) => question.key === key);
  return lastFlip(facts, answers, questionOf, { since: BEGINNING, until: new Date(last) })?.at ?? null;
}

const arrived = ({ savedAt, importedAt }: GivenAnswer) => importedAt ?? savedAt;
