import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { PresenceReport } from "../../contracts/presence";
import { db } from "../../db/client";
import { loadPresence } from "../../queries/presence/presence";
import { aPerson, aService, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { tellPresence } from "./tell-presence";

const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
type Service = Awaited<ReturnType<typeof aService>>;

let service: Service;
let ana: SignedIn;
let jonas: SignedIn;
let begun: bigint;
beforeEach(async () => {
  service = await aService();
  ana = await aPerson({ name: "Ana Kirsch" });
  jonas = await aPerson({ name: "Jonas Berg" });
  begun = (await db().change.aggregate({ _max: { id: true } }))._max.id ?? 0n;
});

const tell = (who: SignedIn, body: PresenceReport, at = NOON, where = service) =>
  tellPresence(scopeOf(who, "presence:tell", where.resource), body, at);
const there = async (at = NOON, where = service) =>
  (await loadPresence(scopeOf(ana, "service:read", where.resource), at)).items.map(
    ({ person, question }) => `${person.name} at ${question}`,
  );
/** What others were told since the test began. */
const told = async () =>
  (await db().change.findMany({ where: { id: { gt: begun } }, orderBy: { id: "asc" } })).map(
    ({ action, actorId, subjectId, question }) => ({
      action,
      who: actorId === ana.person.id ? "ana" : "jonas",
      here: subjectId === service.id,
      question,
    }),
  );
const moved = (who: string, question: string | null, here = true) => ({
  ...{ action: "presence.moved", who, here, question },
});

it("who arrives, moves and leaves is told to the others; a heartbeat is not", async () => {
  const tab = randomUUID();
  const reply = await tell(ana, { tab, question: null });
  expect(reply.items).toEqual([
    { person: { id: ana.person.id, name: "Ana Kirsch" }, question: null, seenAt: NOON.toISOString() },
  ]);
  await tell(ana, { tab, question: null }, later(20));
  await tell(ana, { tab, question: "q-1" }, later(25));
  await tell(ana, { tab, question: "q-1" }, later(45));
  expect(await there(later(45))).toEqual(["Ana Kirsch at q-1"]);
  expect((await tell(ana, { tab, question: null, gone: true }, later(50))).items).toEqual([]);
  await tell(ana, { tab, question: null, gone: true }, later(51));
  expect(await told()).toEqual([moved("ana", null), moved("ana", "q-1"), moved("ana", null)]);
});

it("several people are there by name, one who is at two places twice, in two tabs at one place once", async () => {
  await tell(jonas, { tab: randomUUID(), question: "q-2" });
  await tell(ana, { tab: randomUUID(), question: "q-2" });
  await tell(ana, { tab: randomUUID(), question: "q-2" }, later(1));
  await tell(ana, { tab: randomUUID(), question: "q-1" });
  expect(await there(later(1))).toEqual(["Ana Kirsch at q-1", "Ana Kirsch at q-2", "Jonas Berg at q-2"]);
});

it("who was not heard of for 45 seconds is gone, and arrives anew", async () => {
  const tab = randomUUID();
  await tell(ana, { tab, question: "q-1" });
  expect(await there(later(44))).toHaveLength(1);
  expect(await there(later(45))).toEqual([]);
  await tell(ana, { tab, question: "q-1" }, later(60));
  expect(await told()).toHaveLength(2);
});

it("a tab that goes on to another service leaves the first, whichever of the two messages comes first", async () => {
  const other = await aService();
  begun = (await db().change.aggregate({ _max: { id: true } }))._max.id ?? 0n;
  const tab = randomUUID();
  await tell(ana, { tab, question: "q-1" });
  await tell(ana, { tab, question: "q-9" }, later(1), other);
  await tell(ana, { tab, question: null, gone: true }, later(2));
  expect(await there(later(2))).toEqual([]);
  expect(await there(later(2), other)).toEqual(["Ana Kirsch at q-9"]);
  expect(await told()).toEqual([moved("ana", "q-1"), moved("ana", "q-9"), moved("ana", "q-9", false)]);
});

it("nobody speaks for another's tab", async () => {
  const tab = randomUUID();
  await tell(ana, { tab, question: "q-1" });
  await expect(tell(jonas, { tab, question: "q-2" })).rejects.toMatchObject({ code: "refused" });
  await tell(jonas, { tab, question: null, gone: true });
  expect(await there()).toEqual(["Ana Kirsch at q-1"]);
  expect(await told()).toHaveLength(1);
});

it("two messages of one new tab at once are one arrival", async () => {
  const tab = randomUUID();
  await Promise.all([1, 2, 3, 4].map(() => tell(ana, { tab, question: "q-1" })));
  expect(await db().presence.count({ where: { tabId: tab } })).toBe(1);
  expect(await there()).toEqual(["Ana Kirsch at q-1"]);
});
