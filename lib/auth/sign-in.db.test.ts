import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { env } from "../config/env";
import { db } from "../db/client";
import { aPerson } from "../testing/factories";
import { withEnv } from "../testing/http";
import { hashPassword } from "./passwords";
import { endSession, signIn } from "./sign-in";
import { loadSession } from "./viewer";

const PASSWORD = "correct horse 🐎 battery";
const NOW = new Date("2026-06-15T12:00:00.000Z");
const secondsLater = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const MINUTE = 60;
const HOUR = 3600;

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

/** Somebody with PASSWORD. */
async function somebody(data: object = {}) {
  const { person } = await aPerson();
  await db().person.update({ where: { id: person.id }, data: { passwordHash, ...data } });
  return person;
}
const from = (address: string) => ({ address, userAgent: "a test 🚀", requestId: randomUUID() });
const somewhere = () => from(`192.0.2.${randomUUID()}`);
const wrong = "wrong password, sorry";

describe("signing in", () => {
  it("with the right password writes a session and an audit event", async () => {
    const person = await somebody();
    const where = somewhere();
    const result = await signIn({ email: person.email.toUpperCase(), password: PASSWORD }, where, NOW);
    expect(result).toMatchObject({ kind: "session", personId: person.id });
    const sessions = await db().session.findMany({ where: { personId: person.id } });
    expect(sessions).toMatchObject([
      { createdAt: NOW, lastSeenAt: NOW, expiresAt: secondsLater(12 * HOUR), userAgent: "a test 🚀" },
    ]);
    const events = await db().auditEvent.findMany({ where: { subjectId: person.id } });
    expect(events).toMatchObject([{ action: "session.created", at: NOW, requestId: where.requestId }]);
    expect(
      JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toContain(PASSWORD);
  });

  it.each<[string, () => Promise<{ email: string; password: string }>]>([
    ["a wrong password", async () => ({ email: (await somebody()).email, password: wrong })],
    [
      "a password with a space more",
      async () => ({ email: (await somebody()).email, password: `${PASSWORD} ` }),
    ],
    ["nobody's address", async () => ({ email: "nobody@example.com", password: PASSWORD })],
    [
      "a disabled person",
      async () => ({ email: (await somebody({ disabledAt: NOW })).email, password: PASSWORD }),
    ],
    [
      "a person without a password",
      async () => ({
        email: (await somebody({ passwordHash: null })).email,
        password: "nobody has this password",
      }),
    ],
    [
      "somebody invented by the example portfolio",
      async () => {
        const id = randomUUID();
        const email = `${id}@example.com`;
        await db().person.create({ data: { id, email, name: "Invented", example: true, createdAt: NOW } });
        return { email, password: PASSWORD };
      },
    ],
  ])("with %s is refused, and says no more than that", async (_, credentials) => {
    const before = await db().session.count();
    expect(await signIn(await credentials(), somewhere(), NOW)).toEqual({ kind: "refused" });
    expect(await db().session.count()).toBe(before);
  });

  it("takes a password however a keyboard composes it", async () => {
    const person = await somebody({
      passwordHash: await hashPassword("caf\u00e9 cr\u00e8me br\u00fbl\u00e9e"),
    });
    const password = "cafe\u0301 cre\u0300me bru\u0302le\u0301e";
    expect(await signIn({ email: person.email, password }, somewhere(), NOW)).toMatchObject({
      kind: "session",
    });
  });

  it("keeps passwords as argon2id, 19 MiB, two passes", () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("takes as long for nobody as for somebody", async () => {
    const person = await somebody();
    const time = async (email: string) => {
      const started = performance.now();
      await signIn({ email, password: wrong }, somewhere(), NOW);
      return performance.now() - started;
    };
    await time("warm@example.com");
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let n = 0; n < 7; n += 1) {
      known.push(await time(person.email));
      unknown.push(await time(`unknown-${n}@example.com`));
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[3] ?? 0;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });
});

describe("guessing", () => {
  const guess = (email: string, where = somewhere(), now = NOW, password = wrong) =>
    signIn({ email, password }, where, now);

  it("an account: ten wrong guesses are free, from the eleventh on even the right one waits, ever longer", async () => {
    const { email } = await somebody();
    for (let n = 0; n < 10; n += 1) expect(await guess(email)).toEqual({ kind: "refused" });
    expect(await guess(email)).toEqual({ kind: "slowed", seconds: 15 });
    expect(await guess(email, somewhere(), secondsLater(5), PASSWORD)).toEqual({
      kind: "slowed",
      seconds: 10,
    });
    expect(await guess(email, somewhere(), secondsLater(16))).toEqual({ kind: "refused" });
    expect(await guess(email, somewhere(), secondsLater(17))).toEqual({ kind: "slowed", seconds: 29 });
  });

  it("an address: ten accounts from one place, and it is slowed, but nobody else", async () => {
    const where = somewhere();
    for (let n = 0; n < 10; n += 1)
      expect(await guess(`victim-${n}@example.com`, where)).toEqual({ kind: "refused" });
    const { email } = await somebody();
    expect(await guess(email, where, NOW, PASSWORD)).toMatchObject({ kind: "slowed" });
    expect(await guess(email, somewhere(), NOW, PASSWORD)).toMatchObject({ kind: "session" });
  });

  it.each([
    ["an account, from everywhere", (n: number) => ({ address: `198.51.100.${n}`, account: 0 })],
    ["an address, of every account", (n: number) => ({ address: "203.0.113.9", account: n })],
  ])("%s: of 40 guesses sent at once ten are looked at", async (_, spread) => {
    const email = (n: number) => `at-once-${n}-${_.length}@example.com`;
    const results = await Promise.all(
      Array.from({ length: 40 }, (__, n) => guess(email(spread(n).account), from(spread(n).address))),
    );
    expect(results.filter((each) => each.kind === "refused")).toHaveLength(10);
    expect(results.filter((each) => each.kind === "slowed")).toHaveLength(30);
  });

  it("is counted across processes and restarts", async () => {
    const { email } = await somebody();
    for (let n = 0; n < 5; n += 1) await guess(email);
    vi.resetModules();
    const another = await import("./sign-in");
    expect(another.signIn).not.toBe(signIn);
    for (let n = 0; n < 5; n += 1) await another.signIn({ email, password: wrong }, somewhere(), NOW);
    expect(await guess(email)).toMatchObject({ kind: "slowed" });
    expect(await another.signIn({ email, password: wrong }, somewhere(), NOW)).toMatchObject({
      kind: "slowed",
    });
  });

  it("is forgiven to who knows the password: the account starts anew, the address gets one back", async () => {
    const { email } = await somebody();
    const where = somewhere();
    for (let n = 0; n < 9; n += 1) await guess(email, where);
    expect(await guess(email, where, NOW, PASSWORD)).toMatchObject({ kind: "session" });
    for (let n = 0; n < 9; n += 1) expect(await guess(email)).toEqual({ kind: "refused" });
    expect(await guess(email, somewhere(), NOW, PASSWORD)).toMatchObject({ kind: "session" });
    expect(await guess("another@example.com", where)).toEqual({ kind: "refused" });
    expect(await guess("another@example.com", where)).toMatchObject({ kind: "slowed" });
  });

  it("is forgotten after an hour without a failure", async () => {
    const { email } = await somebody();
    for (let n = 0; n < 10; n += 1) await guess(email);
    for (let n = 0; n < 10; n += 1) {
      expect(await guess(email, somewhere(), secondsLater(HOUR + 1))).toEqual({ kind: "refused" });
    }
    expect(await guess(email, somewhere(), secondsLater(HOUR + 1))).toMatchObject({
      kind: "slowed",
      seconds: 15,
    });
  });
});

describe("a session", () => {
  const begin = async () => {
    const { email } = await somebody();
    const result = await signIn({ email, password: PASSWORD }, somewhere(), NOW);
    if (result.kind !== "session") throw new RangeError("the password is right");
    return result;
  };
  const lastSeen = async (id: string) => (await db().session.findUniqueOrThrow({ where: { id } })).lastSeenAt;

  it.each([
    [HOUR - 1, true],
    [HOUR, false],
  ])("unused for %i s: still there is %s", async (seconds, there) => {
    const { sessionId } = await begin();
    expect((await loadSession(sessionId, secondsLater(seconds))) !== null).toBe(there);
  });

  it("used all the time ends after 12 hours", async () => {
    const { sessionId } = await begin();
    for (let minutes = 30; minutes < 12 * 60; minutes += 30) {
      expect(await loadSession(sessionId, secondsLater(minutes * MINUTE))).not.toBeNull();
    }
    expect(await loadSession(sessionId, secondsLater(12 * HOUR - 1))).not.toBeNull();
    expect(await loadSession(sessionId, secondsLater(12 * HOUR))).toBeNull();
  });

  it("is noted as used once a minute, not at every request, and never backwards", async () => {
    const { sessionId } = await begin();
    await loadSession(sessionId, secondsLater(59));
    expect(await lastSeen(sessionId)).toEqual(NOW);
    await loadSession(sessionId, secondsLater(61));
    expect(await lastSeen(sessionId)).toEqual(secondsLater(61));
    await loadSession(sessionId, secondsLater(30));
    expect(await lastSeen(sessionId)).toEqual(secondsLater(61));
  });

  it("lasts as long as the configuration says", async () => {
    const { sessionId } = await begin();
    await withEnv({ SESSION_IDLE_MINUTES: 5 }, async () => {
      expect(await loadSession(sessionId, secondsLater(6 * MINUTE))).toBeNull();
    });
    expect(env().SESSION_IDLE_MINUTES).toBe(60);
    expect(await loadSession(sessionId, secondsLater(6 * MINUTE))).not.toBeNull();
  });

  it("ended is gone at once, with an audit event, and only once", async () => {
    const { sessionId, personId } = await begin();
    await Promise.all([endSession(sessionId, NOW, "r"), endSession(sessionId, NOW, "r")]);
    expect(await loadSession(sessionId, NOW)).toBeNull();
    const ended = { subjectId: personId, action: "session.ended" };
    expect(await db().auditEvent.count({ where: ended })).toBe(1);
  });
});
