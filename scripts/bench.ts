/**
 * `npm run bench`: starts the product on a data folder of its own, fills it, and measures it beside the floors of the
 * same run. Prints a table and writes bench.json.
 *   -- --quick        one round of each, without the 10,000 services
 *   -- --out <file>   where the JSON goes
 */
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { type Figure, table, told } from "./bench/figures";
import { startFloor } from "./bench/floor";
import { untilDone } from "./bench/processes";
import { type Product, setUp, signIn, startProduct } from "./bench/product";
import { measureTenThousand } from "./bench/ten-thousand";
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
      ...(services === 1_000
        ? [told("ready after start, built and filled", product.readyMs / 1000, "s")]
        : []),
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
try {
  figures.push(
    ...(await withProduct(1_000, (product, headers) =>
      measureThousand(ROOT, product, floor, headers, effort),
    )),
  );
  if (!options.quick) {
    figures.push(
      ...(await withProduct(10_000, (product, headers) =>
        measureTenThousand(product, floor, headers, effort),
      )),
    );
  }
} finally {
  await floor.stop();
}
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
