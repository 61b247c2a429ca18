import type { Question } from "./checklist";
import { mergeEdits } from "./merge";

/** A list of questions after two people edited it at once. */
export interface MergedQuestions<Q> {
  /** Mine where I changed something, theirs where only they did. */
  questions: Q[];
  /** By key, what they have of the questions that both changed; null where they retired one that I changed. */
  theirs: ReadonlyMap<string, Q | null>;
  /** Keys of questions whose changes by them were taken in. */
  taken: string[];
}

/**
 * Brings together a list that I edited with what somebody else saved meanwhile, losing no word of either: what only one
 * of us touched is taken from that one; what both touched stays mine, with theirs beside it. The order is theirs unless
 * only I changed it.
 * @param base what was there when I began · @param mine what I have · @param now what is there now
 */
export function mergeQuestions<Q extends Pick<Question, "key">>(
  base: readonly Q[],
  mine: readonly Q[],
  now: readonly Q[],
): MergedQuestions<Q> {
  const [b, m, n] = [byKey(base), byKey(mine), byKey(now)];
  const merged = mergeEdits<Readonly<Record<string, Q | undefined>>>(b, m, n);
  const theirs = new Map<string, Q | null>();
  const kept = new Map<string, Q>();
  for (const [key, question] of Object.entries(merged.values)) if (question) kept.set(key, question);
  for (const [key, other] of Object.entries(merged.theirs)) {
    theirs.set(key, other ?? null);
    // I retired what they changed: theirs comes back, so that their words are not lost unseen.
    if (other && !kept.has(key)) kept.set(key, other);
  }
  const orderChanged =
    keysOf(base)
      .filter((key) => key in n)
      .join() !==
    keysOf(now)
      .filter((key) => key in b)
      .join();
  const [first, second] = orderChanged ? [now, mine] : [mine, now];
  return { questions: inOrderOf(first, second, kept), theirs, taken: merged.taken };
}

/** Without a prototype, so that a question may be called "constructor". */
const byKey = <Q extends { key: string }>(list: readonly Q[]): Record<string, Q | undefined> =>
  Object.assign(Object.create(null), Object.fromEntries(list.map((each) => [each.key, each])));
const keysOf = (list: readonly { key: string }[]) => list.map((each) => each.key);

/** The kept ones in the order of one list; what only the other has comes after its neighbour there. */
function inOrderOf<Q extends { key: string }>(
  first: readonly Q[],
  second: readonly Q[],
  kept: ReadonlyMap<string, Q>,
): Q[] {
  const keys = keysOf(first).filter((key) => kept.has(key));
  for (const [index, key] of keysOf(second).entries()) {
    if (keys.includes(key) || !kept.has(key)) continue;
    const before = second[index - 1]?.key;
    const at = before === undefined ? 0 : keys.indexOf(before) + 1;
    keys.splice(before !== undefined && at === 0 ? keys.length : at, 0, key);
  }
  return keys.flatMap((key) => kept.get(key) ?? []);
}
