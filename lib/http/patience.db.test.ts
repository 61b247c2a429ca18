import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { PATIENCE } from "../domain/patience";
import { aChecklist, aVersion } from "../testing/checklists";
import { testDatabase } from "../testing/database";
import { withClient } from "../testing/databases";
import { aPerson, aService, NOON } from "../testing/factories";
import { type OperationName, send, signedIn } from "../testing/http";

/** Longer than a usual request waits for a lock, and than a usual statement may take. */
const HELD_MS = PATIENCE.usual.statementMs + 1_500;

let service: Awaited<ReturnType<typeof aService>>;
let as: string;
let executive: string;
let checklist: string;
beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  service = await aService();
  as = await signedIn(service.admin);
  executive = await signedIn(await aPerson({ executive: true }));
  const { id, key } = await aChecklist();
  await aVersion(id, { number: 2 });
  checklist = key;
});

const keyed = (name: OperationName, body: object, who = as, params = {}) =>
  send(name, { as: who, body, params, headers: { "idempotency-key": randomUUID() } });
const importRows = (count: number, name: string) => {
  const lines = Array.from({ length: count }, (_, i) => `${name} ${i},${service.teamSlug},3,live`);
  return keyed("importCsv", { csv: `name,team,tier,lifecycle\n${lines.join("\n")}`, what: "services" });
};
const saveRate = (rate: number) =>
  keyed("saveCostModel", { rates: { "simultaneous-edits-kept": { data_loss: rate } } }, executive);

/** Does something while somebody holds the cost model and a service. */
const whileHeld = <T>(work: () => Promise<T>): Promise<T> =>
  withClient(testDatabase(), async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('plumbline.model'))");
    await client.query('SELECT 1 FROM "Service" WHERE "id" = $1 FOR UPDATE', [service.id]);
    const working = work();
    working.catch(() => undefined);
    await sleep(HELD_MS);
    await client.query("ROLLBACK");
    return working;
  });

describe("with an Idempotency-Key, as our own pages send one", () => {
  it("an import, a move, prices and the example wait as long as their operations declare; what is usual does not", async () => {
    const body = { name: "Usual", team: service.teamSlug, tier: 2, lifecycle: "planned" };
    const replies = await whileHeld(() =>
      Promise.all([
        importRows(2, "patient"),
        keyed("moveServices", { to: 1, services: [service.slug] }, as, { checklist }),
        saveRate(2),
        keyed("loadExample", {}),
        keyed("createService", body),
      ]),
    );
    expect(
      replies.map(({ status }) => status),
      JSON.stringify(replies.map((reply) => reply.body)).slice(0, 1_000),
    ).toEqual([200, 200, 200, 201, 503]);
    expect(await db().service.count({ where: { name: { startsWith: "patient" } } })).toBe(2);
    expect(await db().service.count({ where: { name: "Usual" } })).toBe(0);
  });

  it("prices saved while hundreds of rows are imported are kept, and so are the rows", async () => {
    const replies = await Promise.all([importRows(400, "beside"), sleep(300).then(() => saveRate(3))]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await db().service.count({ where: { name: { startsWith: "beside" } } })).toBe(400);
  });
});
