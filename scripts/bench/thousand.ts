import { measureBrowser } from "./browser";
import { measureExports } from "./exports";
import { measureExposure } from "./exposure";
import { atLeast, below, type Figure, shareOf, told } from "./figures";
import type { Floor } from "./floor";
import { fetched, interleaved, median, percentile } from "./load";
import type { Product } from "./product";
import { offeredSaves, places, savesPerSecond } from "./saves";

const OPENERS = 300;

/** What is measured at 1,000 services × 50 questions with a year of history. @param root of the source */
export async function measureThousand(
  root: string,
  product: Product,
  floor: Floor,
  headers: Record<string, string>,
  effort: { rounds: number; seconds: number },
): Promise<Figure[]> {
  const json = { url: `${product.origin}/api/v1/portfolio`, headers };
  const page = { url: `${product.origin}/`, headers };
  const speeds = await interleaved(
    {
      constant: { url: `${floor.origin}/constant` },
      json,
      empty: { url: `${floor.origin}/` },
      page,
    },
    effort,
  );
  const figures = [
    shareOf("portfolio as JSON, 1,000 services", speeds.json, speeds.constant, 0.35),
    shareOf("portfolio page, 1,000 services", speeds.page, speeds.empty, 0.4),
    ...(await measureExports(product, floor, headers, effort.rounds)),
    ...(await measureExposure(product, headers, effort.rounds)),
    ...(await afterAWrite(product, headers, effort.rounds)),
    ...(await saving(product, headers, effort)),
    ...(await opening(product, headers)),
    ...(await measureBrowser(root, product, headers, effort.rounds)),
    told("memory of the web server", product.memoryMb(), "MB"),
  ];
  return figures;
}

/** The first look after somebody saved: nothing that is kept in memory holds any more. */
async function afterAWrite(
  product: Product,
  headers: Record<string, string>,
  rounds: number,
): Promise<Figure[]> {
  const [place] = await places(product.origin, headers, { services: 1, perService: 1 });
  const times: number[] = [];
  for (let round = 0; place && round < rounds * 2; round += 1) {
    await savesPerSecond(product.origin, headers, [place], 0.01);
    times.push((await fetched({ url: `${product.origin}/api/v1/portfolio`, headers })).ms);
  }
  return [told("portfolio as JSON, first after a save", median(times), "ms")];
}

/** Answers saved by twenty at once, on twenty services and on one, and at a fixed rate. */
export async function saving(
  product: Product,
  headers: Record<string, string>,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Figure[]> {
  const many = await places(product.origin, headers, { services: 20, perService: 1 });
  const one = await places(product.origin, headers, { services: 1, perService: 20 });
  const [apart, together]: [number[], number[]] = [[], []];
  // as before every other figure, so that none is that of code which has not run yet
  await savesPerSecond(product.origin, headers, many, 2);
  for (let round = 0; round < rounds; round += 1) {
    apart.push(await savesPerSecond(product.origin, headers, await refreshed(many), seconds));
    together.push(await savesPerSecond(product.origin, headers, await refreshed(one), seconds));
  }
  async function refreshed(list: typeof many) {
    const services = new Set(list.map((each) => each.service)).size;
    return places(product.origin, headers, { services, perService: list.length / services });
  }
  const p95 = await offeredSaves(product.origin, headers, await refreshed(many), {
    perSecond: 30,
    seconds: 10,
  });
  return [
    atLeast("save an answer, 20 writers on 20 services", median(apart), 150, "/s"),
    atLeast("save an answer, 20 writers on one service", median(together), 60, "/s"),
    below("save an answer, p95 at 30/s offered", p95, 50, "ms"),
  ];
}

/** Everybody opens the portfolio within one second: the page, and its data. */
export async function opening(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  const [page, json] = [`${product.origin}/`, `${product.origin}/api/v1/portfolio`];
  const openers = Array.from({ length: OPENERS }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, (1000 * index) / OPENERS));
    const began = performance.now();
    await Promise.all([fetched({ url: page, headers }), fetched({ url: json, headers })]);
    return performance.now() - began;
  });
  const settled = await Promise.allSettled(openers);
  const served = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  return [
    atLeast(`served of ${OPENERS} openers in one second`, served.length, OPENERS, ""),
    below(`p95 of ${OPENERS} openers in one second`, percentile(served, 0.95) / 1000, 4, "s"),
  ];
}
