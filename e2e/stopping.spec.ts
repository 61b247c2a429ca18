import { once } from "node:events";
import { connect } from "node:net";
import pg from "pg";
import { expect, standalone as test } from "./fixtures";

/** A client that keeps its connection alive. `eager`: asks again as soon as it is answered. */
async function client(url: string, { eager }: { eager: boolean }) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const ask = () => socket.write("GET /api/health/live HTTP/1.1\r\nHost: plumbline\r\n\r\n");
  let answers = 0;
  socket
    .on("error", () => undefined)
    .on("data", (data) => {
      // The body of one answer and the head of the next may come together.
      for (const _ of String(data).matchAll(/HTTP\/1\.1 200/g)) {
        answers += 1;
        if (eager) ask();
      }
    });
  if (eager) ask();
  // One that asks in the very moment in which its connection ends hears of it by an error.
  const ended = new Promise<void>((resolve) => {
    socket.once("close", () => resolve());
  });
  return { answers: () => answers, ended };
}

test("told to stop, it hangs up on idle connections and serves no other more than its last answer", async ({
  start,
}) => {
  // So long that it is not what ends them.
  const server = await start("stopping", { DRAIN_SECONDS: "600" });
  const idle = await client(server.url, { eager: false });
  const eager = await Promise.all(Array.from({ length: 4 }, () => client(server.url, { eager: true })));
  for (const each of eager) await expect.poll(each.answers).toBeGreaterThan(5);
  expect(await server.stop()).toBe("by itself");
  await Promise.all([idle, ...eager].map((each) => each.ended));
  expect(server.log.join("")).not.toMatch(/was ended with the process/);
});

test("what is under way for longer than it may is rolled back, and the log names it", async ({ start }) => {
  const server = await start("ended", { DRAIN_SECONDS: "1" });
  const other = new pg.Client({ connectionString: server.databaseUrl });
  await other.connect();
  await other.query(`BEGIN; LOCK TABLE "Person" IN ACCESS EXCLUSIVE MODE`);
  const setUp = fetch(`${server.url}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({
      organisation: { name: "Late", timeZone: "UTC", currency: "EUR" },
      admin: { name: "Ana", email: "ana@example.com", password: "correct horse battery staple" },
    }),
  }).catch(() => null);
  await expect
    .poll(async () => {
      const { rows } = await other.query("SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted");
      return rows[0].waiting;
    })
    .toBeGreaterThan(0);
  await server.stop();
  expect(await setUp).toBeNull();
  await other.query("COMMIT");
  const { rows } = await other.query(`SELECT count(*)::int AS people FROM "Person"`);
  expect(rows).toEqual([{ people: 0 }]);
  await other.end();
  // What it wrote last is read after it has ended.
  await expect
    .poll(() => server.log.join(""))
    .toMatch(/"path":"\/api\/v1\/setup".*was ended with the process.*rolled back/);
});
