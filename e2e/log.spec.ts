import { request as ask } from "node:http";
import { Client } from "pg";
import { expect, setUp, signIn, test } from "./fixtures";
import { startServer } from "./server";

interface Line {
  level: string;
  msg: string;
  requestId?: string;
  stack?: string;
  status?: number;
}

test("every line that a server writes is JSON; a page that breaks writes one, with its request", async ({
  playwright,
}) => {
  const server = await startServer("log", { LOG_LEVEL: "info" });
  const request = await playwright.request.newContext();
  try {
    await setUp(server.url);
    await signIn(request, server.url);
    const database = new Client(server.databaseUrl);
    await database.connect();
    await database.query('ALTER TABLE "Team" RENAME TO "TeamAway"');
    await database.end();
    const headers = { "x-request-id": "a-page-that-breaks" };
    expect((await request.get(`${server.url}/teams`, { headers })).status()).toBe(500);
    const lines = () =>
      server.log
        .join("")
        .split("\n")
        .filter((line) => line !== "");
    const broke = () =>
      lines()
        .map((line) => JSON.parse(line) as Line)
        .filter(({ msg }) => msg === "a page broke");
    await expect.poll(() => broke().length).toBe(1);
    expect(broke()[0]).toMatchObject({ level: "error", requestId: "a-page-that-breaks", route: "/teams" });
    expect(lines().filter((line) => /^\s+at /.test(line))).toEqual([]);
    // what is said on the console when it starts
    expect(lines().some((line) => JSON.parse(line).msg.startsWith("listening on port"))).toBe(true);
  } finally {
    await request.dispose();
    await server.stop();
  }
});

/** A request that no browser sends. */
const send = (url: string, method: string) =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const request = ask(url, { method, agent: false }, (response) => {
      let text = "";
      response.on("data", (data) => {
        text += String(data);
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    request.once("error", reject).end();
  });

for (const [method, path, status] of [
  ["TRACE", "/", 405],
  ["TRACE", "/api/v1/services", 405],
  ["PROPFIND", "/api/v1/services", 405],
  ["PUT", "/api/v1/services", 405],
  ["GET", "/api/v1/setup", 405],
  ["POST", "/api/health/live", 405],
  ["PUT", "/api/auth/session", 405],
  ["GET", "/api/auth/_log", 404],
  ["GET", "/api/nowhere", 404],
  ["OPTIONS", "/api/v1/nowhere/at/all", 404],
  ["GET", "/api/v1/services/%ff", 400],
] as const) {
  test(`${method} ${path} is answered ${status}, as a problem with a request id`, async ({ server }) => {
    const { status: got, headers, text } = await send(`${server.url}${path}`, method);
    expect(got).toBe(status);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(text)).toMatchObject({ status, requestId: headers["x-request-id"] });
  });
}

test("a page for a file that is not there has a Content-Security-Policy too", async ({ server }) => {
  for (const path of ["/_next/static/nothing.js", "/_next/static/chunks/", "/_next/image", "/favicon.ico"]) {
    const { status, headers } = await send(`${server.url}${path}`, "GET");
    expect([400, 404, 308], path).toContain(status);
    expect(headers["content-security-policy"], path).toContain("default-src 'none'");
  }
});
