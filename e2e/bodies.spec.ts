import { connect, type Socket } from "node:net";
import { expect, signIn, test } from "./fixtures";
import type { Server } from "./server";

/** What a raw client gets: everything that arrived, and how the connection ended. */
interface Got {
  text: string;
  /** The code of the error that the connection broke with, null when it ended well. */
  broke: string | null;
}

/** Speaks raw HTTP, as no well-behaved library would. */
function speak(url: string, say: (socket: Socket) => void): Promise<Got> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    let text = "";
    let broke: string | null = null;
    const socket = connect({ port: Number(port), host: "127.0.0.1" }, () => say(socket));
    socket.on("data", (data) => {
      text += String(data);
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      broke = error.code ?? error.message;
    });
    socket.on("close", () => resolve({ text, broke }));
  });
}

const statusOf = ({ text }: Got) => /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? "none";

const head = (path: string, server: Server, cookie: string, more: readonly string[]) =>
  [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(server.url).host}`,
    `Origin: ${server.url}`,
    `Cookie: ${cookie}`,
    "Content-Type: application/json",
    ...more,
    "",
    "",
  ].join("\r\n");

let cookie: string;
test.beforeEach(async ({ page, server }) => {
  await signIn(page.request, server.url);
  const { cookies } = await page.request.storageState();
  cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
});

const LARGE = new Uint8Array(20_000_000).fill(120);

test("a body over the limit always gets its 413, from a client that sends all of it before it listens", async ({
  server,
}) => {
  const ways: [string, () => BodyInit][] = [
    ["of a known size", () => LARGE],
    ["in chunks", () => new Blob([LARGE]).stream()],
  ];
  for (const path of ["/api/v1/teams", "/api/auth/callback/credentials"]) {
    for (const [way, body] of ways) {
      const headers = { origin: server.url, cookie, "content-type": "application/json" };
      const ask = () =>
        fetch(server.url + path, { method: "POST", headers, body: body(), duplex: "half" } as RequestInit)
          .then(async (reply) => `${reply.status} ${((await reply.json()) as { detail: string }).detail}`)
          .catch((error) => String(error.cause ?? error));
      const told = [await Promise.all([ask(), ask(), ask()]), await ask(), await ask()].flat();
      const expected = "413 A request may carry at most 1 MB. Nothing was changed.";
      expect(told, `${path} ${way}`).toEqual(told.map(() => expected));
    }
  }
  const closing = await speak(server.url, (socket) => {
    const length = `Content-Length: ${LARGE.length}`;
    socket.write(head("/api/v1/teams", server, cookie, [length, "Connection: close"]));
    socket.write(LARGE);
  });
  expect([statusOf(closing), closing.broke]).toEqual(["413", null]);
});

test("who never stops sending has the 413 meanwhile", async ({ server }) => {
  const got = await speak(server.url, (socket) => {
    socket.write(head("/api/v1/teams", server, cookie, ["Transfer-Encoding: chunked"]));
    const piece = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const more = setInterval(() => socket.write(piece), 20);
    socket.on("data", (data) => {
      clearInterval(more);
      if (String(data).includes("1 MB")) socket.destroy();
    });
  });
  expect(statusOf(got)).toBe("413");
});

test("a client that breaks off its body is its own affair: no word of the database, nothing above info", async ({
  server,
}) => {
  const before = server.log.length;
  await speak(server.url, (socket) => {
    socket.write(head("/api/v1/teams", server, cookie, ["Content-Length: 1000"]));
    socket.write('{"name":');
    setTimeout(() => socket.destroy(), 300);
  });
  await expect
    .poll(async () =>
      (await (await fetch(`${server.url}/api/metrics`)).text()).includes(
        'route="/api/v1/teams",status="400"',
      ),
    )
    .toBe(true);
  expect(server.log.slice(before).join("")).toBe("");
});

test("a body that never comes ends after 15 seconds, with a 408", async ({ server }) => {
  const began = performance.now();
  const [api, auth] = await Promise.all(
    ["/api/v1/teams", "/api/auth/callback/credentials"].map((path) =>
      speak(server.url, (socket) => {
        socket.write(head(path, server, cookie, ["Content-Length: 1000"]));
        socket.write("{");
      }),
    ),
  );
  expect(performance.now() - began).toBeGreaterThan(14_000);
  for (const got of [api, auth]) {
    if (!got) throw new Error("two were asked");
    expect(statusOf(got)).toBe("408");
    expect(got.text).toContain("did not arrive");
    expect(got.broke).toBeNull();
  }
});
