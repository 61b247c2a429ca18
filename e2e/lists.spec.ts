import type { Page } from "@playwright/test";
import { COSTS } from "../lib/domain/vocabulary";
import { apiOf, expect, setUp, signIn, test } from "./fixtures";
import { cutTexts, moneyProblems, sortProblems } from "./layout";

/** Long names in several scripts: of a team, a service, a person who plans. */
const LONG = "Zahlungsverkehr & Abrechnungswesen für Geschäftskunden im Ausland, الدفع عبر الهاتف المحمول 🧾";

/** The pages that have lists and figures, in the orders that they offer. @param at places of one service and one team */
const pagesOf = ({ service, team }: { service: string; team: string }): string[] => [
  "/",
  ...["-loss", "score", "gaps", "name"].map((sort) => `/services?sort=${sort}`),
  ...["worth", "worthPerDay", "incidents", "effort", "service"].map((sort) => `/gaps?sort=${sort}`),
  "/gaps?group=question",
  `/services/${service}`,
  `/services/${service}/assess`,
  `/teams/${team}`,
  "/teams",
  "/exposure",
  "/changes?since=2020-01-01",
];

async function look(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path, { waitUntil: "load" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("lists show in bold what they are sorted by, nothing is cut off, and money leads once all costs have a price", async ({
  browser,
  start,
}) => {
  const server = await start("pictures");
  await setUp(server.url);
  const context = await browser.newContext({ baseURL: server.url });
  await signIn(context.request, server.url);
  const api = apiOf(context.request, server.url);
  await api.call("POST", "/example", {});
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: LONG });
  const service = await api.call<{ slug: string }>("POST", "/services", {
    ...{ name: `${LONG} 2`, team: team.slug, tier: 1, lifecycle: "live", tags: ["payments"] },
  });
  const { questions } = await api.call<{ questions: { key: string }[] }>(
    "GET",
    `/services/${service.slug}/scorecard`,
  );
  for (const [index, { key }] of questions.slice(0, 9).entries()) {
    await api.call("PUT", `/services/${service.slug}/answers/${key}`, {
      ...{ verdict: ["no", "partly", "unclear"][index % 3], reason: LONG, expectedVersion: 0 },
    });
  }
  // the prices of the example go once a service is somebody's own
  await api.call("PUT", "/exposure/model", {
    prices: Object.fromEntries(
      COSTS.map((cost, index) => [cost, { low: 1_000 + 500 * index, high: 40_000 }]),
    ),
  });
  const page = await context.newPage();
  for (const path of pagesOf({ service: service.slug, team: team.slug })) {
    await look(page, path);
    expect.soft(await sortProblems(page), path).toEqual([]);
    expect.soft(await cutTexts(page), path).toEqual([]);
    expect.soft(await moneyProblems(page), path).toEqual([]);
    const told = page.locator("[data-figure*='.loss'], [data-lead]");
    if (path !== "/teams") expect.soft(await told.count(), path).toBeGreaterThan(0);
  }
  await context.close();
});

test("with nothing priced every figure is in incidents, and lists go by those", async ({ page, api }) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Unpriced" });
  for (const tier of [1, 4]) {
    const { slug } = await api.call<{ slug: string }>("POST", "/services", {
      ...{ name: `Unpriced ${tier}`, team: team.slug, tier, lifecycle: "live" },
    });
    const { questions } = await api.call<{ questions: { key: string }[] }>(
      "GET",
      `/services/${slug}/scorecard`,
    );
    for (const [index, { key }] of questions.slice(0, 6).entries())
      await api.call("PUT", `/services/${slug}/answers/${key}`, {
        ...{ verdict: ["no", "partly", "yes"][index % 3], reason: "Tried.", expectedVersion: 0 },
      });
  }
  for (const path of pagesOf({ service: "unpriced-1", team: team.slug })) {
    await look(page, path);
    expect.soft(await sortProblems(page), path).toEqual([]);
    expect.soft(await page.locator("[data-figure*='.loss']").count(), path).toBe(0);
  }
});

test("what is wrong with a list is found", async ({ page }) => {
  await page.setContent(`<ul data-sorted=""><li><b data-lead="">€9k</b></li><li><b data-lead="">€12k</b></li><li>–</li></ul>
    <ol data-sorted="up"><li><span data-lead="">3 d</span></li></ol>
    <p style="width: 40px; overflow: hidden; white-space: nowrap">a long name of a service</p>
    <p><i data-figure="service:a/now.known.incidents">2</i> <i data-figure="service:a/now.known.loss">€9k</i>
    <i data-figure="service:b/now.known.incidents">2</i></p>`);
  expect(await sortProblems(page)).toEqual([
    "“€12k” stands below a smaller one: €12k",
    "“–” shows 0 things that its list is sorted by",
    "“3 d” does not show in bold what its list is sorted by",
  ]);
  expect(await cutTexts(page)).toEqual(["“a long name of a service” is cut off"]);
  expect(await moneyProblems(page)).toEqual([
    "service:a/now.known.incidents stands before its money",
    "service:b/now.known.incidents is told without money",
  ]);
});
