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
  const without = await browser.newContext();
  await signIn(without.request, server.url, await aReader(server.databaseUrl));
  const reader = await without.newPage();
  const outside = await browser.newContext();
  const nobody = await outside.newPage();
  const visits = [
    ...paths.signedIn.map((path) => [page, server.url, path, ""] as const),
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
  let scripts: Promise<number>[] = [];
  for (const each of [page, reader, nobody]) {
    // what is routed is not kept by the browser: each page is loaded as for the first time
    await each.route(/\.js(?:\?|$)/, (route) => route.continue());
    each.on("response", (response) => {
      if (/\.js(?:\?|$)/.test(response.url())) scripts.push(weigh(response));
    });
  }
  for (const [where, origin, path, who] of visits) {
    await where.goto("about:blank");
    scripts = [];
    await where.goto(new URL(path, origin).href, { waitUntil: "load" });
    const bytes = (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0);
    weights[`${path}${who}`] = Math.round(bytes / 1024);
  }
  await without.close();
  await outside.close();
  await unset.stop();
  console.log(weights);
  expect(Object.values(weights).filter((kb) => kb < 50)).toEqual([]);
  expect(Object.entries(weights).filter(([, kb]) => kb > LIMIT_KB)).toEqual([]);
});
