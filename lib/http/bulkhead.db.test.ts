import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { importThreads } from "../commands/import/import-thread";
import type { Operation } from "../contracts/operation";
import { operations } from "../contracts/operations";
import { expensivePlaces } from "../db/bulkhead";
import { importTurns } from "../db/import-turn";
import { testDatabase } from "../testing/database";
import { aServiceAndAdmin, type OperationName, type Reply, respond, send } from "../testing/http";

const QUESTION = "simultaneous-edits-kept";
const { service, as } = await aServiceAndAdmin();

let other: pg.Client | null = null;
let leaves: ((() => void) | null)[] = [];
/** Has every expensive read wait for a place, as if two others took that long. */
async function takeAllPlaces(): Promise<void> {
  leaves = [await expensivePlaces().take(0), await expensivePlaces().take(0)];
}
async function letGo(): Promise<void> {
  for (const leave of leaves.splice(0)) leave?.();
  await other?.end();
  other = null;
}
afterEach(letGo);

const changesSince = (day: number) =>
  send("loadChanges", { as, query: `since=1970-01-01T00:00:${String(day).padStart(2, "0")}Z` });

const waiting = () => expect.poll(() => expensivePlaces().waiting, { timeout: 20_000 });

function expectBusy(reply: Reply) {
  expect(reply, JSON.stringify(reply.body)).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
}

describe("expensive reads", () => {
  it("while forty of them wait, other people's saves, lists and portfolio are answered", async () => {
    await takeAllPlaces();
    const reads = Promise.all(Array.from({ length: 40 }, (_, at) => changesSince(at)));
    await waiting().toBeGreaterThan(0);
    const params = { service: service.slug, question: QUESTION };
    const cheap: [OperationName, object][] = [
      ["saveAnswer", { params, body: { verdict: "no", expectedVersion: 0 } }],
      ["listServices", {}],
      ["loadPortfolio", {}],
      ["loadScorecard", { params }],
      ["listTeams", {}],
    ];
    for (const [name, sent] of cheap) {
      const reply = await send(name, { as, ...sent });
      expect(reply.status, `${name} ${JSON.stringify(reply.body)}`).toBe(200);
    }
    const refused = await reads;
    for (const reply of refused) expectBusy(reply);
    expect(refused.map(({ body }) => (body as { detail: string }).detail)).toContainEqual(
      expect.stringMatching(/^Several large requests are running, and this one has to wait for them\./),
    );
    await letGo();
    expect(expensivePlaces().taken).toBe(0);
    expect((await changesSince(57)).status).toBe(200);
  }, 60_000);

  it("the same question asked many times at once is answered once", async () => {
    await takeAllPlaces();
    const take = vi.spyOn(expensivePlaces(), "take");
    const many = Promise.all(Array.from({ length: 20 }, () => changesSince(59)));
    await waiting().toBe(1);
    // Whoever comes while it waits is in it; a slow machine may have one more begin after it.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await letGo();
    const replies = await many;
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect(take.mock.calls.length).toBeLessThanOrEqual(2);
    take.mockRestore();
  }, 60_000);

  it("a question asked anew after a save is a question of its own", async () => {
    await takeAllPlaces();
    const before = changesSince(58);
    await waiting().toBe(1);
    const params = { service: service.slug, question: QUESTION };
    const saved = await send("saveAnswer", { as, params, body: { verdict: "yes", expectedVersion: 1 } });
    expect(saved.status).toBe(200);
    const after = changesSince(58);
    await waiting().toBe(2);
    await letGo();
    expect([(await before).status, (await after).status]).toEqual([200, 200]);
  }, 60_000);
});

describe("imports", () => {
  const names = async (query: string) => ((await other?.query(query))?.rows ?? []) as object[];
  const inTransaction = () =>
    names(`SELECT "pid" FROM pg_stat_activity WHERE "datname" = current_database() AND "pid" <> pg_backend_pid()
      AND "backend_type" = 'client backend' AND "xact_start" IS NOT NULL`);
  const importOf = (name: string, key?: string) =>
    send("importCsv", {
      as,
      body: { csv: `name,team\n${name},Imported\n` },
      headers: key === undefined ? {} : { "idempotency-key": key },
    });

  it("wait for each other without a connection: with twenty of them everybody else is answered", async () => {
    other = new pg.Client(testDatabase());
    await other.connect();
    await other.query("SELECT pg_advisory_lock(hashtext('plumbline.import'))");
    const kept = (at: number) => (at % 2 === 0 ? `many-${at}` : undefined);
    const imports = Array.from({ length: 20 }, (_, at) => importOf(`Many ${at}`, kept(at)));
    await expect
      .poll(() => [importTurns().taken, importTurns().waiting], { timeout: 20_000 })
      .toEqual([1, 19]);
    await expect.poll(async () => (await inTransaction()).length, { timeout: 20_000 }).toBe(1);
    expect((await send("listServices", { as })).status).toBe(200);
    expect((await send("loadPortfolio", { as })).status).toBe(200);
    expect(await inTransaction()).toHaveLength(1);
    await letGo();
    const replies = await Promise.all(imports);
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    const again = await importOf("Many 0", "many-0");
    expect(again.body).toEqual(replies[0]?.body);
    expect(importTurns().taken).toBe(0);
  }, 60_000);

  it("read a file before a connection or a place is taken, and say that others' files are being read", async () => {
    const leave = [await importThreads().take(0), await importThreads().take(0)];
    const csv = `name,team\nWaits,Imported\n"${" ".repeat(20_000)}",\n`;
    other = new pg.Client(testDatabase());
    await other.connect();
    const replies = [
      send("importCsv", { as, body: { csv }, headers: { "idempotency-key": "reads-first" } }),
      send("importCsv", { as, body: { csv, dryRun: true } }),
    ];
    await expect.poll(() => importThreads().waiting, { timeout: 20_000 }).toBe(2);
    expect(await inTransaction()).toEqual([]);
    expect([importTurns().taken, expensivePlaces().taken]).toEqual([0, 0]);
    for (const reply of await Promise.all(replies)) expectBusy(reply);
    for (const give of leave) give?.();
  }, 60_000);
});

describe("an export", () => {
  it("has a place while a piece of it is made, and none while its client is slow", async () => {
    const response = await respond("loadExport", { as, params: { what: "history" }, query: "format=ndjson" });
    expect([response.status, expensivePlaces().taken]).toEqual([200, 0]);
    await takeAllPlaces();
    let done = false;
    const text = response.text().finally(() => {
      done = true;
    });
    await expect.poll(() => expensivePlaces().waiting, { timeout: 20_000 }).toBe(1);
    expect(done).toBe(false);
    await letGo();
    expect(await text).toContain(service.slug);
  }, 60_000);
});

describe("which operations are expensive", () => {
  const expensive = Object.entries(operations)
    .filter(([, operation]: [string, Operation]) => operation.bulkhead !== undefined)
    .map(([name, operation]: [string, Operation]) => `${name} ${operation.bulkhead}`);

  it("changes, exports, exposure, gaps, what if, previews and the past; never the portfolio, lists or answers", () => {
    expect(expensive.sort()).toEqual([
      "importBackstage dry_run",
      "importCsv dry_run",
      "listGaps always",
      "listServices past",
      "loadChanges always",
      "loadExport always",
      "loadExposure always",
      "loadPortfolio past",
      "loadScorecard past",
      "loadService past",
      "loadTeam past",
      "loadWhatIf always",
      "moveServices dry_run",
      "previewCostModel always",
    ]);
  });

  it("each of them is told so when there is no place, at once or after a wait", async () => {
    const leave = [await expensivePlaces().take(0), await expensivePlaces().take(0)];
    const past = "asOf=2020-01-01";
    const asked: [OperationName, object][] = [
      ["listGaps", {}],
      ["loadExposure", {}],
      ["loadExport", { params: { what: "gaps" } }],
      ["loadPortfolio", { query: past }],
      ["listServices", { query: past }],
      ["loadScorecard", { params: { service: service.slug }, query: past }],
      ["importCsv", { body: { csv: "name,team\nA,B\n", dryRun: true } }],
    ];
    const replies = await Promise.all(asked.map(([name, sent]) => send(name, { as, ...sent })));
    for (const give of leave) give?.();
    for (const reply of replies) expectBusy(reply);
    for (const [name, sent] of asked) {
      const { status } = await send(name, { as, ...sent });
      expect([200, 404], name).toContain(status);
    }
  }, 60_000);
});
