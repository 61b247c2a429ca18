import type { Page } from "@playwright/test";
import { ADMIN, type Api, apiOf, expect, setUp, signIn, standalone as test, withoutCode } from "./fixtures";

const main = (page: Page, path: string) =>
  page.locator(`header nav[aria-label="Main"] a[href="${path}"]`).first();
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Twelve ways through the product, each a link of the page before and where it leads. */
const WALK: [link: string, leads: RegExp][] = [
  ["header nav a[href='/services']", /\/services$/],
  ["main a[href='/services/basket']", /\/services\/basket$/],
  ["main a[href^='/services/basket/assess']", /\/services\/basket\/assess/],
  ["header nav a[href='/gaps']", /\/gaps$/],
  ["main a[href^='/services/']", /\/services\/[\w-]+/],
  ["header nav a[href='/exposure']", /\/exposure$/],
  ["header nav a[href='/launches']", /\/launches$/],
  ["main a[href^='/launches/']:not([href*='new'])", /\/launches\/[\w-]+$/],
  ["header nav a[href='/teams']", /\/teams$/],
  ["main a[href^='/teams/']:not([href*='new'])", /\/teams\/[\w-]+$/],
  ["header nav a[href='/checklists']", /\/checklists$/],
  ["header nav a[href='/']", /\/$/],
];

/** Notes from now on whether a link says that it was pressed while the line runs, however soon the page is there. */
const noteWhatIsSaid = (page: Page) =>
  page.evaluate(() => {
    const { documentElement: html } = document;
    delete html.dataset.said;
    new MutationObserver((_, observer) => {
      if (html.dataset.navigating === undefined || !document.querySelector("a > [data-pressed]")) return;
      html.dataset.said = "";
      observer.disconnect();
    }).observe(html, { subtree: true, childList: true, attributeFilter: ["data-navigating"] });
  });
const said = (page: Page) => page.evaluate(() => document.documentElement.dataset.said !== undefined);

/** Stands between the browser and the pages that it asks for: all of them pass, wait or are refused. */
async function gateOf(page: Page) {
  let refuses = false;
  let held: Promise<void> | null = null;
  let letGo = () => {};
  await page.route(/[?&]_rsc=/, async (route) => {
    if (refuses) return route.abort();
    await held;
    await route.continue();
  });
  return {
    open() {
      letGo();
      held = null;
      refuses = false;
    },
    hold() {
      held = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    /** What is shown now comes from the browser's memory. */
    refuse() {
      refuses = true;
    },
  };
}

test("a click answers at once, what was just seen needs no server, and nothing shown again is older than one's own changes", async ({
  page,
  start,
}) => {
  const fresh = await start("instant");
  await setUp(fresh.url);
  await signIn(page.request, fresh.url);
  const api: Api = apiOf(page.request, fresh.url);
  await api.call("POST", "/example", {});
  await page.setViewportSize({ width: 1440, height: 900 });

  await test.step("a look at the portfolio asks for twelve things at most, and for no page that nobody goes to", async () => {
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname, search } = new URL(request.url());
      if (!pathname.startsWith("/_next/static/")) asked.push(pathname + search);
    });
    await page.goto(`${fresh.url}/`);
    await page.waitForLoadState("networkidle").catch(() => {});
    expect(asked.filter((each) => each.includes("_rsc") && !each.startsWith("/?"))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(12);
    page.removeAllListeners("request");
  });

  const gate = await gateOf(page);
  await test.step("twelve times, a link that is followed says so before anything has come", async () => {
    for (const [link, leads] of WALK) {
      const followed = page.locator(link).first();
      const before = await heading(page).textContent();
      await expect(followed).toBeVisible();
      await noteWhatIsSaid(page);
      gate.hold();
      await followed.click();
      // What was fetched before may stand already; everything else says that it is on its way.
      await expect.poll(async () => leads.test(page.url()) || (await said(page))).toBe(true);
      gate.open();
      await expect(page).toHaveURL(leads);
      await expect(heading(page)).not.toHaveText(before ?? "");
      await expect(page.locator("html[data-navigating]")).toHaveCount(0);
    }
  });

  await test.step("what is chosen in the search says so too, once the search is closed", async () => {
    gate.hold();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("sessions");
    await expect(page.getByRole("option", { selected: true })).toContainText("essions");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Search" })).toHaveCount(0);
    await expect(page.locator("html[data-navigating]")).toHaveCount(1);
    gate.open();
    await expect(page).toHaveURL(/\/settings\/sessions$/);
    await expect(page.locator("html[data-navigating]")).toHaveCount(0);
  });

  await test.step("what was seen in the last minute stands there without the server", async () => {
    await main(page, "/launches").click();
    await expect(page).toHaveURL(/\/launches$/);
    await main(page, "/services").click();
    await expect(page).toHaveURL(/\/services$/);
    gate.refuse();
    await main(page, "/launches").click();
    await expect(page).toHaveURL(/\/launches$/);
    await expect(heading(page)).toContainText(/launch/i);
    gate.open();
  });

  await test.step("so does a page on whose link the pointer rests", async () => {
    // First the shape of the page is asked for, then all of it.
    const asked = page.waitForRequest(
      (request) =>
        new URL(request.url()).pathname === "/changes" &&
        request.headers()["next-router-segment-prefetch"] === undefined,
    );
    await main(page, "/changes").hover();
    await (await asked).response();
    gate.refuse();
    await main(page, "/changes").click();
    await expect(page).toHaveURL(/\/changes$/);
    gate.open();
  });

  await test.step("and the first rows of a list", async () => {
    const asked = page.waitForRequest(
      (request) =>
        /\/services\/[\w-]+\?_rsc=/.test(request.url()) &&
        request.headers()["next-router-segment-prefetch"] === undefined,
    );
    // a document of its own: nothing is kept from before
    await page.goto(`${fresh.url}/services`);
    const path = new URL((await (await asked).response())?.url() ?? "").pathname;
    gate.refuse();
    await page.locator(`main a[href="${path}"]`).first().click();
    await expect(page).toHaveURL(fresh.url + path);
    gate.open();
  });

  await test.step("what somebody else changed meanwhile comes by itself", async () => {
    await main(page, "/services").click();
    await expect(page.getByRole("link", { name: "Basket" }).first()).toBeVisible();
    await main(page, "/launches").click();
    await expect(page).toHaveURL(/\/launches$/);
    const { version } = await api.call<{ version: number }>("GET", "/services/basket");
    await api.call("PATCH", "/services/basket", { name: "Shopping basket", expectedVersion: version });
    await main(page, "/services").click();
    await expect(page.getByRole("link", { name: "Shopping basket" }).first()).toBeVisible();
  });

  await test.step("a page that was kept is never shown as it was before one's own answer", async () => {
    await page.getByRole("link", { name: "Shopping basket" }).first().click();
    await expect(page).toHaveURL(/\/services\/basket$/);
    await page.locator("main a[href^='/services/basket/assess']").first().click();
    await expect(page).toHaveURL(/\/assess/);
    const saved = page.waitForResponse((response) => response.url().includes("/answers/"));
    // One of both is not what stood there.
    await page.keyboard.press("1");
    await page.keyboard.press("2");
    await saved;
    gate.hold();
    await page.locator("main a[href='/services/basket']").first().click();
    await expect(page.locator("html[data-navigating]")).toBeAttached();
    await expect(page).toHaveURL(/\/assess/);
    gate.open();
    await expect(page).toHaveURL(/\/services\/basket$/);
  });

  await test.step("a form that is sent before the page's code has come waits for it, with what was typed", async () => {
    await page.context().clearCookies();
    const letCodeCome = await withoutCode(page);
    await page.goto(`${fresh.url}/sign-in`, { waitUntil: "commit" });
    await page.getByLabel("E-mail").fill(ADMIN.email);
    await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
    await page.keyboard.press("Enter");
    await expect(page.locator("html[data-navigating]")).toHaveCount(1);
    letCodeCome();
    await expect(page).toHaveURL(`${fresh.url}/`);
  });
});
