import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { everyPage } from "./pages";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, one line each. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing on any page, and nothing is wider than the screen: ${colorScheme}, ${width} px`, async ({
      page,
      api,
      browser,
      server,
    }) => {
      test.setTimeout(180_000);
      const { signedIn, signedOut } = await everyPage(api);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const stranger = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      const found: string[] = [];
      for (const [where, path] of [
        ...signedIn.map((path) => [page, path] as const),
        ...signedOut.map((path) => [stranger, path] as const),
      ]) {
        await where.goto(new URL(path, server.url).href);
        await where.waitForLoadState("load");
        found.push(...(await findings(where)).map((line) => `${path}: ${line}`));
        const overflow = await where.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) found.push(`${path}: ${overflow} px wider than the screen`);
      }
      await stranger.close();
      expect(found).toEqual([]);
    });
  }
}
