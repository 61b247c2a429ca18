import type { Page } from "@playwright/test";
import { below, type Figure, told } from "./figures";
import { median } from "./load";

/** Twelve ways through the product, each a link of the page before. */
const WALK = [
  "header a[href='/services']",
  "main a[href^='/services/']:not([href*='new']):not([href*='?'])",
  "main a[href*='/assess']",
  "header a[href='/gaps']",
  "main a[href^='/services/']",
  "header a[href='/exposure']",
  "header a[href='/changes']",
  "header a[href='/teams']",
  "main a[href^='/teams/']:not([href*='new'])",
  "header a[href='/checklists']",
  "main a[href^='/checklists/']",
  "header a[href='/']",
] as const;
/** How long one looks at a page before going on: nothing of it is on its way any more. */
const LOOK_MS = 1_200;
const GIVEN_UP_MS = 10_000;

/** From the press of a link to what is seen of it, in ms. */
interface Navigation {
  /** Until the page says that it was pressed; null where the next one stood at once. */
  pressed: number | null;
  /** Until the heading of the next page is drawn. */
  heading: number;
}

/** Follows a link that the pointer has not rested on. */
function follow(page: Page, selector: string): Promise<Navigation> {
  return page
    .locator(`${selector}:visible`)
    .first()
    .evaluate(
      (link: HTMLElement, limit) =>
        new Promise<Navigation>((resolve, reject) => {
          const before = document.querySelector("h1");
          const [text, from] = [before?.textContent, window.location.pathname];
          const start = performance.now();
          let pressed: number | null = null;
          // a method: the compiler wraps functions with names in a helper that the browser does not have
          const each = {
            frame() {
              const since = performance.now() - start;
              if (document.documentElement.dataset.navigating !== undefined) pressed ??= since;
              const now = document.querySelector("h1");
              const isThere = window.location.pathname !== from && now !== null;
              if (isThere && (now !== before || now.textContent !== text))
                resolve({ pressed, heading: since });
              else if (since > limit) reject(new Error(`${link.getAttribute("href")} did not come`));
              else requestAnimationFrame(each.frame);
            },
          };
          link.click();
          requestAnimationFrame(each.frame);
        }),
      GIVEN_UP_MS,
    );
}

/**
 * How long it takes from a click to what is seen of it, on pages not seen before and on the same ones again, beside a request
 * for the floor's empty dynamic page from the same browser.
 */
export async function measureNavigations(page: Page, origin: string, floor: string): Promise<Figure[]> {
  await page.goto(floor);
  const empty: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    empty.push(
      await page.evaluate(async () => {
        const start = performance.now();
        await (await fetch("/")).text();
        return performance.now() - start;
      }),
    );
  }
  const walk = async () => {
    const walked: Navigation[] = [];
    for (const selector of WALK) {
      await page.locator(`${selector}:visible`).first().waitFor();
      await page.waitForTimeout(LOOK_MS);
      walked.push(await follow(page, selector));
    }
    return walked;
  };
  await page.goto(`${origin}/`);
  const [first, again] = [await walk(), await walk()];
  const headings = (walked: readonly Navigation[]) => walked.map(({ heading }) => heading);
  const ninth = (times: readonly number[]) =>
    times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.9) - 1];
  const pressed = [...first, ...again].flatMap((each) => each.pressed ?? []);
  return [
    told("empty dynamic page of the floor, asked for by the browser", median(empty), "ms"),
    below("from a click until the page says so, slowest of 24", Math.max(0, ...pressed), 50, "ms"),
    below("from a click to the next heading, median of 12", median(headings(first)), 200, "ms"),
    below("from a click to the next heading, nine in ten of 12", ninth(headings(first)) ?? 0, 400, "ms"),
    below(
      "from a click to the heading of a page just seen, median of 12",
      median(headings(again)),
      100,
      "ms",
    ),
  ];
}
