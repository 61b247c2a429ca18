import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { aReader, everyPage, sampleProblems } from "./pages";
import { startServer } from "./server";

// Looking at every page takes longest of all: half of them in a worker of its own.
test.describe.configure({ mode: "parallel" });

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, one line each, and whether the page is wider than the screen. */
async function findings(page: Page): Promise<string[]> {
  // no page of ours has a frame, for which axe would otherwise open a page of its own each time
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: TAGS, resultTypes: ["violations"] })
    .setLegacyMode(true)
    .analyze();
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

test("axe finds what is wrong, in the theme and at the width that are looked at", async ({ page }) => {
  await page.goto("about:blank");
  await page.setContent(`<!doctype html><html lang="en"><head><title>Wrong</title><style>
    :root { color-scheme: light dark } p { color: light-dark(#000, #222); background: light-dark(#fff, #000) }
    @media (max-width: 400px) { p { width: 500px } }
    </style></head><body><main><h1>Wrong</h1><p>read me</p></main></body></html>`);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await findings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await findings(page)).toEqual([expect.stringContaining("color-contrast")]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await findings(page)).toHaveLength(2);
});

for (const half of [0, 1]) {
  test(`axe finds nothing on any page at 1440 and 390 px, light and dark, and nothing is wider than the screen: ${half + 1} of 2`, async ({
    page,
    api,
    browser,
    server,
  }) => {
    test.setTimeout(600_000);
    const paths = await everyPage(api);
    const unset = await startServer("unset");
    const outside = await browser.newContext();
    const stranger = await outside.newPage();
    const without = await browser.newContext();
    await signIn(without.request, server.url, await aReader(server.databaseUrl));
    const reader = await without.newPage();
    const visits = [
      ...paths.signedIn.map((path) => [page, server.url, path, ""] as const),
      ...paths.reader.map((path) => [reader, server.url, path, " without rights"] as const),
      ...paths.signedOut.map((path) => [stranger, server.url, path, " signed out"] as const),
      ...paths.unset.map((path) => [stranger, unset.url, path, " not set up"] as const),
    ].filter((_, index) => index % 2 === half);
    const found: string[] = [];
    for (const [where, origin, path, who] of visits) {
      await where.setViewportSize({ width: 1440, height: 900 });
      await where.goto(new URL(path, origin).href, { waitUntil: "load" });
      for (const width of [1440, 390]) {
        await where.setViewportSize({ width, height: 900 });
        for (const colorScheme of ["light", "dark"] as const) {
          // without motion a colour is the other theme's at once
          await where.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const lines = await findings(where);
          found.push(...lines.map((line) => `${path}${who} at ${width}, ${colorScheme}: ${line}`));
        }
      }
    }
    await outside.close();
    await without.close();
    await unset.stop();
    expect(found).toEqual([]);
  });
}
