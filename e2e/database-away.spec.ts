import pg from "pg";
import { expect, setUp, signIn, standalone as test } from "./fixtures";

/** Closes a database to everybody but superusers' own sessions elsewhere, and ends who is connected. */
async function close(databaseUrl: string, closed: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_ADMIN_URL ?? "" });
  await client.connect();
  const name = new URL(databaseUrl).pathname.slice(1);
  await client.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS ${!closed}`);
  if (closed)
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  await client.end();
}

/** Six answers, each of which has 5 s; three times as long on a slow machine. */
const PATIENCE_MS = 15_000;

test("while the database is away pages and API answer 503 soon, and recover by themselves", async ({
  start,
  page,
}) => {
  const away = await start("away");
  await setUp(away.url);
  await signIn(page.request, away.url);
  await page.goto(`${away.url}/services`);
  await close(away.databaseUrl, true);
  await page.waitForTimeout(1_100);

  const asked = Date.now();
  const down = await page.goto(`${away.url}/services`);
  expect(down?.status()).toBe(503);
  expect(down?.headers()["retry-after"]).toBeTruthy();
  await expect(page.getByRole("heading", { name: "The database cannot be reached" })).toBeVisible();
  const api = await page.request.get(`${away.url}/api/v1/services`);
  expect(api.status()).toBe(503);
  expect(api.headers()["retry-after"]).toBeTruthy();
  expect(await api.json()).toMatchObject({ code: "unavailable" });
  expect((await page.request.get(`${away.url}/api/auth/session`)).status()).toBe(503);
  expect((await page.request.get(`${away.url}/api/health/ready`)).status()).toBe(503);
  expect((await page.request.get(`${away.url}/api/health/live`)).status()).toBe(200);
  expect(Date.now() - asked).toBeLessThan(PATIENCE_MS);

  await close(away.databaseUrl, false);
  await expect(page.getByRole("heading", { name: "The database cannot be reached" })).toBeHidden();
  await expect(page).toHaveURL(/\/services/);
  expect((await page.request.get(`${away.url}/api/health/ready`)).status()).toBe(200);
});
