import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "./load";

/** One writer's place: a service, a question of it, and the version of the answer there. */
export interface Place {
  service: string;
  question: string;
  version: number;
}

/** Places to write to: the first services, `perService` questions of each. */
export async function places(
  origin: string,
  headers: Record<string, string>,
  { services, perService }: { services: number; perService: number },
): Promise<Place[]> {
  const list = await json<{ items: { slug: string }[] }>(
    `${origin}/api/v1/services?lifecycle=live&limit=${services}`,
    headers,
  );
  const cards = [];
  for (const { slug } of list.items) {
    cards.push(
      await json<{ questions: { key: string; version: number }[] }>(
        `${origin}/api/v1/services/${slug}/scorecard`,
        headers,
      ).then(({ questions }) =>
        questions
          .slice(0, perService)
          .map((each) => ({ service: slug, question: each.key, version: each.version })),
      ),
    );
  }
  return cards.flat();
}

async function json<T>(url: string, headers: Record<string, string>): Promise<T> {
  const response = await fetch(url, { headers });
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

/** Saves another answer at a place. @returns milliseconds. @throws Error when it was not saved */
async function save(origin: string, headers: Record<string, string>, place: Place): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${origin}/api/v1/services/${place.service}/answers/${place.question}`, {
    method: "PUT",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({
      verdict: place.version % 2 === 0 ? "no" : "partly",
      reason: `Measured at version ${place.version}.`,
      expectedVersion: place.version,
    }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`save: ${response.status} ${text}`);
  place.version += 1;
  return performance.now() - began;
}

/** Each place saved again and again by a writer of its own. @returns saves a second */
export async function savesPerSecond(
  origin: string,
  headers: Record<string, string>,
  at: readonly Place[],
  seconds: number,
): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let saved = 0;
  await Promise.all(
    at.map(async (place) => {
      while (performance.now() < until) {
        await save(origin, headers, place);
        if (performance.now() < until) saved += 1;
      }
    }),
  );
  return saved / seconds;
}

/** Saves offered at a fixed rate, whether or not the last one is done. @returns p95 in milliseconds */
export async function offeredSaves(
  origin: string,
  headers: Record<string, string>,
  at: readonly Place[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number> {
  const began = performance.now();
  const under: Promise<number>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    await sleep(Math.max(0, began + (index * 1000) / perSecond - performance.now()));
    const place = at[index % at.length];
    if (place) under.push(save(origin, headers, place));
  }
  return percentile(await Promise.all(under), 0.95);
}
