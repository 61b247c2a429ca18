import { expect, sheetsOf, test } from "./fixtures";
import { layoutProblems } from "./layout";
import { aPlace } from "./pages";

/** A4 between margins of 15 mm, in pixels. */
const PAPER = 680;

test("the checklist on paper shows all that stands behind each question", async ({ page, api }) => {
  const address = "/checklists/production-readiness/versions/1";
  const { questions } = await api.call<{ questions: { why: string }[] }>("GET", address);
  await page.goto(address);
  const last = page.getByText(questions.at(-1)?.why ?? "", { exact: true });
  await expect(last).toBeHidden();

  await page.emulateMedia({ media: "print" });
  for (const { why } of questions) await expect(page.getByText(why, { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: /Incidents a year/ })).toHaveCount(questions.length);
  // what says which version this is stays, and nothing else that leads anywhere
  await expect(page.getByRole("navigation")).toHaveCount(1);
  await expect(page.getByRole("navigation", { name: "You are here" })).toContainText("version 1");
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(8);

  await page.emulateMedia({ media: "screen" });
  await expect(last).toBeHidden();
});

test("a service takes two sheets of paper at most, with all of its gaps and without what only a screen needs", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "On paper" });
  const create = (name: string) =>
    api.call<{ slug: string }>("POST", "/services", {
      ...{ name, team: team.slug, tier: 1, lifecycle: "live" },
      tags: ["payments", "public", "ai", "personal_data", "uploads", "batch"],
      links: [{ label: "Repository", url: "https://example.com/a/repository/with/a/long/address" }],
    });
  const [fullest, fresh] = [await create("Everything is open"), await create("Nobody has looked")];
  const address = `/services/${fullest.slug}`;
  const questions = async () =>
    (
      await api.call<{ questions: { key: string; title: string; gap: boolean }[] }>(
        "GET",
        `${address}/scorecard`,
      )
    ).questions;
  for (const [index, { key }] of (await questions()).slice(0, 12).entries()) {
    await api.call("PUT", `${address}/answers/${key}`, {
      verdict: ["no", "partly", "unclear"][index % 3],
      reason: "Whoever was asked had another reason for it. ".repeat(12),
      evidence: [{ label: "A run", url: "https://ci.example.com/runs/that/nobody/remembers/7" }],
      expectedVersion: 0,
    });
  }
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "What changed" })).toHaveCount(1);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const gaps = (await questions()).filter((question) => question.gap);
  expect(gaps.length).toBeGreaterThan(40);
  const listed = page.locator("#gaps");
  for (const { title } of gaps)
    await expect(listed.getByText(title, { exact: true }).filter({ visible: true })).toHaveCount(1);
  await expect(page.locator("[data-actions]")).toBeHidden();
  await expect(page.getByRole("button", { name: /^(Plan|Show all|As of)/ })).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  await expect.poll(() => sheetsOf(page)).toBeLessThanOrEqual(2);

  await page.goto(`/services/${fresh.slug}`);
  await expect.poll(() => sheetsOf(page)).toBe(1);
});

test("on paper nothing is wider than the sheet, rows stay whole, and what can be pressed to act is not printed", async ({
  page,
  api,
}) => {
  const { service, team, launch } = await aPlace(api);
  await page.setViewportSize({ width: PAPER, height: 1000 });
  await page.emulateMedia({ media: "print" });
  for (const address of [
    "/",
    `/services/${service}`,
    `/services/${service}/history`,
    "/exposure",
    "/gaps",
    "/changes?since=2020-01-01",
    `/teams/${team}`,
    `/launches/${launch}`,
    `/launches/${launch}/meeting`,
    `/launches/${launch}/minutes`,
  ]) {
    await test.step(address, async () => {
      await page.goto(address);
      expect.soft(await layoutProblems(page), address).toEqual([]);
      await expect.soft(page.locator("[data-actions]:visible"), address).toHaveCount(0);
      const split = await page.evaluate(
        () =>
          [...document.querySelectorAll("main :is(li, tr)")].filter(
            (row) => row.checkVisibility() && getComputedStyle(row).breakInside !== "avoid",
          ).length,
      );
      expect.soft(split, `${address}: rows that may be split`).toBe(0);
    });
  }
});
