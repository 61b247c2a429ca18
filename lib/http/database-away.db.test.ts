import { once as event } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { env } from "../config/env";
import { pool } from "../db/client";
import { aServiceAndAdmin, type OperationName, type Reply, send, withEnv } from "../testing/http";
import { readiness } from "./health";

const { service, as } = await aServiceAndAdmin();

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

/** Listens on a port of its own. @returns the port */
async function listening(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    onConnection(socket);
  }).listen(0, "127.0.0.1");
  await event(server, "listening");
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return (server.address() as AddressInfo).port;
}

/** Does something as a process would that has just started with its database at this port. */
async function withDatabaseAt<T>(port: number, work: () => Promise<T>): Promise<T> {
  const store = globalThis as unknown as Record<symbol, unknown>;
  const keys = ["pool", "prisma", "probe"].map((name) => Symbol.for(`plumbline.${name}`));
  const before = keys.map((key) => store[key]);
  const url = new URL(env().DATABASE_URL);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  for (const key of keys) delete store[key];
  try {
    return await withEnv({ DATABASE_URL: url.href }, work);
  } finally {
    const made = store[Symbol.for("plumbline.pool")] as pg.Pool | undefined;
    for (const [index, key] of keys.entries()) {
      if (before[index] === undefined) delete store[key];
      else store[key] = before[index];
    }
    opened.push({ close: () => void made?.end().catch(() => undefined) });
  }
}

const QUESTION = "simultaneous-edits-kept";
const REQUESTS: [OperationName, object?][] = [
  ["listServices"],
  ["loadScorecard"],
  ["saveAnswer", { verdict: "no", expectedVersion: 0 }],
  ["createTeam", { name: "Away" }],
];

async function expectAway(ask: () => Promise<Reply>) {
  const started = performance.now();
  const reply = await ask();
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(reply, JSON.stringify(reply.body)).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(JSON.stringify(reply.body)).not.toMatch(/ECONN|prisma|postgres|127\.0\.0\.1/i);
}
const ask = (name: OperationName, body?: object, key?: string) => () =>
  send(name, {
    as,
    body,
    params: { service: service.slug, question: QUESTION },
    headers: key ? { "idempotency-key": key } : {},
  });

describe("while the database is away, every request is 503 with Retry-After in under 5 s", () => {
  it.each(REQUESTS)("%s: nothing listens", async (name, body) => {
    const gone = createServer().listen(0, "127.0.0.1");
    await event(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await withDatabaseAt(port, () => expectAway(ask(name, body)));
  });

  it("it takes connections, and says nothing; ten requests at once wait no longer than one", async () => {
    const port = await listening(() => undefined);
    await withDatabaseAt(port, () =>
      Promise.all(
        REQUESTS.flatMap(([name, body]) => [ask(name, body), ask(name, body, "k")]).map(expectAway),
      ),
    );
  });

  it("it hangs up on everybody", async () => {
    const port = await listening((socket) => socket.destroy());
    await withDatabaseAt(port, async () => {
      for (const [name, body] of REQUESTS) await expectAway(ask(name, body));
    });
  });

  it("readiness says so, and says so no more when it is back", async () => {
    const port = await listening((socket) => socket.destroy());
    const away = await withDatabaseAt(port, () => readiness());
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({ status: "not_ready", database: false });
    expect((await readiness()).status).toBe(200);
  });
});

describe("when the database comes back", () => {
  it("requests are answered again, on the same pool, without a restart", async () => {
    const { hostname, port } = new URL(env().DATABASE_URL);
    let away = false;
    const proxy = await listening((socket) => {
      if (away) {
        socket.destroy();
        return;
      }
      const upstream = connect(Number(port), hostname);
      upstream.on("error", () => socket.destroy()).on("close", () => socket.destroy());
      socket.on("close", () => upstream.destroy());
      socket.pipe(upstream).pipe(socket);
      opened.push({ close: () => upstream.destroy() });
    });
    await withDatabaseAt(proxy, async () => {
      expect((await ask("listServices")()).status).toBe(200);
      away = true;
      await pool()
        .query("SELECT pg_terminate_backend(pg_backend_pid())")
        .catch(() => undefined);
      await expectAway(ask("listServices"));
      away = false;
      expect((await ask("listServices")()).status).toBe(200);
      expect((await ask("createTeam", { name: "Back" })()).status).toBe(201);
    });
  });

  it("connections that were cut between requests cost nobody more than a 503", async () => {
    const held = await Promise.all(Array.from({ length: 5 }, () => pool().connect()));
    for (const client of held) client.release();
    await pool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    const replies = await Promise.all(Array.from({ length: 10 }, () => ask("listServices")()));
    for (const reply of replies) expect([200, 503], JSON.stringify(reply.body)).toContain(reply.status);
    expect((await ask("listServices")()).status).toBe(200);
  });
});

describe("when the pool or a lock is taken", () => {
  it("all connections in use: 503 in under 5 s, then served again", async () => {
    const held = await Promise.all(Array.from({ length: pool().options.max }, () => pool().connect()));
    try {
      await Promise.all(REQUESTS.map(([name, body]) => expectAway(ask(name, body))));
    } finally {
      for (const client of held) client.release();
    }
    expect((await ask("listServices")()).status).toBe(200);
  });

  it("the service locked by somebody who does not let go: 503 in under 5 s, nothing written", async () => {
    const client = await pool().connect();
    try {
      await client.query("BEGIN");
      await client.query('SELECT 1 FROM "Service" WHERE "id" = $1 FOR UPDATE', [service.id]);
      await expectAway(ask("saveAnswer", { verdict: "no", expectedVersion: 0 }));
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
    expect((await ask("saveAnswer", { verdict: "no", expectedVersion: 0 })()).status).toBe(200);
  });
});
