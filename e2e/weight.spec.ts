import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { aReader, everyPage } from "./pages";
import { startServer } from "./server";

const LIMIT_KB = 200;

test(`the first load of any page brings at most ${LIMIT_KB} KB of JavaScript (gzip)`, async ({
  page,
  api,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const paths = await everyPage(api);
  const unset = await startServer("unset");
  const admin = await page.context().storageState();
  const without = await browser.newContext();
  await signIn(without.request, server.url, await aReader(server.databaseUrl));
  const reader = await without.storageState();
  await without.close();
  const nobody = { cookies: [], origins: [] };
  const visits = [
    ...paths.signedIn.map((path) => [admin, server.url, path, ""] as const),
    ...paths.reader.map((path) => [reader, server.url, path, " without rights"] as const),
    ...paths.signedOut.map((path) => [nobody, server.url, path, " signed out"] as const),
    ...paths.unset.map((path) => [nobody, unset.url, path, " not set up"] as const),
  ];
  const weights: Record<string, number> = {};
  /** Bytes of a script by its address, which names its content. */
  const known = new Map<string, Promise<number>>();
  const weigh = (response: Response): Promise<number> => {
    const bytes = known.get(response.url()) ?? response.body().then((body) => gzipSync(body).length);
    known.set(response.url(), bytes);
    return bytes;
  };
  for (const [storageState, origin, path, who] of visits) {
    const fresh = await browser.newContext({ storageState });
    const first = await fresh.newPage();
    const scripts: Promise<number>[] = [];
    first.on("response", (response) => {
      if (/\.js(?:\?|$)/.test(response.url())) scripts.push(weigh(response));
    });
    await first.goto(new URL(path, origin).href, { waitUntil: "load" });
    const bytes = (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0);
    weights[`${path}${who}`] = Math.round(bytes / 1024);
    await fresh.close();
  }
  await unset.stop();
  console.log(weights);
  expect(Object.values(weights).filter((kb) => kb < 50)).toEqual([]);
  expect(Object.entries(weights).filter(([, kb]) => kb > LIMIT_KB)).toEqual([]);
});
