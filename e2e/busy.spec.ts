import pg from "pg";
import { expect, test } from "./fixtures";

test("a page that finds no place says so with a 503, and comes by itself; others go on", async ({
  page,
  server,
  api,
}) => {
  await api.call("POST", "/teams", { name: "Payments" });
  const other = new pg.Client(server.databaseUrl);
  await other.connect();
  await other.query('BEGIN; LOCK TABLE "ServiceFacts" IN ACCESS EXCLUSIVE MODE');
  const answers = page.waitForResponse((response) => new URL(response.url()).pathname === "/changes");
  const opened = page.goto("/changes?since=2020-01-01");
  const first = await answers;
  await opened;
  expect(first.status()).toBe(503);
  expect(Number(first.headers()["retry-after"])).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { name: "Plumbline is busy." })).toBeVisible();
  const services = await page.request.get("/services");
  expect(services.status()).toBe(200);
  await other.end();
  await expect(page.getByRole("heading", { name: "Plumbline is busy." })).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(server.log.join("")).not.toContain("a page broke");
});
