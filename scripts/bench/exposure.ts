import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { CostModel } from "../../lib/domain/cost-model";
import { lossGroups, type TierIncidents } from "../../lib/domain/expected-loss";
import { type LossGroup, type Spread, simulatedLosses, spreadOf } from "../../lib/domain/simulation";
import { COSTS } from "../../lib/domain/vocabulary";
import { below, type Figure, told } from "./figures";
import { fetched, median } from "./load";
import type { Product } from "./product";

/** What "what if" and the simulation take, with the portfolio that is there. */
export async function measureExposure(
  product: Product,
  headers: Record<string, string>,
  rounds: number,
): Promise<Figure[]> {
  return [...(await simulating(product, rounds)), ...(await supposing(product, headers, rounds))];
}

/** The year's loss of all live services: as it is drawn, and every incident one by one. */
async function simulating({ databaseUrl }: Product, rounds: number): Promise<Figure[]> {
  const groups = await groupsOf(databaseUrl);
  const [quick, plain]: [number[], number[]] = [[], []];
  const timed = (into: number[], oneByOne?: number): Spread => {
    const began = performance.now();
    const spread = spreadOf(
      oneByOne === undefined ? simulatedLosses(groups) : simulatedLosses(groups, { oneByOne }),
    );
    into.push(performance.now() - began);
    return spread;
  };
  let apart = 0;
  for (let round = 0; round < rounds; round += 1) {
    const drawn = timed(quick);
    const each = timed(plain, Number.POSITIVE_INFINITY);
    for (const of of ["p50", "p90", "p95"] as const) {
      apart = Math.max(apart, Math.abs(drawn[of] / each[of] - 1));
    }
  }
  // connections that were closed while this process had no time to notice are noticed now, not by the next request
  await sleep(200);
  return [
    below("simulation of 1,000 services", median(quick), 500, "ms"),
    told("  every incident drawn one by one", median(plain), "ms"),
    below("  furthest apart at P50, P90, P95", apart * 100, 3, "%"),
  ];
}

/** What live services are expected to cause, as the product would simulate it. */
async function groupsOf(databaseUrl: string): Promise<LossGroup[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const models = await client.query<Pick<CostModel, "currency" | "prices" | "severity">>(
      'SELECT "currency", "prices", "severity" FROM "CostModel" ORDER BY "number" DESC LIMIT 1',
    );
    const carried = await client.query<TierIncidents>(
      `SELECT s."tier", p."incidents" FROM "Service" s CROSS JOIN LATERAL (
         SELECT "incidents" FROM "ReadinessPoint" WHERE "serviceId" = s."id" ORDER BY "at" DESC, "id" DESC LIMIT 1) p
       WHERE s."lifecycle" = 'live' AND s."deletedAt" IS NULL`,
    );
    const model = models.rows[0];
    if (!model) throw new Error("nothing has a price");
    const prices = Object.fromEntries(COSTS.map((cost) => [cost, model.prices[cost] ?? null]));
    return lossGroups(carried.rows, { ...model, prices: prices as CostModel["prices"], rates: {} });
  } finally {
    await client.end();
  }
}

/** Three questions closed everywhere at once, other ones each time. */
async function supposing(
  { origin }: Product,
  headers: Record<string, string>,
  rounds: number,
): Promise<Figure[]> {
  const scorecard = await fetch(`${origin}/api/v1/exposure?limit=200`, { headers });
  const { gaps } = (await scorecard.json()) as { gaps: { question: string }[] };
  const questions = [...new Set(gaps.map(({ question }) => question))];
  const times: number[] = [];
  for (let round = 0; round < rounds * 3; round += 1) {
    const close = [0, 1, 2].map((more) => ({ question: questions[(round + more) % questions.length] }));
    times.push(
      (
        await fetched({
          url: `${origin}/api/v1/exposure/what-if`,
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify({ close }),
        })
      ).ms,
    );
  }
  return [below("what if three questions were closed everywhere", median(times), 300, "ms")];
}
