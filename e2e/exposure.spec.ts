import type { Page } from "@playwright/test";
import { COSTS } from "../lib/domain/vocabulary";
import { type Api, expect, signIn, test } from "./fixtures";
import { aReader } from "./pages";

interface Named {
  slug: string;
  name: string;
}

/** A live tier 1 service with some gaps that are known. */
async function aServiceWithGaps(api: Api): Promise<{ team: Named; service: Named; gaps: string[] }> {
  const team = await api.call<Named>("POST", "/teams", { name: "Harbour" });
  const service = await api.call<Named>("POST", "/services", {
    name: "Harbour dues",
    team: team.slug,
    tier: 1,
    lifecycle: "live",
  });
  const card = await api.call<{ questions: { key: string; area: string }[] }>(
    "GET",
    `/services/${service.slug}/scorecard`,
  );
  const open = card.questions.filter(({ area }) => area === "traffic" || area === "database_failure");
  const gaps = open.map(({ key }) => key);
  for (const { key } of card.questions) {
    await api.call("PUT", `/services/${service.slug}/answers/${key}`, {
      verdict: gaps.includes(key) ? "no" : "yes",
      reason: "Looked at in the last game day.",
      expectedVersion: 0,
    });
  }
  return { team, service, gaps };
}

/** Every test on a server begins and ends without prices: others count incidents. */
const unpriced = (api: Api) =>
  api.call("PUT", "/exposure/model", { prices: Object.fromEntries(COSTS.map((cost) => [cost, null])) });
test.beforeEach(({ api }) => unpriced(api));
test.afterEach(({ api }) => unpriced(api));

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const left = (page: Page) => page.getByRole("complementary", { name: "What would be left" });

test("what the gaps cost: prices with a preview, money in the sentence, what if, planned fixes", async ({
  page,
  api,
}) => {
  const { team, service } = await aServiceWithGaps(api);
  const address = `/exposure?team=${team.slug}`;

  await test.step("without prices it counts incidents, and says how to see money", async () => {
    await page.goto(address);
    await expect(heading(page)).toContainText(/Known gaps are expected to cause [\d.]+ incidents a year/);
    await page.getByRole("main").getByRole("link", { name: "Set prices" }).first().click();
    await expect(page).toHaveURL(/\/exposure\/model$/);
  });

  await test.step("a price says what it means while it is typed", async () => {
    await page.getByLabel("Emergency bug fixes: low").fill("2k");
    await page.getByLabel("Emergency bug fixes: high").fill("1");
    await page.getByRole("button", { name: "Review and save" }).click();
    await expect(page.getByText("Write a high price above the low one.")).toBeVisible();
    await page.getByLabel("Emergency bug fixes: high").fill("20,000");
    await expect(page.getByText("Half of such incidents cost less than €6.3k")).toBeVisible();
    await page.getByLabel("Lost customer trust: low").fill("10,000");
    await page.getByLabel("Lost customer trust: high").fill("250k");
    await page.getByLabel("Data loss: low").fill("20k");
    await page.getByLabel("Data loss: high").fill("500k");
  });

  await test.step("what it changes is shown before it is saved; then it is in the history", async () => {
    await page.getByRole("button", { name: "Review and save" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("table", { name: "Before and after" })).toContainText("unpriced");
    await expect(dialog.getByRole("table", { name: "What is changed" })).toContainText("€20k to €500k");
    await expect(dialog.getByText(/^Alone: known now unpriced → €/)).toHaveCount(3);
    await dialog.getByLabel("Why it is changed").fill("From last year's incidents.");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.locator("#history")).toContainText("From last year's incidents.");
    await expect(page.locator("#history")).toContainText("Data loss: no price → €20k to €500k");
    await expect(page.getByText("inputs changed, not saved")).toBeHidden();
  });

  await test.step("somebody else's prices are taken in beside one's own, and neither is lost", async () => {
    await page.getByLabel("Data loss: low").fill("30k");
    const prices = {
      emergency_fixes: { low: 2_000, high: 20_000 },
      lost_trust: { low: 10_000, high: 250_000 },
      data_loss: { low: 40_000, high: 500_000 },
    };
    await api.call("PUT", "/exposure/model", { prices });
    await page.getByRole("button", { name: "Review and save" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Somebody else changed the prices or rates")).toBeVisible();
    await expect(page.getByLabel("Data loss: low")).toHaveValue("30k");
    await page.getByRole("button", { name: "Take this" }).click();
    await expect(page.getByLabel("Data loss: low")).toHaveValue("40,000");
  });

  await test.step("the exposure is money now, with a curve, and every figure leads on", async () => {
    await page.goto(address);
    await expect(heading(page)).toContainText(/Known gaps are expected to cost about €[\d.]+k a year/);
    await expect(heading(page)).toContainText("In one year of ten they cost more than €");
    await expect(page.getByRole("img", { name: /Half of all years cost more than/ })).toBeVisible();
    await expect(page.getByRole("table", { name: "Exposure by service" })).toContainText("Harbour dues");
  });

  await test.step("ticks change the figures at once, stand in the address, and survive a reload", async () => {
    const boxes = page.getByRole("checkbox");
    await boxes.nth(0).check();
    await expect(left(page)).toContainText("Closing this gap takes about");
    await boxes.nth(1).check();
    await expect(left(page)).toContainText("Closing these 2 gaps takes about");
    await expect(page).toHaveURL(/close=harbour-dues[\w-]*\..*close=harbour-dues/);
    await page.reload();
    await expect(left(page)).toContainText(/€[\d.]+k a year known becomes €[\d.]+k/);
  });

  await test.step("one of them is planned by itself: the dialog says which, and which was left", async () => {
    await left(page).getByRole("button", { name: "Plan these fixes" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByLabel(/^Due day of/)
      .first()
      .fill("2030-01-10");
    await dialog.getByRole("button", { name: "Plan 1 fix" }).click();
    await expect(dialog.getByRole("heading", { name: "1 fix is planned" })).toBeVisible();
    await expect(dialog).toContainText("Left as they were");
    await dialog.getByRole("button", { name: "Done" }).click();
  });

  await test.step("the ticked fixes are planned, and stand in the list of gaps", async () => {
    await left(page).getByRole("button", { name: "Plan these fixes" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Due, all of them").fill("2030-01-15");
    await dialog.getByRole("button", { name: "Plan 2 fixes" }).click();
    await expect(page.getByText("2 fixes are planned.")).toBeVisible();
    await expect(dialog).toHaveCount(0);
    const { items } = await api.call<{ items: { plan: { dueOn: string } | null }[] }>(
      "GET",
      `/gaps?service=${service.slug}&due=planned`,
    );
    expect(items.map(({ plan }) => plan?.dueOn)).toEqual(["2030-01-15", "2030-01-15"]);
  });

  await test.step("the page of the service says the same money, and leads back", async () => {
    await page
      .getByRole("table", { name: "Exposure by service" })
      .getByRole("link", { name: "Harbour dues" })
      .click();
    await expect(page.getByText("What its gaps are expected to cost a year")).toBeVisible();
    await page.getByRole("link", { name: "What if some were closed" }).click();
    await expect(page).toHaveURL(new RegExp(`/exposure\\?service=${service.slug}`));
  });
});

test("who may not set prices reads them, with the reason, and cannot save", async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url });
  await signIn(context.request, server.url, await aReader(server.databaseUrl));
  const page = await context.newPage();
  await page.goto("/exposure/model");
  await expect(page.getByText("Only admins and executives set prices, weights and rates.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const reply = await context.request.put(`${server.url}/api/v1/exposure/model`, {
    data: { severity: { "2": 1 } },
    headers: { origin: server.url },
  });
  expect(reply.status()).toBe(403);
  await context.close();
});
