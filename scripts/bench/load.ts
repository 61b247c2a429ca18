import autocannon from "autocannon";

/** The middle of several figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}

/** The value below which a share of the figures lies, by nearest rank. @param share 0–1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** An address to measure, with the headers that it needs. */
export interface Target {
  url: string;
  headers?: Record<string, string>;
}

/** Requests a second of one address over some seconds. @throws Error when any was not answered 200 */
export async function throughput(target: Target, seconds: number, connections = 10): Promise<number> {
  const result = await autocannon({ ...target, connections, duration: seconds });
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${target.url}: ${result.errors} errors, ${result.non2xx} answers that were not 2xx`);
  }
  return result["2xx"] / result.duration;
}

/** Several addresses in turn, several rounds, so that a slow minute hits all alike. @returns the median of each */
export async function interleaved<K extends string>(
  targets: Record<K, Target>,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Record<K, number>> {
  const names = Object.keys(targets) as K[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (const name of names) await throughput(targets[name], 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) figures[name].push(await throughput(targets[name], seconds));
  }
  return Object.fromEntries(names.map((name) => [name, median(figures[name])])) as Record<K, number>;
}

/** Fetches an address whole. @returns milliseconds, bytes. @throws Error when it is not answered 200 */
export async function fetched({
  url,
  headers = {},
  ...sent
}: Target & { method?: string; body?: string }): Promise<{ ms: number; bytes: number }> {
  const began = performance.now();
  const response = await fetch(url, { headers, ...sent });
  const body = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return { ms: performance.now() - began, bytes: body.byteLength };
}
