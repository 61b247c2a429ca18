import pg from "pg";
import { expect, test } from "./fixtures";

test("stale answers of an area are confirmed together, but for one that is left out, an entry each", async ({
  page,
  api,
  server,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Together again" });
  const body = { name: "Old area", team: team.slug, tier: 2, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  type Areas = { questions: { key: string; area: string; title: string; stale: boolean }[] };
  const load = () => api.call<Areas>("GET", `/services/${slug}/scorecard`);
  const inArea = (await load()).questions.filter(({ area }) => area === "detection").slice(0, 3);
  for (const { key } of inArea) {
    const answer = { verdict: "no", reason: `because of ${key}`, expectedVersion: 0 };
    await api.call("PUT", `/services/${slug}/answers/${key}`, answer);
  }
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  await client.query(
    `UPDATE "Answer" SET "savedAt" = "savedAt" - interval '800 days' WHERE "reason" LIKE 'because of %'`,
  );
  await client.query(`UPDATE "ServiceState" SET "nextChangeAt" = now() - interval '1 day'`);
  await client.end();
  const staleOnes = async () => (await load()).questions.filter(({ stale }) => stale).map(({ key }) => key);
  expect(await staleOnes()).toHaveLength(3);

  await page.goto(`/services/${slug}/assess?show=stale`);
  await page.getByRole("button", { name: "Confirm 3 stale answers" }).click();
  const dialog = page.getByRole("dialog", { name: /^Detection/ });
  for (const { key } of inArea) await expect(dialog).toContainText(`because of ${key}`);
  await expect(dialog).toContainText(/Answered no on .*not confirmed since/);
  const [first, , last] = inArea;
  await dialog.getByRole("checkbox", { name: new RegExp(last?.title ?? "") }).uncheck();
  await dialog.getByRole("button", { name: "Confirm 2 answers" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(staleOnes).toEqual([last?.key]);
  const history = await api.call<{ entries: { kind: string }[] }>(
    "GET",
    `/services/${slug}/history?question=${first?.key}`,
  );
  expect(history.entries.map(({ kind }) => kind)).toEqual(["confirm", "save"]);
});
