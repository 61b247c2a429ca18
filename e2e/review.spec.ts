import { expect, type Page } from "@playwright/test";
import { amountText } from "../lib/domain/amount-text";
import { type Api, apiOf, setUp, sheetsOf, signIn, standalone as test } from "./fixtures";
import { typePerson } from "./people";

interface Carried {
  knownLoss: number;
  unknownLoss: number;
}
interface Portfolio {
  day: string;
  totals: { now: Carried; atLaunch: Carried };
  since: { day: string; from: { knownLoss: number; unknownLoss: number } };
  costs: { cost: string; now: Carried }[];
  fixes: { now: { service: string; question: string; expectedLoss: number }[] };
}
interface Exposure {
  now: { known: { expectedLoss: number }; unknown: { expectedLoss: number }; spread: { p90: number } };
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const left = (page: Page) => page.getByRole("complementary", { name: "What would be left" });
const euro = (amount: number) => amountText(amount, { currency: "EUR" });
const portfolioOf = (api: Api) => api.call<Portfolio>("GET", "/portfolio");

test("a CTO's review: the sentence, the largest cost, a gap, what if, three planned fixes, last month, paper, export; and the numbers agree", async ({
  page,
  start,
}) => {
  const fresh = await start("review");
  await setUp(fresh.url);
  await signIn(page.request, fresh.url);
  const api = apiOf(page.request, fresh.url);
  await api.call("POST", "/example", {});
  const at = (path: string) => `${fresh.url}${path}`;
  const told = await portfolioOf(api);
  const known = euro(told.totals.now.knownLoss);

  await test.step("the sentence says what it costs, and all of the answer stands on one screen", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(at("/"));
    await expect(heading(page)).toContainText(`about ${known}`);
    await expect(
      page.getByText("Prices of the example cover all eight costs; they are invented assumptions."),
    ).toBeVisible();
    for (const title of ["Standing", "Twelve months", "Best next fixes"]) {
      const card = page.locator("[data-card]").filter({ has: page.getByRole("heading", { name: title }) });
      const box = await card.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 900)).toBeLessThanOrEqual(900);
    }
    const last = await page.locator("#costs summary").last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 900)).toBeLessThanOrEqual(900);
    const figures = page.locator("[data-card]").first();
    expect((await figures.boundingBox())?.y).toBeLessThanOrEqual(240);
    await page.setViewportSize({ width: 390, height: 844 });
    expect((await figures.boundingBox())?.y).toBeLessThanOrEqual(420);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("the costs add up to it, and the largest leads to a gap of a service", async () => {
    const sum = told.costs.reduce((total, { now }) => total + now.knownLoss, 0);
    expect(sum).toBeCloseTo(told.totals.now.knownLoss, 2);
    const first = page.locator("#costs details").first();
    await expect(first.locator("summary")).toContainText(euro(told.costs[0]?.now.knownLoss ?? -1));
    await first.locator("summary").click();
    await first.getByRole("listitem").first().getByRole("link").click();
    await expect(page).toHaveURL(/\/services\/[\w-]+\?cost=/);
    await expect(page.getByText(/What its gaps are expected to cost/)).toBeVisible();
  });

  await test.step("the exposure says the same, and what a bad year is", async () => {
    await page.goto(at("/"));
    await heading(page).getByRole("link", { name: known, exact: true }).click();
    await expect(page).toHaveURL(/\/exposure$/);
    const exposure = await api.call<Exposure>("GET", "/exposure");
    expect(exposure.now.known.expectedLoss).toBeCloseTo(told.totals.now.knownLoss, 2);
    expect(exposure.now.unknown.expectedLoss).toBeCloseTo(told.totals.now.unknownLoss, 2);
    await expect(heading(page)).toContainText(`about ${known} a year`);
    await expect(heading(page)).toContainText(`more than ${euro(exposure.now.spread.p90)}`);
  });

  const best = told.fixes.now.slice(0, 3);
  await test.step("what if the three best fixes were done", async () => {
    await page.goto(at("/"));
    await page.getByRole("link", { name: "What if we closed them?" }).click();
    await expect(page).toHaveURL(/\/exposure\?close=/);
    const after = best.reduce((sum, { expectedLoss }) => sum - expectedLoss, told.totals.now.knownLoss);
    await expect(left(page)).toContainText(`${known} a year known becomes ${euro(after)}`);
  });

  await test.step("all three are planned, with an owner and a date", async () => {
    await left(page).getByRole("button", { name: "Plan these fixes" }).click();
    const dialog = page.getByRole("dialog");
    const { name } = await api.call<{ name: string }>("GET", "/people/me");
    await typePerson(dialog, "Owner of all", name);
    await dialog.getByLabel("Due, all of them").fill("2031-03-01");
    await dialog.getByRole("button", { name: "Plan 3 fixes" }).click();
    await expect(page.getByText("3 fixes are planned.")).toBeVisible();
    await expect(dialog).toHaveCount(0);
    const { items } = await api.call<{ items: { question: string; plan: { dueOn: string } }[] }>(
      "GET",
      "/gaps?owner=me&due=planned&limit=200",
    );
    const planned = items.filter(({ plan }) => plan.dueOn === "2031-03-01").map(({ question }) => question);
    expect(planned.sort()).toEqual(best.map(({ question }) => question).sort());
  });

  await test.step("planning changes no figure; last month is explained cause by cause", async () => {
    expect((await portfolioOf(api)).totals.now).toEqual(told.totals.now);
    await page.goto(at("/"));
    await page.getByRole("link", { name: /^All changes since/ }).click();
    await expect(page).toHaveURL(/\/changes\?since=/);
    interface Amounts {
      expectedLoss: number;
      known: { expectedLoss: number };
    }
    const { exposure } = await api.call<{
      exposure: { now: { from: Amounts; to: Amounts; byCause: Record<string, Amounts> } };
    }>("GET", `/portfolio/changes?since=${told.since.day}`);
    const { from, to, byCause } = exposure.now;
    expect(from.expectedLoss).toBeCloseTo(told.since.from.knownLoss + told.since.from.unknownLoss, 2);
    expect(to.expectedLoss).toBeCloseTo(told.totals.now.knownLoss + told.totals.now.unknownLoss, 2);
    const moved = Object.values(byCause).reduce((sum, each) => sum + each.expectedLoss, 0);
    expect(from.expectedLoss + moved).toBeCloseTo(to.expectedLoss, 2);
    const difference = told.totals.now.knownLoss - told.since.from.knownLoss;
    expect(to.known.expectedLoss - from.known.expectedLoss).toBeCloseTo(difference, 2);
    const row = (name: string | RegExp) =>
      page.getByRole("table", { name: "Carried now" }).getByRole("row", { name });
    await expect(row(/^On /)).toContainText(euro(told.since.from.knownLoss));
    await expect(row(/^On /)).toContainText(euro(told.since.from.unknownLoss));
    await expect(row("All causes")).toContainText(euro(Math.abs(difference)));
    await expect(row("Today")).toContainText(euro(told.totals.now.knownLoss));
    await expect(row("Today")).toContainText(euro(told.totals.now.unknownLoss));
  });

  await test.step("as of last month the page says the money of then", async () => {
    await page.goto(at(`/?asOf=${told.since.day}`));
    await expect(heading(page)).toContainText(euro(told.since.from.knownLoss));
  });

  await test.step("one sheet of paper", async () => {
    await page.goto(at("/"));
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => sheetsOf(page)).toBe(1);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("the export holds the same money", async () => {
    const rows = await api.call<{ items: { lifecycle: string; expectedLoss: number | null }[] }>(
      "GET",
      "/exports/services?format=json",
    );
    const live = rows.items.filter(({ lifecycle }) => lifecycle === "live");
    const sum = live.reduce((total, { expectedLoss }) => total + (expectedLoss ?? 0), 0);
    expect(sum).toBeCloseTo(told.totals.now.knownLoss + told.totals.now.unknownLoss, 2);
    const sheet = await page.request.get(at("/api/v1/exports/services?format=xlsx"));
    expect(sheet.headers()["content-type"]).toContain("spreadsheetml");
    expect((await sheet.body()).subarray(0, 2).toString()).toBe("PK");
  });
});
