import { foldedText, MOST_WORDS } from "./search-text";

/** A word with its letters as a set of bits: two words that share too few of them are not compared any closer. */
interface Word {
  text: string;
  letters: number;
}

/** Something that can be found: what it is called, and what else leads to it. */
export interface Findable {
  /** As foldedText has it. */
  name: string;
  /** The words of the name alone: "checkout-api" is called as "Checkout API" is. */
  whole: string;
  words: readonly Word[];
  /** Words that lead to it, for half. */
  also: readonly Word[];
}

const wordOf = (text: string): Word => {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return { text, letters };
};

const wordsOf = (plain: string): Word[] =>
  plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(wordOf);

const wholeOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(" ");

/** Makes a text findable. @param also further texts that lead to it */
export function findable(name: string, ...also: readonly string[]): Findable {
  const plain = foldedText(name);
  const words = wordsOf(plain);
  const known = new Set(words.map(({ text }) => text));
  const others = wordsOf(foldedText(also.join(" "))).filter(
    ({ text }) => !known.has(text) && known.add(text).has(text),
  );
  return { name: plain, whole: wholeOf(words), words, also: others };
}

/** A word that is looked for, with how many slips there are to those that it was compared with: names have many in common. */
interface WantedWord extends Word {
  slips: Map<string, number>;
}

/** What is looked for, as foldedText has it: its words and the whole of them; signs alone are a whole without words. */
export interface Wanted {
  whole: string;
  words: readonly WantedWord[];
}

export const wanted = (search: string): Wanted => {
  const plain = foldedText(search).trim();
  const words = wordsOf(plain).slice(0, MOST_WORDS);
  return {
    whole: words.length === 0 ? plain : wholeOf(words),
    words: words.map((word) => ({ ...word, slips: new Map() })),
  };
};

const WHOLE_WORD = 1;
const BEGINNING = 0.75;
const WITHIN = 0.5;
const MISTYPED = 0.4;

/** How many slips are forgiven in a word of a length: in short ones every letter tells. */
const slipsIn = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

/** How well one word finds something: 1 for the same word, 0 for not at all. */
function wordFinds(word: WantedWord, { name, words, also }: Findable): number {
  let best = 0;
  for (const each of words) best = Math.max(best, likeness(word, each));
  if (best > MISTYPED) return best;
  if (name.includes(word.text)) return WITHIN;
  for (const each of also) best = Math.max(best, likeness(word, each) / 2);
  return best;
}

/** Of two words: the same, the beginning of the other, or that with slips. */
function likeness({ text, letters, slips }: WantedWord, of: Word): number {
  if (of.text.startsWith(text))
    return of.text.length === text.length ? WHOLE_WORD : BEGINNING + (0.2 * text.length) / of.text.length;
  const most = slipsIn(text.length);
  if (
    most === 0 ||
    of.text.length < text.length - most ||
    bitsIn(letters & ~of.letters) > most ||
    bitsIn(letters & of.letters) * 2 < bitsIn(letters)
  )
    return 0;
  let known = slips.get(of.text);
  if (known === undefined) {
    known = slipsBetween(text, of.text, most);
    slips.set(of.text, known);
  }
  return known > most ? 0 : MISTYPED / known;
}

function bitsIn(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
}

/**
 * How many slips lead from a beginning of a text to what was typed: a letter too many, too few, wrong, or two in the wrong
 * order (Damerau 1964, neighbours swapped once).
 * @returns more than `most` for more than that, whatever it is
 */
export function slipsBetween(typed: string, text: string, most: number): number {
  const width = Math.min(text.length, typed.length + most);
  if (width < typed.length - most) return most + 1;
  let [before, last] = [new Uint8Array(width + 1), Uint8Array.from({ length: width + 1 }, (_, at) => at)];
  let now = new Uint8Array(width + 1);
  for (let row = 1; row <= typed.length; row += 1) {
    now[0] = row;
    let least = row;
    for (let at = 1; at <= width; at += 1) {
      const same = typed[row - 1] === text[at - 1];
      let slips = Math.min(
        (last[at] as number) + 1,
        (now[at - 1] as number) + 1,
        (last[at - 1] as number) + (same ? 0 : 1),
      );
      const swapped = row > 1 && at > 1 && typed[row - 1] === text[at - 2] && typed[row - 2] === text[at - 1];
      if (swapped) slips = Math.min(slips, (before[at - 2] as number) + 1);
      now[at] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    [before, last, now] = [last, now, before];
  }
  return Math.min(...last.slice(Math.max(0, typed.length - most)));
}

const SAME = 0.5;
const BEGINS = 0.2;
/** Of two that are found as well the shorter name is the closer one. */
const PER_LETTER = 0.001;

/** How well each word of a search finds something, see wordFinds. */
export const scoresOf = ({ words }: Wanted, of: Findable): number[] =>
  words.map((word) => wordFinds(word, of));

/**
 * How well a search finds something: every word has to lead to it. Up to 1.5; 0 for not at all.
 * @param scores of its words, where they are known
 */
export function finds(
  search: Wanted,
  of: Findable,
  scores: readonly number[] = scoresOf(search, of),
): number {
  const { whole } = search;
  if (scores.length === 0) return whole !== "" && of.name.includes(whole) ? WITHIN : 0;
  let sum = 0;
  for (const score of scores) {
    if (score === 0) return 0;
    sum += score;
  }
  const bonus = of.whole === whole ? SAME : of.whole.startsWith(whole) ? BEGINS : 0;
  return sum / scores.length + bonus - Math.min(0.1, of.name.length * PER_LETTER);
}

/** The best ones of many, the best first; of those that are found as well the earlier ones. */
export function bestFound<T>(
  items: readonly T[],
  scoreOf: (item: T) => number,
  most: number,
): { item: T; score: number }[] {
  const found = items.flatMap((item, place) => {
    const score = scoreOf(item);
    return score > 0 ? [{ item, score, place }] : [];
  });
  return found
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, most)
    .map(({ item, score }) => ({ item, score }));
}
