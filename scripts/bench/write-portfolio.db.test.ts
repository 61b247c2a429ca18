import pg from "pg";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { ageServices } from "@/lib/jobs/age-services";
import { currentAndFold, newestPoint } from "@/lib/testing/fold";
import { writePortfolio } from "./write-portfolio";

it("writes services with a year of history, as the product would have left them (H2)", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const now = new Date();
  const told: string[] = [];
  await writePortfolio(client, { services: 30, seed: 7, now, say: (line) => told.push(line) });
  await client.end();
  expect(told.at(-1)).toBe("30 services written");
  expect(await db().team.count()).toBe(2);
  const services = await db().service.findMany();
  expect(services).toHaveLength(30);
  for (const { id } of services) {
    const { current, fold } = await currentAndFold(id);
    expect(current).toEqual(fold);
  }
  expect(await ageServices(now)).toBe(0);
  const [first] = await db().readinessPoint.findMany({ orderBy: { at: "asc" }, take: 1 });
  expect(now.getTime() - (first?.at.getTime() ?? 0)).toBeGreaterThan(360 * 86_400_000);
  const counting = await Promise.all(services.map(async ({ id }) => (await newestPoint(id)).counting));
  expect(counting.reduce((sum, each) => sum + each, 0) / services.length).toBeGreaterThan(45);
  expect((await db().entry.count()) / 30).toBeGreaterThan(40);
});
