import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../test/browser.mjs";
import { below, type Figure } from "./figures";
import { median } from "./load";
import { measureNavigations } from "./navigations";
import type { Product } from "./product";

/** How long after the first paint it is waited for a larger one, and for what a key press leads to. */
const SETTLE_MS = 700;

interface Slowest {
  path: string;
  ms: number;
}

/**
 * What somebody sees and feels in a browser of the usual size, on 1,000 services: when the largest part of each page is
 * painted, and how long a key press or a click takes to show.
 */
export async function measureBrowser(
  root: string,
  product: Product,
  headers: Record<string, string>,
  rounds: number,
  floor: string,
): Promise<Figure[]> {
  const { service, team } = await somewhere(product, headers);
  const paths = [
    "/",
    "/services",
    `/services/${service}`,
    `/services/${service}/assess`,
    "/gaps",
    "/exposure",
    "/exposure/model",
    "/changes",
    "/teams",
    `/teams/${team}`,
    "/checklists",
  ];
  const browser = await chromium.launch({
    executablePath: await findBrowser(root, new AbortController().signal),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await signedIn(browser, product, headers);
    const paints: Slowest[] = [];
    for (const path of paths) {
      await page.goto(product.origin + path);
      const times: number[] = [];
      for (let round = 0; round < Math.max(3, rounds); round += 1) {
        times.push(await largestPaint(page, product.origin + path));
      }
      paints.push({ path, ms: median(times) });
    }
    const slowest = paints.reduce((a, b) => (b.ms > a.ms ? b : a));
    const first = paints.find(({ path }) => path === "/") ?? slowest;
    await page.goto(`${product.origin}/services/${service}/assess`);
    const keys = await interactions(page, ["j", "3", "j", "1", "k", "2", "j", "j", "4"]);
    await page.goto(`${product.origin}/`);
    await page.locator("[role=grid] [tabindex='0']").first().focus();
    const moves = await interactions(page, [
      "ArrowDown",
      "ArrowRight",
      "ArrowDown",
      "PageDown",
      "End",
      "Home",
      // The browser draws no frame after the last key by itself: that one would be measured until something else does.
      "ArrowDown",
    ]);
    return [
      below("largest contentful paint, portfolio", first.ms / 1000, 0.8, "s"),
      below(
        `largest contentful paint, slowest of ${paths.length} pages (${template(slowest.path)})`,
        slowest.ms / 1000,
        0.8,
        "s",
      ),
      below("interaction, slowest key on the assess page", Math.max(...keys), 200, "ms"),
      below("interaction, slowest key in the heat map", Math.max(...moves), 200, "ms"),
      ...(await measureNavigations(page, product.origin, floor)),
    ];
  } finally {
    await browser.close();
  }
}

/** The page without the names of what was made for the run. */
const template = (path: string) => path.replace(/^(\/(?:services|teams)\/)[^/]+/, "$1…");

async function somewhere(product: Product, headers: Record<string, string>) {
  const response = await fetch(`${product.origin}/api/v1/services?lifecycle=live&limit=1`, { headers });
  const { items } = (await response.json()) as { items: { slug: string; team: string }[] };
  const [first] = items;
  if (!first) throw new Error("no service to look at");
  return { service: first.slug, team: first.team };
}

async function signedIn(browser: Browser, product: Product, headers: Record<string, string>): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const cookies = (headers.cookie ?? "").split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: product.origin };
  });
  await context.addCookies(cookies);
  return context.newPage();
}

/** Loads a page. @returns when its largest part was painted, in ms after the request */
async function largestPaint(page: Page, url: string): Promise<number> {
  const answer = await page.goto(url);
  if (answer?.status() !== 200) throw new Error(`${url}: ${answer?.status()}`);
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error("nothing was painted")), 5_000);
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe(
          {
            type: "largest-contentful-paint",
            buffered: true,
          },
        );
      }),
  );
}

/**
 * Presses keys one after another, most of which lead to something.
 * @returns how long each took from the press to the paint after it, in ms; one that took less than the 16 ms that
 *   browsers tell of is left out
 */
async function interactions(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => {
    const noted: { id: number; ms: number }[] = [];
    Object.assign(window, { noted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
        if (entry.interactionId > 0) noted.push({ id: entry.interactionId, ms: entry.duration });
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  const state = () => page.evaluate(() => `${document.activeElement?.outerHTML}${document.body.innerHTML}`);
  let led = 0;
  for (const key of keys) {
    const before = await state();
    await page.keyboard.press(key);
    await page.waitForTimeout(SETTLE_MS);
    if ((await state()) !== before) led += 1;
  }
  // a verdict may be the one that stood there
  if (led < keys.length / 2) throw new Error(`${keys.length - led} keys led to nothing on ${page.url()}`);
  const noted = await page.evaluate(
    () => (window as unknown as { noted: { id: number; ms: number }[] }).noted,
  );
  if (noted.length === 0) throw new Error(`the browser told of no key on ${page.url()}`);
  return noted.map(({ ms }) => ms);
}
