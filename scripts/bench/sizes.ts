import { atLeast, below, type Figure } from "./figures";
import { fetched, median, percentile } from "./load";
import type { Product } from "./product";
import { bareSavesPerSecond, offeredSaves, places, savesPerSecond } from "./saves";

const OPENERS = 300;
const DAY_MS = 86_400_000;

/**
 * What is measured at every number of services, by the same names, so that it is seen how it grows. Bars are those of
 * 10,000 services.
 */
export async function measureSize(
  product: Product,
  headers: Record<string, string>,
  effort: { rounds: number; seconds: number },
): Promise<Figure[]> {
  const { origin } = product;
  const [place] = await places(origin, headers, { services: 1, perService: 1 });
  if (!place) throw new Error("no service to save an answer of");
  /** The first look after somebody saved: nothing that was worked out before holds any more. @returns s */
  const afterASave = async (pathOf: (round: number) => string, body?: string) => {
    const times: number[] = [];
    for (let round = 0; round < effort.rounds * 2; round += 1) {
      await savesPerSecond(origin, headers, [place], 0.01);
      const sent = body
        ? { method: "POST", headers: { ...headers, "content-type": "application/json" }, body }
        : { headers };
      times.push((await fetched({ url: `${origin}${pathOf(round)}`, ...sent })).ms / 1000);
    }
    return median(times);
  };
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  // Another instant each time: those that were looked at are kept.
  const past = (days: number) => (round: number) =>
    `/api/v1/portfolio?asOf=${new Date(daysAgo(days).getTime() + round * 60_000).toISOString()}`;
  const month = daysAgo(30).toISOString().slice(0, 10);
  const close = JSON.stringify({ close: [{ question: place.question }] });
  await afterASave(() => "/");
  await longestBlock(origin);
  const figures = [
    below("portfolio as JSON, first after a save", await afterASave(() => "/api/v1/portfolio"), 0.08, "s"),
    below("portfolio page, first after a save", await afterASave(() => "/"), 0.3, "s"),
    below("changes of a month", await afterASave(() => `/api/v1/portfolio/changes?since=${month}`), 0.4, "s"),
    below("gaps, first look", await afterASave(() => "/api/v1/gaps"), 0.15, "s"),
    below("as of a month ago, first look", await afterASave(past(30)), 0.25, "s"),
    below("as of eleven months ago, first look", await afterASave(past(330)), 0.25, "s"),
    below("exposure of all", await afterASave(() => "/api/v1/exposure"), 0.25, "s"),
    below("what if", await afterASave(() => "/api/v1/exposure/what-if", close), 0.25, "s"),
  ];
  const verdicts: number[] = [];
  for (let round = 0; round < effort.rounds; round += 1) {
    const url = `${origin}/api/v1/exports/answers?format=ndjson&fields=service,question,verdict`;
    verdicts.push((await fetched({ url, headers })).ms / 1000);
  }
  return [
    ...figures,
    below("longest block of the event loop meanwhile", await longestBlock(origin), 0.15, "s"),
    below("all verdicts as ndjson", median(verdicts), 1, "s"),
    ...(await saving(product, headers, effort)),
    ...(await finding(product, headers, effort)),
    ...(await opening(product, headers)),
    below("ready after start", product.readyMs / 1000, 5, "s"),
    below("memory of the web server", product.memoryMb(), 700, "MB"),
  ];
}

/** The longest time that everybody had to wait for one piece of work since this was asked last, in seconds. */
async function longestBlock(origin: string): Promise<number> {
  const text = await fetch(`${origin}/api/metrics`).then((response) => response.text());
  const found = /^plumbline_nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text);
  if (!found) throw new Error("the server does not say how long its event loop was blocked");
  return Number(found[1]);
}

/** Answers saved by twenty at once, on twenty services and on one, and at a fixed rate; and the floor of it. */
async function saving(
  { origin, databaseUrl }: Product,
  headers: Record<string, string>,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Figure[]> {
  const spread = (services: number) => places(origin, headers, { services, perService: 20 / services });
  const [apart, together, bare]: [number[], number[], number[]] = [[], [], []];
  // as before every other figure, so that none is that of code which has not run yet
  await savesPerSecond(origin, headers, await spread(20), 2);
  for (let round = 0; round < rounds; round += 1) {
    apart.push(await savesPerSecond(origin, headers, await spread(20), seconds));
    together.push(await savesPerSecond(origin, headers, await spread(1), seconds));
    bare.push(await bareSavesPerSecond(databaseUrl, await spread(20), seconds));
  }
  const p95 = await offeredSaves(origin, headers, await spread(20), { perSecond: 30, seconds: 10 });
  return [
    {
      ...atLeast("save an answer, 20 writers on 20 services", median(apart), 300, "/s"),
      floor: median(bare),
    },
    atLeast("save an answer, 20 writers on one service", median(together), 60, "/s"),
    below("save an answer, p95 at 30/s offered", p95, 50, "ms"),
  ];
}

/** What the palette asks as one types names, each with a slip, and the least that the API does; gaps by a word of a reason. */
async function finding(
  { origin }: Product,
  headers: Record<string, string>,
  { rounds }: { rounds: number },
): Promise<Figure[]> {
  const { items } = (await fetch(`${origin}/api/v1/services?limit=${5 * rounds}`, { headers }).then((reply) =>
    reply.json(),
  )) as { items: { name: string; teamName: string }[] };
  const times = async (paths: readonly string[]) => {
    const all: number[] = [];
    for (const path of paths) all.push((await fetched({ url: `${origin}/api/v1/${path}`, headers })).ms);
    return all;
  };
  const searches = items
    .flatMap(({ name, teamName }) => [
      name.slice(0, 2),
      name,
      name.slice(0, 3) + name.slice(4),
      `${teamName} data`,
    ])
    .map((typed) => `search?q=${encodeURIComponent(typed)}`);
  await times(searches.slice(0, 8));
  const floor = percentile(await times(searches.map(() => "organisation")), 0.95);
  const reasons = await times(Array.from({ length: rounds }, (_, at) => `gaps?q=nobody${at}`));
  return [
    { ...below("search, p95 of what is typed", percentile(await times(searches), 0.95), 50, "ms"), floor },
    below("gaps by the word of a reason, first look", median(reasons) / 1000, 0.4, "s"),
  ];
}

/** Everybody opens the portfolio within one second: the page, and its data. */
async function opening({ origin }: Product, headers: Record<string, string>): Promise<Figure[]> {
  const openers = Array.from({ length: OPENERS }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, (1000 * index) / OPENERS));
    const began = performance.now();
    await Promise.all([`${origin}/`, `${origin}/api/v1/portfolio`].map((url) => fetched({ url, headers })));
    return performance.now() - began;
  });
  const settled = await Promise.allSettled(openers);
  const served = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  return [
    atLeast(`served of ${OPENERS} openers in one second`, served.length, OPENERS, ""),
    below(`p95 of ${OPENERS} openers in one second`, percentile(served, 0.95) / 1000, 2.5, "s"),
  ];
}
