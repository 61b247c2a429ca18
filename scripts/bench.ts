/**
 * `npm run bench`: starts the product on a data folder of its own, fills it, and measures it beside the floors of the
 * same run. Prints a table and writes bench.json.
 *   -- --quick        one round of each, without the 10,000 and the 30,000 services
 *   -- --out <file>   where the JSON goes
 */
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { type Figure, growthOf, onThisMachine, REFERENCE, table, told } from "./bench/figures";
import { startFloor } from "./bench/floor";
import { throughput } from "./bench/load";
import { untilDone } from "./bench/processes";
import { type Product, setUp, signIn, startProduct } from "./bench/product";
import { measureSize } from "./bench/sizes";
import { measureThousand } from "./bench/thousand";
import { writePortfolio } from "./bench/write-portfolio";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SEED = 7;
const say = (line: string) => process.stderr.write(`${line}\n`);

const { values: options } = parseArgs({
  options: { quick: { type: "boolean", default: false }, out: { type: "string", default: "bench.json" } },
});
const effort = options.quick ? { rounds: 1, seconds: 2 } : { rounds: 5, seconds: 4 };

/** A product with so many services in a data folder that is gone afterwards. */
async function withProduct(
  services: number,
  measure: (product: Product, headers: Record<string, string>) => Promise<Figure[]>,
): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "plumbline-bench-"));
  // Postgres, run as somebody else when we are root, has to get in.
  await chmod(dataDir, 0o755);
  let product: Product | undefined;
  try {
    say(`starting the product with ${services.toLocaleString("en")} services …`);
    product = await startProduct(ROOT, dataDir);
    await setUp(product.origin);
    const client = new pg.Client({ connectionString: product.databaseUrl });
    await client.connect();
    try {
      await writePortfolio(client, { services, seed: SEED, now: new Date(), say });
      // A year of changes told within a minute: what the purge job does two minutes later is done at once.
      await client.query('DELETE FROM "Change" WHERE "id" < (SELECT max("id") FROM "Change")');
      await client.query("VACUUM ANALYZE");
    } finally {
      await client.end();
    }
    await product.stop();
    product = await startProduct(ROOT, dataDir);
    say("waiting until its days are added up …");
    const filled = await untilDone(product.origin, "fill-days");
    say("measuring …");
    const count = services.toLocaleString("en");
    return [
      told(`a year of whole days added up after the start, ${count} services`, filled / 1000, "s"),
      ...(await measure(product, await signIn(product.origin))),
    ];
  } finally {
    await product?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

say("building and starting the floor …");
const floor = await startFloor(ROOT);
const figures: Figure[] = [];
const runs: { services: number; figures: Figure[] }[] = [];
try {
  await throughput({ url: `${floor.origin}/` }, 1);
  const empty = await throughput({ url: `${floor.origin}/` }, effort.seconds);
  figures.push(
    told(`empty dynamic page of the floor, ${REFERENCE}/s where bars are as they stand`, empty, "/s"),
  );
  for (const services of options.quick ? [1_000] : [1_000, 10_000, 30_000]) {
    const measured = await withProduct(services, async (product, headers) => [
      ...(services === 1_000 ? await measureThousand(ROOT, product, floor, headers, effort) : []),
      ...sized(services, await measureSize(product, headers, effort)),
    ]);
    figures.push(...measured.map((figure) => onThisMachine(figure, empty / REFERENCE)));
  }
} finally {
  await floor.stop();
}
/** Kept to be told beside other sizes. Bars are those of 10,000 services: nobody promised anything of more. */
function sized(services: number, of: Figure[]): Figure[] {
  runs.push({ services, figures: of });
  const named = of.map((each) => ({
    ...each,
    name: `${each.name}, ${services.toLocaleString("en")} services`,
  }));
  if (services <= 10_000) return named;
  return named.map(({ name, value, unit, floor }) => ({
    ...told(name, value, unit),
    ...(floor === undefined ? {} : { floor }),
  }));
}
figures.push(...growthOf(runs));
process.stdout.write(`${table(figures)}\n`);
const machine = {
  node: process.version,
  cpus: cpus().length,
  cpu: cpus()[0]?.model,
  memoryGb: totalmem() / 2 ** 30,
};
await writeFile(
  options.out,
  `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`,
);
say(`written to ${options.out}`);
