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

/** What is left of a sum without a part of it: without the last bits, which would say that something is left where nothing is. */
export function without(whole: number, part: number): number {
  const left = whole - part;
  return Math.abs(left) < 1e-12 * Math.max(Math.abs(whole), Math.abs(part)) ? 0 : left;
}
