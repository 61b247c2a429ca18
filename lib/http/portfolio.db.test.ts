import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { portfolio } from "../contracts/portfolio";
import { db } from "../db/client";
import { fillDays } from "../jobs/fill-days";
import { countStatements } from "../testing/count-statements";
import { aPerson, aService, scopeOf } from "../testing/factories";
import { type Reply, send, signedIn } from "../testing/http";

const DAY_MS = 86_400_000;
let as: string;
let service: Awaited<ReturnType<typeof aService>>;
const load = (query = "", headers: Record<string, string> = {}) =>
  send("loadPortfolio", { as, query, headers });

beforeAll(async () => {
  const now = new Date();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: now },
  });
  for (const days of [50, 20]) {
    service = await aService({ tier: 4 }, new Date(now.getTime() - days * DAY_MS));
  }
  await fillDays(now);
  as = await signedIn(await aPerson());
  await load("q=warm");
});

let version = 0;
/** Something that everybody sees. */
async function change() {
  const scope = scopeOf(service.admin, "answer:save", service.resource);
  const verdict = version % 2 === 0 ? "partly" : "no";
  const body = { verdict, reason: `Reason ${version}.`, expectedVersion: version } as const;
  await saveAnswer(scope, "simultaneous-edits-kept", body, new Date());
  version += 1;
}
const statements = async (query: string) => {
  const { result, statements: sent } = await countStatements(() => load(query));
  expect(result.status, JSON.stringify(result.body)).toBe(200);
  return sent;
};

/** What is new in the database, for all who ask at the time (lib/snapshot). */
const isLook = (sql: string) => sql.includes("pg_visible_in_snapshot");

describe("statements of the portfolio's JSON", () => {
  it.each([
    "",
    "range=30d",
    "range=all&group=team&sort=-incidents",
    "q=check&tier=4&lifecycle=live&standing=working&limit=200",
  ])("are three for a first page, the session's among them: ?%s", async (query) => {
    await change();
    const sent = await statements(query);
    expect(sent, sent.join("\n\n")).toHaveLength(3);
    expect(sent.filter((sql) => sql.includes('"Session"'))).toHaveLength(1);
  });

  it("are two when nothing changed since: the session's, and a look at what is new", async () => {
    await change();
    await statements("sort=score");
    const sent = await statements("sort=score");
    expect(sent).toHaveLength(2);
    expect(sent.filter(isLook)).toHaveLength(1);
  });

  it("are two for the next page and for another order, which do not add everything up again", async () => {
    await change();
    const first = (await load("limit=1")).body as { nextCursor: string };
    for (const query of [`limit=1&cursor=${first.nextCursor}`, "sort=-score"]) {
      const sent = await statements(query);
      expect(sent).toHaveLength(2);
      expect(sent.filter(isLook)).toHaveLength(1);
    }
  });

  it("are three as of an earlier day, however many services there are", async () => {
    const asOf = new Date(Date.now() - 5 * DAY_MS).toISOString().slice(0, 10);
    expect(await statements(`asOf=${asOf}`)).toHaveLength(3);
  });

  it("is one for each of thirty people who ask at once, beside looks that they share, and one more for all of them", async () => {
    await change();
    const { result, statements: sent } = await countStatements(() =>
      Promise.all(Array.from({ length: 30 }, () => load("sort=tier"))),
    );
    expect(result.every((reply) => reply.status === 200)).toBe(true);
    const looks = sent.filter(isLook);
    expect(looks.length).toBeLessThan(30);
    expect(sent.filter((sql) => sql.includes('"Session"'))).toHaveLength(30);
    expect(sent.filter((sql) => sql.includes('"WholeDay"'))).toHaveLength(1);
    expect(sent).toHaveLength(31 + looks.length);
  });
});

describe("the portfolio's JSON", () => {
  it("is what the contract says, and speaks of filters that it does not know", async () => {
    const reply = await load("range=90d");
    expect(portfolio.safeParse(reply.body).error).toBeUndefined();
    expect((await load("team=payments&team=search&tier=1&tier=2")).status).toBe(200);
    for (const [query, field] of [
      ["sort=worst", "sort"],
      ["asOf=soon", "asOf"],
      ["asOf=0001-01-01", "asOf"],
      ["asOf=1969-12-31T23:59:59Z", "asOf"],
      ["asOf=2999-01-01", "asOf"],
      ["tier=5", "tier.0"],
      ["range=2y", "range"],
      ["cursor=x", "cursor"],
    ]) {
      expect(await load(query), query).toMatchObject({ status: 400, body: { errors: [{ field }] } });
    }
  });

  const tag = (reply: Reply) => reply.headers.get("etag") ?? "";

  it("is not sent again to who has it, until it is another", async () => {
    await change();
    const first = await load();
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    expect(tag(first)).toMatch(/^W\/"[\w-]{43}"$/);
    const again = await load("", { "if-none-match": `"other", ${tag(first)}` });
    expect(again).toMatchObject({ status: 304, body: null });
    expect(tag(again)).toBe(tag(first));
    await change();
    const changed = await load("", { "if-none-match": tag(first) });
    expect(changed.status).toBe(200);
    expect(tag(changed)).not.toBe(tag(first));
    expect((await load("", { "if-none-match": "*" })).status).toBe(304);
  });

  it("is another copy only where it says something else than when it was made", async () => {
    const first = await load("range=30d");
    const asOf = (first.body as { asOf: string }).asOf;
    await expect
      .poll(
        async () => {
          await db().change.create({
            data: { at: new Date(), action: "service.edited", subjectType: "service", subjectId: service.id },
          });
          return ((await load("range=30d")).body as { asOf: string }).asOf;
        },
        { interval: 5 },
      )
      .not.toBe(asOf);
    expect((await load("range=30d", { "if-none-match": tag(first) })).status).toBe(304);
    expect(tag(await load("range=90d"))).not.toBe(tag(first));
  });

  it("is nobody's without a session, whatever copy they have", async () => {
    const headers = { "if-none-match": tag(await load()) };
    expect((await send("loadPortfolio", { headers })).status).toBe(401);
  });
});
