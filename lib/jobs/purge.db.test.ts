import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "../db/client";
import { aPerson, daysLater, NOON } from "../testing/factories";
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
