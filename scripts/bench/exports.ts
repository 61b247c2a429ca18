import { below, type Figure, told } from "./figures";
import type { Floor } from "./floor";
import { fetched, median } from "./load";
import type { Product } from "./product";

const FORMATS = ["ndjson", "json", "csv", "xlsx"] as const;
const SAMPLE_MS = 40;

/** The most that the web server grew over what it held before, in MB, while some work was done. */
async function growth(product: Product, work: () => Promise<void>): Promise<number> {
  const before = product.memoryMb();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, product.memoryMb());
  }, SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(most, product.memoryMb()) - before;
}

/**
 * Every answer of 1,000 services, the verdicts alone and with texts in each format: how long, how much the web server grows
 * meanwhile, and how long as many bytes take that nobody had to make.
 */
export async function measureExports(
  product: Product,
  floor: Floor,
  headers: Record<string, string>,
  rounds: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const verdicts: number[] = [];
  const search = "format=ndjson&fields=service,question,verdict";
  for (let round = 0; round < rounds * 2; round += 1) {
    verdicts.push((await fetched({ url: `${product.origin}/api/v1/exports/answers?${search}`, headers })).ms);
  }
  figures.push(below("all verdicts of 1,000 × 50", median(verdicts) / 1000, 0.2, "s"));
  for (const format of FORMATS) {
    const target = { url: `${product.origin}/api/v1/exports/answers?format=${format}`, headers };
    const { bytes } = await fetched(target);
    const [ours, theirs, grown]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds * 2; round += 1) {
      ours.push((await fetched(target)).ms);
      theirs.push((await fetched({ url: `${floor.origin}/bytes?n=${bytes}` })).ms);
    }
    // By themselves: looking at the memory takes time from the reader.
    for (let round = 0; round < rounds; round += 1) {
      grown.push(await growth(product, async () => void (await fetched(target))));
    }
    figures.push(
      format === "ndjson"
        ? below("  the same with texts", median(ours) / 1000, 0.5, "s")
        : below(`  the same as ${format}`, median(ours) / 1000, 5, "s"),
      below(`  growth of the web server, ${format}`, Math.max(...grown), 100, "MB"),
      told("  as many bytes made by nobody", median(theirs) / 1000, "s"),
    );
  }
  return figures;
}
