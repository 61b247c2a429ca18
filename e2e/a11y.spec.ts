import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { aReader, everyPage, sampleProblems } from "./pages";
import { startServer } from "./server";

// The two themes take longest of all: each in a worker of its own.
test.describe.configure({ mode: "parallel" });

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

test("every page under app/ has an address to look at; one without is named", () => {
  expect(sampleProblems()).toEqual([]);
  expect(sampleProblems(["/"])).toContain("/services/:service/history has no sample address");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page at 1440 and 390 px, and nothing is wider than the screen: ${colorScheme}`, async ({
    page,
    api,
    browser,
    server,
  }) => {
    test.setTimeout(600_000);
    const paths = await everyPage(api);
    const unset = await startServer("unset");
    await page.emulateMedia({ colorScheme });
    const outside = await browser.newContext({ colorScheme });
    const stranger = await outside.newPage();
    const without = await browser.newContext({ colorScheme });
    await signIn(without.request, server.url, await aReader(server.databaseUrl));
    const reader = await without.newPage();
    const visits = [
      ...paths.signedIn.map((path) => [page, server.url, path, ""] as const),
      ...paths.reader.map((path) => [reader, server.url, path, " without rights"] as const),
      ...paths.signedOut.map((path) => [stranger, server.url, path, " signed out"] as const),
      ...paths.unset.map((path) => [stranger, unset.url, path, " not set up"] as const),
    ];
    const found: string[] = [];
    for (const [where, origin, path, who] of visits) {
      await where.setViewportSize({ width: 1440, height: 900 });
      await where.goto(new URL(path, origin).href, { waitUntil: "load" });
      for (const width of [1440, 390]) {
        await where.setViewportSize({ width, height: 900 });
        found.push(...(await findings(where)).map((line) => `${path}${who} at ${width}: ${line}`));
      }
    }
    await outside.close();
    await without.close();
    await unset.stop();
    expect(found).toEqual([]);
  });
}
