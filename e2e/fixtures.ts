import { type APIRequestContext, test as base, expect, type Page, type TestInfo } from "@playwright/test";
import { type Server, startServer } from "./server";

export const ADMIN = {
  name: "Ana Kirsch",
  email: "ana@example.com",
  password: "a plumb line hangs straight",
};

/** The API as a script uses it: signed in, with an Origin. Refusals throw. */
export interface Api {
  call<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<T>;
}

/** Signs in through next-auth's own routes; the cookies stay in the request context. */
export async function signIn(request: APIRequestContext, url: string, who = ADMIN): Promise<void> {
  const { csrfToken } = (await (await request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const form = { csrfToken, email: who.email, password: who.password, json: "true" };
  const reply = await request.post(`${url}/api/auth/callback/credentials`, {
    form,
    headers: { origin: url },
  });
  if (!reply.ok()) throw new Error(`sign-in: ${reply.status()} ${await reply.text()}`);
}

/** The API behind a request context. */
export function apiOf(request: APIRequestContext, url: string): Api {
  return {
    async call(method, path, body) {
      const reply = await request.fetch(`${url}/api/v1${path}`, {
        method,
        // a connection that was kept open may be closed by the server in the moment in which it is used again
        maxRetries: method === "GET" ? 2 : 0,
        headers: { origin: url, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { data: JSON.stringify(body) }),
      });
      if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`);
      return reply.status() === 204 ? {} : await reply.json();
    },
  };
}

/** Sets up the organisation; does nothing when that is done. */
export async function setUp(url: string): Promise<void> {
  const organisation = { name: "Acme & Töchter", timeZone: "Europe/Berlin", currency: "EUR" };
  const reply = await fetch(`${url}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ organisation, admin: ADMIN }),
  });
  if (!reply.ok && reply.status !== 409) throw new Error(`setup: ${reply.status} ${await reply.text()}`);
}

/** What breaks in a page from now on: errors that nobody caught, a drawing that does not fit the server's. */
export function brokenIn(page: Page): readonly string[] {
  const broken: string[] = [];
  page.on("pageerror", ({ message }) => broken.push(message));
  return broken;
}

/** What a server said is shown beside a test that failed. */
async function tell(info: TestInfo, { log }: Server): Promise<void> {
  if (info.status === info.expectedStatus || log.length === 0) return;
  await info.attach("what the server said", { body: log.slice(-50).join(""), contentType: "text/plain" });
}

/**
 * `start`: a server of this test's own, not set up, which ends with the test however that ends. Nobody is signed in. What
 * breaks in the browser of `page` fails the test, also where nothing is to be seen of it: a part of a page that is made anew
 * under a click, say.
 */
export const standalone = base.extend<{
  /** @param env beside what it needs */
  start: (name: string, env?: Readonly<Record<string, string>>) => Promise<Server>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: playwright wants the pattern
  start: async ({}, use, info) => {
    const servers: Server[] = [];
    await use(async (name, env) => {
      const server = await startServer(name, env);
      servers.push(server);
      return server;
    });
    for (const server of servers) await tell(info, server);
    await Promise.all(servers.map((server) => server.stop()));
  },
  page: async ({ page }, use) => {
    const broken = brokenIn(page);
    await use(page);
    expect(broken).toEqual([]);
  },
});

interface Fixtures {
  /** A page of the signed-in admin. */
  page: Page;
  /** The API, signed in as the admin. */
  api: Api;
}

/** `server`: one a worker, set up. `page` and `api`: signed in as its admin. */
export const test = standalone.extend<Fixtures, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: playwright wants the pattern
    async ({}, use, worker) => {
      const server = await startServer(`worker${worker.workerIndex}`);
      await setUp(server.url);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  page: async ({ page, server }, use, info) => {
    await signIn(page.request, server.url);
    await use(page);
    await tell(info, server);
  },
  api: async ({ page, server }, use) => use(apiOf(page.request, server.url)),
});

/** Holds back the code of pages, as a slow line does. @returns lets it come */
export async function withoutCode(page: Page): Promise<() => void> {
  let letCome = () => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  return letCome;
}

/** How many sheets of A4 a page takes on paper, with the fonts that it is set in: others are wider. */
export async function sheetsOf(page: Page): Promise<number> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}

export { expect } from "@playwright/test";
