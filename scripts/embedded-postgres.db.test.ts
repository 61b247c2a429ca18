import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { withClient } from "@/lib/testing/databases";
import { dataFolder, killServer, removeDataFolder, serverPid } from "@/lib/testing/own-postgres";
import { type EmbeddedPostgres, start } from "./embedded-postgres.mjs";

const query = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows);

describe("the embedded Postgres", () => {
  let dataDir: string;
  let first: EmbeddedPostgres;
  const said: string[] = [];
  beforeAll(async () => {
    dataDir = dataFolder();
    // Locales that no system has: Postgres must not look at ours.
    vi.stubEnv("LANG", "xx_YY");
    vi.stubEnv("LC_ALL", "xx_YY.UTF-8");
    first = await start({ dataDir, durable: false, say: (line) => said.push(line) });
  });
  afterAll(() => removeDataFolder(dataDir));

  it("makes its data and answers SQL, in UTF-8, whatever LANG and LC_ALL say", async () => {
    expect(first.adopted).toBe(false);
    expect(said).toEqual([expect.stringMatching(/making the data/)]);
    await query(first.url, "create table wall (id int primary key, words text)");
    // `durable: false` alone would allow the last half second to be lost.
    await query(first.url, "set synchronous_commit = on; insert into wall values (1, 'Töchter 🧾')");
    expect(await query(first.url, "select words, lower('Ä') as lower, version() from wall")).toEqual([
      { words: "Töchter 🧾", lower: "ä", version: expect.stringMatching(/^PostgreSQL 18\./) },
    ]);
  });

  it("is adopted by a second start, the same process; two starts at once agree too", async () => {
    const pid = await serverPid(dataDir);
    expect(pid).toBeGreaterThan(1);
    const both = await Promise.all([start({ dataDir, durable: false }), start({ dataDir, durable: false })]);
    expect(both).toMatchObject([
      { adopted: true, url: first.url },
      { adopted: true, url: first.url },
    ]);
    expect(await serverPid(dataDir)).toBe(pid);
  });

  it("after kill -9 starts anew on the same address, with what was there", async () => {
    const pid = await serverPid(dataDir);
    await killServer(dataDir);
    const again = await start({ dataDir, durable: false });
    expect(again).toMatchObject({ adopted: false, url: first.url });
    expect(await serverPid(dataDir)).not.toBe(pid);
    expect(await query(again.url, "select words from wall")).toEqual([{ words: "Töchter 🧾" }]);
  });

  it("watched, comes back by itself after kill -9", async () => {
    const watched = await start({ dataDir, durable: false });
    const heard: string[] = [];
    watched.watch((line) => heard.push(line));
    // The watcher's own connection comes beside ours: wait for it, else it would only see a server that is there.
    await expect
      .poll(() =>
        query(
          watched.url,
          "select count(*)::int from pg_stat_activity where backend_type = 'client backend'",
        ),
      )
      .toEqual([{ count: 2 }]);
    await killServer(dataDir);
    await expect.poll(() => heard.at(-1)).toMatch(/is back/);
    expect(await query(watched.url, "select words from wall")).toEqual([{ words: "Töchter 🧾" }]);
    await watched.stop();
    expect(await serverPid(dataDir)).toBeNull();
  });

  it("stop ends it, twice is harmless, and the data is there at the next start", async () => {
    const server = await start({ dataDir, durable: false });
    expect(server.adopted).toBe(false);
    await server.stop();
    await server.stop();
    expect(await serverPid(dataDir)).toBeNull();
    await expect(query(server.url, "select 1")).rejects.toThrow(/ECONNREFUSED/);
    const next = await start({ dataDir, durable: false });
    expect(await query(next.url, "select words from wall")).toEqual([{ words: "Töchter 🧾" }]);
    await next.stop();
  });
});
