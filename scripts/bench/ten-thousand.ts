import { below, type Figure, told } from "./figures";
import type { Floor } from "./floor";
import { fetched, interleaved, median } from "./load";
import type { Product } from "./product";
import { places, savesPerSecond } from "./saves";
import { opening, saving } from "./thousand";

/**
 * What is measured at 10,000 services. The bar is that of the page, first after a save, while nothing is kept in memory;
 * the rest is told beside what it is at 1,000.
 */
export async function measureTenThousand(
  product: Product,
  floor: Floor,
  headers: Record<string, string>,
  effort: { rounds: number; seconds: number },
): Promise<Figure[]> {
  const [place] = await places(product.origin, headers, { services: 1, perService: 1 });
  if (!place) throw new Error("no service to save an answer of");
  const timed = async (path: string) => {
    const times: number[] = [];
    for (let round = 0; round < effort.rounds * 2; round += 1) {
      await savesPerSecond(product.origin, headers, [place], 0.01);
      times.push((await fetched({ url: `${product.origin}${path}`, headers })).ms);
    }
    return median(times);
  };
  await timed("/");
  const first = [
    below("portfolio page, 10,000 services, first after a save", (await timed("/")) / 1000, 0.5, "s"),
    ...[
      told("portfolio as JSON, first after a save", (await timed("/api/v1/portfolio")) / 1000, "s"),
      told("list of services", (await timed("/services")) / 1000, "s"),
      told("list of gaps", (await timed("/gaps")) / 1000, "s"),
    ].map(atTenThousand),
  ];
  const speeds = await interleaved(
    {
      constant: { url: `${floor.origin}/constant` },
      json: { url: `${product.origin}/api/v1/portfolio`, headers },
      empty: { url: `${floor.origin}/` },
      page: { url: `${product.origin}/`, headers },
    },
    effort,
  );
  const verdicts = [];
  for (let round = 0; round < effort.rounds; round += 1) {
    const url = `${product.origin}/api/v1/exports/answers?format=ndjson&fields=service,question,verdict`;
    verdicts.push((await fetched({ url, headers })).ms / 1000);
  }
  return [
    ...first,
    ...[
      { ...told("portfolio as JSON", speeds.json, "/s"), floor: speeds.constant },
      { ...told("portfolio page", speeds.page, "/s"), floor: speeds.empty },
      below("all verdicts as ndjson", median(verdicts), 1, "s"),
      ...(await saving(product, headers, effort)).map(({ name, value, unit }) => told(name, value, unit)),
      ...(await opening(product, headers)).map(({ name, value, unit }) => told(name, value, unit)),
      told("memory of the web server", product.memoryMb(), "MB"),
    ].map(atTenThousand),
  ];
}

const atTenThousand = (figure: Figure): Figure => ({ ...figure, name: `${figure.name}, 10,000 services` });
