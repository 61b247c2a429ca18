import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures";
import { everyPage } from "./pages";

const LIMIT_KB = 200;

test(`the first load of any page brings at most ${LIMIT_KB} KB of JavaScript (gzip)`, async ({
  page,
  api,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const { signedIn } = await everyPage(api);
  const storageState = await page.context().storageState();
  const weights: Record<string, number> = {};
  for (const path of signedIn) {
    const fresh = await browser.newContext({ storageState });
    const first = await fresh.newPage();
    const scripts: Promise<Buffer>[] = [];
    first.on("response", (response) => {
      if (/\.js(?:\?|$)/.test(response.url())) scripts.push(response.body());
    });
    await first.goto(new URL(path, server.url).href, { waitUntil: "load" });
    const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    weights[path] = Math.round(bytes / 1024);
    await fresh.close();
  }
  console.log(weights);
  expect(Object.values(weights).filter((kb) => kb < 50)).toEqual([]);
  expect(Object.entries(weights).filter(([, kb]) => kb > LIMIT_KB)).toEqual([]);
});
