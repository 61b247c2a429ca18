import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { changePassword } from "../commands/people/change-password";
import { resetPassword } from "../commands/people/reset-password";
import { db } from "../db/client";
import { aPerson, scopeOf } from "../testing/factories";
import type { Tried } from "../testing/sign-in-process";
import { hashPassword } from "./passwords";
import { personResource } from "./resources";
import type { SignIn } from "./sign-in";

// Two more processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const PASSWORD = "correct horse battery";
const WRONG = "wrong password, sorry";

/** A Plumbline in a process of its own. */
class Process {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  constructor() {
    const program = ["--conditions=react-server", "--import", "tsx", "lib/testing/sign-in-process.ts"];
    const env = { ...process.env, LOG_LEVEL: "silent" };
    this.child = spawn(process.execPath, program, { env, stdio: ["pipe", "pipe", "inherit"] });
    if (!this.child.stdout) throw new RangeError("a child with pipes has a standard output");
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }
  async tryAll(tried: readonly Tried[]): Promise<SignIn[]> {
    this.child.stdin?.write(`${JSON.stringify(tried)}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error("the process ended");
    return JSON.parse(value) as SignIn[];
  }
  end = () => this.child.kill();
}

let passwordHash: string;
let both: [Process, Process];
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
  both = [new Process(), new Process()];
  // Both are up and have connections before anything is to happen at once.
  const first = { email: "nobody@example.com", password: WRONG };
  await Promise.all(both.map((each) => each.tryAll([{ ...first, address: somewhere() }])));
});
afterAll(() => {
  for (const each of both ?? []) each.end();
});

async function somebody() {
  const viewer = await aPerson();
  await db().person.update({ where: { id: viewer.person.id }, data: { passwordHash } });
  return viewer;
}
async function people(count: number): Promise<{ email: string }[]> {
  const made = Array.from({ length: count }, () => {
    const id = randomUUID();
    return { id, email: `${id}@example.com`, name: "Ana", passwordHash, createdAt: new Date() };
  });
  await db().person.createMany({ data: made });
  return made;
}
const somewhere = () => `192.0.2.${randomUUID()}`;

/** Tried all at once, every other one by the other process. */
async function atOnce(tried: readonly Tried[]): Promise<SignIn[]> {
  const half = (odd: number) => tried.filter((_, index) => index % 2 === odd);
  return (await Promise.all(both.map((each, odd) => each.tryAll(half(odd))))).flat();
}
async function alone(tried: Tried): Promise<SignIn> {
  const [result] = await both[0].tryAll([tried]);
  if (!result) throw new RangeError("one attempt has one result");
  return result;
}
const count = (results: readonly SignIn[]) => {
  const of = (kind: SignIn["kind"]) => results.filter((each) => each.kind === kind).length;
  return { session: of("session"), refused: of("refused"), slowed: of("slowed") };
};
/** Guesses until the account waits. */
const lock = (email: string) =>
  atOnce(Array.from({ length: 12 }, () => ({ email, password: WRONG, address: somewhere() })));
const enter = async (email: string, device?: string) => {
  const result = await alone({
    email,
    password: PASSWORD,
    address: somewhere(),
    ...(device ? { device } : {}),
  });
  return result.kind === "session" ? result.device : result.kind;
};

describe("two processes on one database", () => {
  it("forty people with the right password from one address at once all get in", async () => {
    const address = somewhere();
    const tried = (await people(40)).map(({ email }) => ({ email, password: PASSWORD, address }));
    expect(count(await atOnce(tried))).toEqual({ session: 40, refused: 0, slowed: 0 });
  });

  it("also where nine wrong ones came before: one after another then", async () => {
    const address = somewhere();
    const guesses = Array.from({ length: 9 }, () => ({ email: `${randomUUID()}@example.com`, address }));
    expect(count(await atOnce(guesses.map((each) => ({ ...each, password: WRONG }))))).toMatchObject({
      refused: 9,
    });
    const tried = (await people(8)).map(({ email }) => ({ email, password: PASSWORD, address }));
    expect(count(await atOnce(tried))).toEqual({ session: 8, refused: 0, slowed: 0 });
  });

  it("one person in forty browsers at once gets in with all of them", async () => {
    const { email } = (await somebody()).person;
    const tried = Array.from({ length: 40 }, () => ({ email, password: PASSWORD, address: somewhere() }));
    expect(count(await atOnce(tried))).toEqual({ session: 40, refused: 0, slowed: 0 });
  });

  it.each([
    ["an account, from everywhere", (n: number) => ({ address: `${n}`, account: "one" })],
    ["from one address, of every account", (n: number) => ({ address: "one", account: `${n}` })],
  ])("of forty guesses sent at once %s, ten are looked at", async (_, spread) => {
    const salt = randomUUID();
    const tried = Array.from({ length: 40 }, (__, n) => ({
      email: `${spread(n).account}-${salt}@example.com`,
      password: WRONG,
      address: `${spread(n).address}-${salt}`,
    }));
    expect(count(await atOnce(tried))).toEqual({ session: 0, refused: 10, slowed: 30 });
  });

  it("the right password among the guesses is not found by guessing faster", async () => {
    const { email } = (await somebody()).person;
    await lock(email);
    const tried = Array.from({ length: 20 }, (_, n) => ({
      email,
      password: n === 11 ? PASSWORD : WRONG,
      address: somewhere(),
    }));
    expect(count(await atOnce(tried))).toEqual({ session: 0, refused: 0, slowed: 20 });
  });
});

describe("a locked account", () => {
  it("is opened by its owner from a browser that signed in before, by nobody from another, and stays locked", async () => {
    const { email } = (await somebody()).person;
    const device = await enter(email);
    await lock(email);
    expect(await enter(email)).toBe("slowed");
    expect(await enter(email, device)).toMatch(/^[0-9a-f-]{36}\./);
    expect(await enter(email)).toBe("slowed");
  });

  it("so it is from an address that is closed", async () => {
    const { email } = (await somebody()).person;
    const device = await enter(email);
    const address = somewhere();
    await atOnce(Array.from({ length: 12 }, (_, n) => ({ email: `${n}${email}`, password: WRONG, address })));
    expect(await alone({ email, password: PASSWORD, address })).toMatchObject({ kind: "slowed" });
    expect(await alone({ email, password: PASSWORD, address, device })).toMatchObject({ kind: "session" });
  });

  it("guessing from such a browser is as slow as from any other, and locks nobody else out", async () => {
    const { email } = (await somebody()).person;
    const [device, another] = [await enter(email), await enter(email)];
    const tried = Array.from({ length: 40 }, () => ({
      email,
      password: WRONG,
      address: somewhere(),
      device,
    }));
    expect(count(await atOnce(tried))).toEqual({ session: 0, refused: 10, slowed: 30 });
    expect(await enter(email, device)).toBe("slowed");
    expect(await enter(email, another)).not.toBe("slowed");
    expect(await enter(email)).not.toBe("slowed");
  });

  it.each([
    ["somebody else's", async () => enter((await somebody()).person.email)],
    ["a forged", async (own: string) => `${own.slice(0, -4)}AAAA`],
    ["a broken", async () => "~~.~%00"],
  ])("is not opened with %s device cookie", async (_, made) => {
    const { email } = (await somebody()).person;
    const device = await made(await enter(email));
    await lock(email);
    expect(await enter(email, device)).toBe("slowed");
  });

  it("nor with one from before the password was changed, or reset", async () => {
    const me = await somebody();
    const { email } = me.person;
    const device = await enter(email);
    const scope = scopeOf(me, "person:edit_self", personResource(me.person.id));
    await changePassword(scope, { current: PASSWORD, next: "another horse battery" }, new Date());
    await lock(email);
    const tried = { email, address: somewhere(), device };
    expect(await alone({ ...tried, password: "another horse battery" })).toMatchObject({ kind: "slowed" });
    const password = await resetPassword(email, new Date());
    await lock(email);
    expect(await alone({ ...tried, password })).toMatchObject({ kind: "slowed" });
  });
});
