import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { firstLoad, scriptsNamedBy } from "./first-load";
import { apiOf, test as base, brokenIn, expect, signIn } from "./fixtures";
import { layoutProblems } from "./layout";
import { aPlace, aReader, everyVisit, type Place, sampleProblems, type Visit } from "./pages";

interface Looks {
  place: Place;
  browsers: Record<Exclude<Visit["who"], "unset">, BrowserContext>;
}

/**
 * `looks`: what the pages are about, and the browsers of those who look at them, made once a worker: scripts and styles that one
 * has already are neither fetched nor compiled again for each page. `open`: a page of one of them.
 */
const test = base.extend<{ open: (who: Visit["who"]) => Promise<Page> }, { looks: Looks }>({
  looks: [
    async ({ browser, server }, use) => {
      const fresh = () => browser.newContext({ baseURL: server.url });
      const [signedIn, reader, signedOut] = [await fresh(), await fresh(), await fresh()];
      await signIn(signedIn.request, server.url);
      const place = await aPlace(apiOf(signedIn.request, server.url));
      await signIn(reader.request, server.url, await aReader(server.databaseUrl));
      await use({ place, browsers: { signedIn, reader, signedOut } });
      for (const each of [signedIn, reader, signedOut]) await each.close();
    },
    { scope: "worker" },
  ],
  open: async ({ browser, looks, start }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    const broken: (readonly string[])[] = [];
    await use(async (who) => {
      const context =
        who === "unset"
          ? await browser.newContext({ baseURL: (await start("unset")).url })
          : looks.browsers[who];
      const page = await context.newPage();
      broken.push(brokenIn(page));
      await page.setViewportSize({ width: 1440, height: 900 });
      opened.push(who === "unset" ? context : page);
      return page;
    });
    for (const each of opened) await each.close();
    expect(broken.flat()).toEqual([]);
  },
});
// A page that fails takes no other along, and both workers have their share.
test.describe.configure({ mode: "parallel" });

/** What a first load of a page may bring of JavaScript, gzip: of any, and of the two that are worked in for an hour. */
const LIMIT_KB = 180;
const HEAVIER_KB: Record<string, number> = {
  "/services/:service/assess": 198,
  "/launches/:launch/meeting": 190,
};
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, one line each. */
async function axeFindings(page: Page): Promise<string[]> {
  // no page of ours has a frame, for which axe would otherwise open a page of its own each time
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: TAGS, resultTypes: ["violations"] })
    // computed for each pair of colours in both themes by components/ui/contrast.test.ts; here it takes longer than all others
    .disableRules("color-contrast")
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

base("every page under app/ has an address to look at; one without is named", () => {
  expect(sampleProblems()).toEqual([]);
  expect(sampleProblems(["/"])).toContain("/services/:service/history has no sample address");
});

base("what is wrong with a page is found", async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
  await page.setContent(`<!doctype html><html lang="en"><head><title>Wrong</title><style>
    img { display: none } section { margin: 0 20px } @media (width < 400px) { img { display: block } p { width: 500px; margin-top: -1em } section { margin: 0 4px } }
    </style></head><body><main><h1>Wrong</h1><img src="data:,"><p>read me</p><h1 hidden>Twice</h1>
    <div style="display: flow-root"><b data-actions style="float: right">Do it</b></div><section data-card>Near</section></main></body></html>`);
  expect(await axeFindings(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await axeFindings(page)).toEqual([expect.stringContaining("image-alt")]);
  await page.addStyleTag({ content: "h1 { margin: 0; display: block } p { margin-top: -1.5em }" });
  expect(await layoutProblems(page)).toEqual([
    expect.stringContaining("px wider than the window"),
    "2 headings of level 1 can be seen",
    "the card “Near” comes closer than 16 px to the edge",
    expect.stringContaining("px away from its place"),
    "“Wrong” and “read me” lie on each other",
  ]);
  await page.close();
});

for (const { title, who, route, address } of everyVisit()) {
  // Who may not write sees the same document with less in it: axe has looked at that already.
  const axe = who === "reader" ? "" : "axe finds nothing, ";
  test(`${title}: ${axe}it lies well at 1440 and 390 px, and its first load is light`, async ({
    open,
    looks,
  }) => {
    const page = await open(who);
    const path = address(looks.place);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const response = await page.goto(path, { waitUntil: "load" });
    expect.soft(response?.status()).toBe(route === "/_not-found" ? 404 : 200);
    const { scripts, kilobytes } = firstLoad(route);
    expect.soft(kilobytes, "KB of script").toBeLessThanOrEqual(HEAVIER_KB[route] ?? LIMIT_KB);
    const named = scriptsNamedBy((await response?.text()) ?? "");
    expect.soft(named.length).toBeGreaterThan(5);
    expect
      .soft(
        named.filter((name) => !scripts.includes(name)),
        "scripts that the build does not count",
      )
      .toEqual([]);
    if (axe) expect.soft(await axeFindings(page)).toEqual([]);
    expect.soft(await layoutProblems(page), "at 1440 px").toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await layoutProblems(page), "at 390 px, dark").toEqual([]);
  });
}
