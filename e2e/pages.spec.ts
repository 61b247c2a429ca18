import AxeBuilder from "@axe-core/playwright";
import { type BrowserContextOptions, type Page, request } from "@playwright/test";
import { firstLoad, scriptsNamedBy } from "./first-load";
import { apiOf, test as base, expect, signIn } from "./fixtures";
import { layoutProblems } from "./layout";
import { aPlace, aReader, everyVisit, type Place, sampleProblems, type Visit } from "./pages";

type Cookies = Exclude<BrowserContextOptions["storageState"], undefined>;

interface Looks {
  place: Place;
  cookies: Record<Visit["who"], Cookies>;
}

/** `looks`: what the pages are about, and the cookies of who looks at them; made once a worker. `open`: a page of one of them. */
const test = base.extend<{ open: (who: Visit["who"]) => Promise<Page> }, { looks: Looks }>({
  looks: [
    async ({ server }, use) => {
      const none = { cookies: [], origins: [] };
      const [admin, reader] = [await request.newContext(), await request.newContext()];
      await signIn(admin, server.url);
      const place = await aPlace(apiOf(admin, server.url));
      await signIn(reader, server.url, await aReader(server.databaseUrl));
      await use({
        place,
        cookies: {
          signedIn: await admin.storageState(),
          reader: await reader.storageState(),
          signedOut: none,
          unset: none,
        },
      });
      await admin.dispose();
      await reader.dispose();
    },
    { scope: "worker" },
  ],
  open: async ({ browser, looks, server, start }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (who) => {
      const { url } = who === "unset" ? await start("unset") : server;
      const context = await browser.newContext({ baseURL: url, storageState: looks.cookies[who] });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
// A page that fails takes no other along, and both workers have their share.
test.describe.configure({ mode: "parallel" });

/** What a first load of any page may bring of JavaScript, gzip. */
const LIMIT_KB = 200;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, one line each. */
async function axeFindings(page: Page): Promise<string[]> {
  // no page of ours has a frame, for which axe would otherwise open a page of its own each time
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: TAGS, resultTypes: ["violations"] })
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
    p { color: #222 } @media (width < 400px) { p { color: #999; width: 500px; margin-top: -1em } }
    </style></head><body><main><h1>Wrong</h1><p>read me</p><h1 hidden>Twice</h1></main></body></html>`);
  expect(await axeFindings(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await axeFindings(page)).toEqual([expect.stringContaining("color-contrast")]);
  await page.addStyleTag({ content: "h1 { margin: 0; display: block } p { margin-top: -1.5em }" });
  expect(await layoutProblems(page)).toEqual([
    expect.stringContaining("px wider than the window"),
    "2 headings of level 1 can be seen",
    "“Wrong” and “read me” lie on each other",
  ]);
  await page.close();
});

for (const { title, who, route, address } of everyVisit()) {
  test(`${title}: axe finds nothing, it lies well at 1440 and 390 px, and its first load is light`, async ({
    open,
    looks,
  }) => {
    const page = await open(who);
    const path = address(looks.place);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const response = await page.goto(path, { waitUntil: "load" });
    expect.soft(response?.status()).toBe(route === "/_not-found" ? 404 : 200);
    const { scripts, kilobytes } = firstLoad(route);
    expect.soft(kilobytes, "KB of script").toBeLessThanOrEqual(LIMIT_KB);
    const named = scriptsNamedBy((await response?.text()) ?? "");
    expect.soft(named.length).toBeGreaterThan(5);
    expect
      .soft(
        named.filter((name) => !scripts.includes(name)),
        "scripts that the build does not count",
      )
      .toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    expect.soft(await layoutProblems(page), "at 1440 px").toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await layoutProblems(page), "at 390 px, dark").toEqual([]);
  });
}
