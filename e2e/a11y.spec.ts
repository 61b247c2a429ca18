import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { everyPage } from "./pages";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, one line each, and whether the page is wider than the screen. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
    ),
    ...(overflow > 0 ? [`${overflow} px wider than the screen`] : []),
  ];
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page at 1440 and 390 px, and nothing is wider than the screen: ${colorScheme}`, async ({
    page,
    api,
    browser,
    server,
  }) => {
    test.setTimeout(240_000);
    const { signedIn, signedOut } = await everyPage(api);
    await page.emulateMedia({ colorScheme });
    const outside = await browser.newContext({ colorScheme });
    const stranger = await outside.newPage();
    const visits = [
      ...signedIn.map((path) => [page, path] as const),
      ...signedOut.map((path) => [stranger, path] as const),
    ];
    const found: string[] = [];
    for (const [where, path] of visits) {
      await where.setViewportSize({ width: 1440, height: 900 });
      await where.goto(new URL(path, server.url).href, { waitUntil: "load" });
      for (const width of [1440, 390]) {
        await where.setViewportSize({ width, height: 900 });
        found.push(...(await findings(where)).map((line) => `${path} at ${width}: ${line}`));
      }
    }
    await outside.close();
    expect(found).toEqual([]);
  });
}
