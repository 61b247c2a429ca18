import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { KEPT_MS } from "../db/changes/ledger";
import { db } from "../db/client";
import { aPerson, aService, daysLater, NOON } from "../testing/factories";
import { purge } from "./purge";

it("deletes what has served its time, and nothing else", async () => {
  const { person } = await aPerson();
  const reply = (key: string, createdAt: Date) => ({
    person: person.id,
    route: "/r",
    key,
    bodyHash: "",
    status: 201,
    body: {},
    createdAt,
  });
  await db().idempotentReply.createMany({
    data: [reply("old", daysLater(-1, -1)), reply("new", daysLater(-1, 1))],
  });
  const failure = (key: string, lastFailedAt: Date, blockedUntil: Date | null) => ({
    key,
    failures: 3,
    lastFailedAt,
    blockedUntil,
  });
  await db().signInThrottle.createMany({
    data: [
      failure("old", daysLater(-1), null),
      failure("blocked", daysLater(-1), daysLater(1)),
      failure("new", NOON, null),
    ],
  });
  const session = (id: string, expiresAt: Date) => ({
    id,
    personId: person.id,
    createdAt: daysLater(-3),
    lastSeenAt: daysLater(-2),
    expiresAt,
    userAgent: "",
    address: "",
  });
  const open = randomUUID();
  await db().session.createMany({
    data: [session(randomUUID(), daysLater(0, -1)), session(open, daysLater(1))],
  });

  await purge(NOON);

  expect((await db().idempotentReply.findMany()).map((row) => row.key)).toEqual(["new"]);
  expect((await db().signInThrottle.findMany({ orderBy: { key: "asc" } })).map((row) => row.key)).toEqual([
    "blocked",
    "new",
  ]);
  expect((await db().session.findMany()).map((row) => row.id)).toEqual([open]);
});

it("keeps up with a script that leaves thousands of replies behind between two runs", async () => {
  await db().$executeRaw`
    INSERT INTO "IdempotentReply" ("person", "route", "key", "bodyHash", "status", "body", "createdAt")
    SELECT 'script', '/r', n::text, '', 201, '{}', ${daysLater(-2)} FROM generate_series(1, 11000) n`;
  await purge(NOON);
  expect(await db().idempotentReply.count({ where: { person: "script" } })).toBe(0);
});

it("keeps invitations for 30 days and tokens for 90 days after their end", async () => {
  const { person } = await aPerson();
  let count = 0;
  const invitation = (dates: { expiresAt: Date; acceptedAt?: Date; revokedAt?: Date }) => {
    count += 1;
    const email = `${count}@example.com`;
    const id = randomUUID();
    const [createdAt, createdById, tokenHash] = [daysLater(-200), person.id, id];
    return { id, email, tokenHash, createdAt, createdById, ...dates };
  };
  const kept = [
    invitation({ expiresAt: daysLater(-30) }),
    invitation({ expiresAt: daysLater(-50), acceptedAt: daysLater(-30) }),
    invitation({ expiresAt: daysLater(1) }),
  ];
  const gone = [
    invitation({ expiresAt: daysLater(-30, -1) }),
    invitation({ expiresAt: daysLater(5), acceptedAt: daysLater(-31) }),
    invitation({ expiresAt: daysLater(5), revokedAt: daysLater(-31) }),
    invitation({ expiresAt: daysLater(-31), revokedAt: daysLater(-1) }),
  ];
  await db().invitation.createMany({ data: [...kept, ...gone] });
  const token = (name: string, dates: { expiresAt: Date; endedAt?: Date }) => {
    const id = randomUUID();
    return {
      id,
      hash: id,
      name,
      personId: person.id,
      prefix: "",
      scopes: ["read"],
      createdAt: daysLater(-400),
      ...dates,
    };
  };
  await db().apiToken.createMany({
    data: [
      token("in force", { expiresAt: daysLater(1) }),
      token("over for 90 days", { expiresAt: daysLater(-90) }),
      token("over for longer", { expiresAt: daysLater(-90, -1) }),
      token("ended long before its time", { expiresAt: daysLater(100), endedAt: daysLater(-91) }),
      token("over before it was ended", { expiresAt: daysLater(-91), endedAt: daysLater(-1) }),
    ],
  });

  await purge(NOON);

  expect((await db().invitation.findMany()).map((row) => row.id).sort()).toEqual(
    kept.map((row) => row.id).sort(),
  );
  expect((await db().apiToken.findMany({ orderBy: { name: "asc" } })).map((row) => row.name)).toEqual([
    "in force",
    "over for 90 days",
  ]);
});

it("forgets what browsers were told once nobody can have missed it, but never the newest, and who was there after one", async () => {
  const { id: serviceId } = await aService();
  const { person } = await aPerson();
  await db().change.deleteMany();
  const change = (subjectId: string, at: Date) =>
    db().change.create({ data: { at, action: "team.edited", subjectType: "team", subjectId } });
  const ago = (age: number, ms = 0) => new Date(NOON.getTime() - age + ms);
  const subjects = async () =>
    (await db().change.findMany({ orderBy: { id: "asc" } })).map((row) => row.subjectId);
  await change("old", ago(KEPT_MS, -1));
  await change("new", ago(KEPT_MS, 1));
  const seen = (seenAt: Date) =>
    db().presence.create({ data: { tabId: randomUUID(), personId: person.id, serviceId, seenAt } });
  await seen(ago(60_000, -1));
  const here = await seen(ago(60_000, 1));

  await purge(NOON);
  expect(await subjects()).toEqual(["new"]);
  expect((await db().presence.findMany()).map((row) => row.tabId)).toEqual([here.tabId]);
  await purge(daysLater(1));
  expect(await subjects()).toEqual(["new"]);
});
