/**
 * On a grid of twelve significant digits. What the same parts come to in another order, or in groups, differs by the last
 * bits of a float at most, and is the same number there: rounded from here, it is the same text.
 */
export const settled = (value: number): number => Number(value.toPrecision(12));

/** The sum of numbers, with what each addition loses added at the end (Neumaier 1974), so that their order hardly matters. */
export function sumOf(values: Iterable<number>): number {
  let [sum, lost] = [0, 0];
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Many such sums side by side, grown number by number without an object for any. */
export class Sums {
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;

  /** @param places how many sums */
  constructor(places: number) {
    this.#sums = new Float64Array(places);
    this.#lost = new Float64Array(places);
  }

  add(place: number, value: number): void {
    const sum = this.#sums[place] as number;
    const next = sum + value;
    const lost = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    this.#lost[place] = (this.#lost[place] as number) + lost;
    this.#sums[place] = next;
  }

  /** Begins anew. */
  reset(): void {
    this.#sums.fill(0);
    this.#lost.fill(0);
  }

  /** What they are by now. */
  values(): Float64Array {
    return this.#sums.map((sum, place) => sum + (this.#lost[place] as number));
  }
}

/** What is left of a sum without a part of it: without the last bits, which would say that something is left where nothing is. */
export function without(whole: number, part: number): number {
  const left = whole - part;
  return Math.abs(left) < 1e-12 * Math.max(Math.abs(whole), Math.abs(part)) ? 0 : left;
}
