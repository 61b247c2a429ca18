import pg from "pg";
import { expect, test } from "./fixtures";

test("a page that finds no place says so with a 503, and comes by itself; others go on", async ({
  page,
  server,
  api,
}) => {
  await api.call("POST", "/teams", { name: "Payments" });
  const facts = { name: "Checkout", team: "payments", tier: 3, lifecycle: "live" };
  const { slug, createdAt } = await api.call<{ slug: string; createdAt: string }>("POST", "/services", facts);
  const other = new pg.Client(server.databaseUrl);
  await other.connect();
  // Scorecards of the past read answers, and wait for them; lists do not.
  await other.query('BEGIN; LOCK TABLE "Answer" IN ACCESS EXCLUSIVE MODE');
  let held = true;
  const holders = Array.from({ length: 6 }, async (_, after) => {
    const asOf = new Date(Date.parse(createdAt) + after).toISOString();
    while (held) await page.request.get(`/api/v1/services/${slug}/scorecard?asOf=${asOf}`);
  });
  const waiting = `SELECT FROM pg_locks WHERE "relation" = '"Answer"'::regclass AND NOT "granted"`;
  await expect.poll(async () => (await other.query(waiting)).rowCount, { timeout: 20_000 }).toBe(2);
  const answers = page.waitForResponse((response) => new URL(response.url()).pathname === "/changes");
  const opened = page.goto("/changes?since=2020-01-01");
  const first = await answers;
  await opened;
  expect(first.status()).toBe(503);
  expect(Number(first.headers()["retry-after"])).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { name: "Plumbline is busy." })).toBeVisible();
  const services = await page.request.get("/services");
  expect(services.status()).toBe(200);
  held = false;
  await other.end();
  await Promise.all(holders);
  await expect(page.getByRole("heading", { name: "Plumbline is busy." })).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(server.log.join("")).not.toContain("a page broke");
});

test("while a large file is read, the process answers others", async ({ server, api }) => {
  const order: string[] = [];
  // A mapping of very many keys: nothing to import, and a second or more of reading.
  const yaml = `kind: Component\nmetadata:\n  name: a\n${Array.from({ length: 40_000 }, (_, at) => `k${at}: 1`).join("\n")}`;
  const reading = api
    .call<{ rows: unknown[] }>("POST", "/import/backstage", { yaml, dryRun: true })
    .finally(() => order.push("read"));
  for (let asked = 0; asked < 10; asked += 1) {
    expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200);
    order.push("live");
  }
  expect((await reading).rows).toHaveLength(1);
  expect(order.indexOf("read")).toBeGreaterThan(5);
});

test("what would keep the parsers busy for minutes is refused in words", async ({ server, page }) => {
  const dryRun = (path: string, body: object) =>
    page.request.post(`/api/v1/import/${path}`, {
      headers: { origin: server.url },
      data: { ...body, dryRun: true },
    });
  const table = await dryRun("csv", { csv: "a,".repeat(400_000) });
  expect([table.status(), (await table.json()).detail]).toEqual([
    400,
    "csv: It has more than 1,000 columns.",
  ]);
  const nested = await dryRun("backstage", { yaml: "[".repeat(60_000) + "]".repeat(60_000) });
  expect(nested.status()).toBe(200);
  expect((await nested.json()).rows).toMatchObject([
    { action: "error", reason: expect.stringMatching(/nested too deeply/) },
  ]);
});

test("pages that find no free connection are 503, never 500", async ({ server, page }) => {
  const other = new pg.Client(server.databaseUrl);
  await other.connect();
  await other.query('BEGIN; LOCK TABLE "Organisation" IN ACCESS EXCLUSIVE MODE');
  const asked = Array.from({ length: 15 }, (_, at) => page.request.get(`/services?q=${at}`));
  const replies = await Promise.all(asked);
  await other.end();
  expect(replies.map((reply) => reply.status())).toEqual(replies.map(() => 503));
  for (const reply of replies) expect(Number(reply.headers()["retry-after"])).toBeGreaterThan(0);
  expect((await page.request.get("/services")).status()).toBe(200);
});
