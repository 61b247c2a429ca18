import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { type Api, apiOf, signIn, test } from "./fixtures";

const JONAS = { name: "Jonas Berg", email: "jonas@example.com", password: "a wall stands as it was built" };
/** Before a page that hears nothing would look again by itself (20 s). */
const SOON_MS = 15_000;

interface Questions {
  questions: { key: string; number: string; version: number }[];
}

/** A service of a team that Jonas is on, and its questions. */
async function aService(api: Api, name: string) {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: `${name} team` });
  const body = { name, team: team.slug, tier: 4, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const { items } = await api.call<{ items: { id: string; email: string }[] }>("GET", "/people");
  let jonas = items.find(({ email }) => email === JONAS.email);
  jonas ??= await api.call<{ id: string; email: string }>("POST", "/people", JONAS);
  await api.call("PUT", `/teams/${team.slug}/members/${jonas.id}`, { role: "member" });
  const { questions } = await api.call<Questions>("GET", `/services/${slug}/scorecard`);
  return { slug, team: team.slug, questions };
}

/** Jonas in a browser of his own. */
async function jonasIn(
  browser: Browser,
  url: string,
): Promise<{ context: BrowserContext; page: Page; api: Api }> {
  const context = await browser.newContext({ baseURL: url });
  await signIn(context.request, url, JONAS);
  return { context, page: await context.newPage(), api: apiOf(context.request, url) };
}

/** When the events of a page arrive by themselves; a person has been looking for a while before somebody else acts. */
const untilLive = (page: Page, path: string) =>
  Promise.all([
    page.waitForResponse((response) => response.url().includes("/api/v1/events")),
    page.goto(path),
  ]);

test("two people assess one service together: each sees where the other is and what they answer", async ({
  page: ana,
  api,
  server,
  browser,
}) => {
  const { slug, questions } = await aService(api, "Together");
  const [first, second, third] = questions;
  const { context, page: jonas } = await jonasIn(browser, server.url);
  const at = (page: Page, key = "") => page.locator(`[id="${key}"]`);

  await untilLive(ana, `/services/${slug}/assess#${first?.key}`);
  await untilLive(jonas, `/services/${slug}/assess#${second?.key}`);
  const here = ana.getByRole("list", { name: "Here now" });
  await expect(here.getByRole("link", { name: `Jonas Berg, at question ${second?.number}` })).toBeVisible();
  await expect(at(ana, second?.key).locator("[data-there]")).toContainText("Jonas Berg is here");
  await expect(at(jonas, first?.key).locator("[data-there]")).toContainText("Ana Kirsch is here");
  await expect(ana.getByRole("list", { name: "Here now" }).getByRole("listitem")).toHaveCount(1);

  await jonas.keyboard.press("j");
  await expect(at(ana, third?.key).locator("[data-there]")).toContainText("Jonas Berg is here", {
    timeout: SOON_MS,
  });
  await expect(at(ana, second?.key).locator("[data-there]")).toHaveCount(0);

  const saved = jonas.waitForResponse(
    (response) => response.request().postData()?.includes("tried it yet.") ?? false,
  );
  await jonas.keyboard.press("3");
  await jonas.keyboard.press("r");
  await jonas.keyboard.type("Nobody has tried it yet.");
  await jonas.keyboard.press("Control+Enter");
  expect((await saved).status()).toBe(200);
  await expect(at(ana, third?.key)).toContainText("Nobody has tried it yet.", { timeout: SOON_MS });
  await expect(at(ana, third?.key)).toContainText("Jonas Berg answered this just now");
  await expect(at(jonas, third?.key)).not.toContainText("just now");

  await jonas.goto("/services");
  await expect(ana.locator("[data-there]")).toHaveCount(0, { timeout: SOON_MS });
  await context.close();
});

test("one browser has one stream, however many tabs; it is closed while none is looked at", async ({
  page,
  api,
  context,
}) => {
  const { slug } = await aService(api, "Tabs");
  const streams = async () => {
    const metrics = await (await page.request.get("/api/metrics")).text();
    return Number(/^plumbline_event_streams (\d+)/m.exec(metrics)?.[1]);
  };
  await untilLive(page, `/services/${slug}/assess`);
  const [second, third] = [await context.newPage(), await context.newPage()] as const;
  for (const other of [second, third]) await other.goto(`/services/${slug}`);
  await page.waitForTimeout(1_000);
  // that of a browser that just went, of another test, may take a moment to be missed
  await expect.poll(streams).toBe(1);

  await api.call("PATCH", `/services/${slug}`, { name: "Tabs renamed", expectedVersion: 1 });
  for (const other of [second, third]) {
    await expect(other.getByRole("heading", { level: 1 })).toContainText("Tabs renamed");
  }
  await page.close();
  await second.close();
  await api.call("PATCH", `/services/${slug}`, { name: "Tabs once more", expectedVersion: 2 });
  await expect(third.getByRole("heading", { level: 1 })).toContainText("Tabs once more");
  expect(await streams()).toBe(1);

  const look = (state: "hidden" | "visible") =>
    third.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await look("hidden");
  await expect.poll(streams).toBe(0);
  await api.call("PATCH", `/services/${slug}`, { name: "Tabs in the end", expectedVersion: 3 });
  await look("visible");
  await expect(third.getByRole("heading", { level: 1 })).toContainText("Tabs in the end");
  expect(await streams()).toBe(1);
});

test("a page that shows a service is made anew when somebody changes it, without moving what is being done", async ({
  page,
  api,
  server,
  browser,
}) => {
  const { slug, team, questions } = await aService(api, "Refresh");
  const { context, api: jonas } = await jonasIn(browser, server.url);
  const answer = (at: number) =>
    jonas.call("PUT", `/services/${slug}/answers/${questions[at]?.key}`, {
      verdict: "yes",
      expectedVersion: 0,
    });
  await untilLive(page, `/services?team=${team}`);
  const row = page.getByRole("row").filter({ has: page.locator(`a[href="/services/${slug}"]`) });
  const before = await row.textContent();
  await answer(0);
  await expect(row).not.toHaveText(before ?? "");
  await expect(page.getByText("Updated just now")).toBeVisible();

  await page.goto(`/teams/${team}`);
  await api.call("POST", "/services", { name: "Second one", team, tier: 4, lifecycle: "live" });
  await expect(page.getByText("Second one").first()).toBeVisible();

  await page.goto(`/services/${slug}`);
  await page.evaluate(() => scrollTo(0, 400));
  const top = await page.evaluate(() => scrollY);
  const sentence = page.getByRole("heading", { level: 1 });
  const said = await sentence.textContent();
  await page.evaluate(() => {
    const heading = document.querySelector("h1");
    if (heading) getSelection()?.selectAllChildren(heading);
  });
  await answer(1);
  await page.waitForTimeout(3_500);
  expect(await sentence.textContent()).toBe(said);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect(sentence).not.toHaveText(said ?? "");
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await context.close();
});
