import type { Question } from "./checklist";

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
  const theirs = new Map<string, Q | null>();
  const taken: string[] = [];
  const kept = new Map<string, Q>();
  for (const key of new Set([...m.keys(), ...n.keys(), ...b.keys()])) {
    const [was, own, other] = [b.get(key), m.get(key), n.get(key)];
    if (same(own, other)) {
      if (own) kept.set(key, own);
    } else if (same(own, was)) {
      taken.push(key);
      if (other) kept.set(key, other);
    } else {
      if (!same(other, was)) theirs.set(key, other ?? null);
      if (own) kept.set(key, own);
      // I retired what they changed: theirs comes back, so that their words are not lost unseen.
      else if (other && !same(other, was)) kept.set(key, other);
    }
  }
  const orderChanged =
    keysOf(base)
      .filter((key) => n.has(key))
      .join() !==
    keysOf(now)
      .filter((key) => b.has(key))
      .join();
  const [first, second] = orderChanged ? [now, mine] : [mine, now];
  return { questions: inOrderOf(first, second, kept), theirs, taken };
}

const byKey = <Q extends { key: string }>(list: readonly Q[]) =>
  new Map(list.map((each) => [each.key, each]));
const keysOf = (list: readonly { key: string }[]) => list.map((each) => each.key);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

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
