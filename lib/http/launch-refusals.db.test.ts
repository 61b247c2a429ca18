import { beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "../auth/passwords";
import type { Launch } from "../contracts/launches";
import { db } from "../db/client";
import { aPerson, aService, type SignedIn } from "../testing/factories";
import { type OperationName, send, signedIn, tokenOf } from "../testing/http";

const PASSWORD = "a sentence of mine";
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let service: Awaited<ReturnType<typeof aService>>;
let people: Record<"admin" | "lead" | "signer" | "deputy" | "executive" | "stranger", SignedIn>;
let as: Record<keyof typeof people, string>;
let launch: Launch;
const ask = async (
  name: OperationName,
  who: keyof typeof people,
  body?: unknown,
  more: Record<string, string> = {},
) => {
  const reply = await send(name, { as: as[who], params: { launch: launch?.id ?? "", ...more }, body });
  return { ...reply, body: reply.body as Launch & Record<string, unknown> };
};
const answer = async (question: string, verdict: string) => {
  const key = { serviceId: service.id, questionKey: question };
  const row = await db().answer.findUnique({ where: { serviceId_questionKey: key } });
  const body = { verdict, reason: "It is so.", expectedVersion: row?.version ?? 0 };
  const params = { service: service.slug, question };
  return (await send("saveAnswer", { as: as.lead, params, body })).status;
};
const shown = async () => (await ask("loadLaunch", "lead")).body.revision;
const go = (revision: string, some: object = {}) => ({
  ...{ role: "engineering", decision: "go", revision },
  ...some,
});
const no = (revision: string) =>
  go(revision, { decision: "no_go", comment: "Not yet.", lookAgainOn: day(3) });
const leaveAlone = (who: keyof typeof people) =>
  db().session.update({
    where: { id: people[who].sessionId },
    data: { authenticatedAt: new Date(Date.now() - 16 * 60_000) },
  });

beforeEach(async () => {
  service = await aService({ tier: 4, lifecycle: "launching" });
  people = {
    ...{ admin: service.admin, lead: service.lead, signer: await aPerson({ name: "Ana Kirsch" }) },
    ...{ deputy: await aPerson(), executive: await aPerson({ executive: true }), stranger: await aPerson() },
  };
  const passwordHash = await hashPassword(PASSWORD);
  await db().person.update({ where: { id: people.executive.person.id }, data: { passwordHash } });
  const cookies: [string, string][] = [];
  for (const [who, person] of Object.entries(people)) cookies.push([who, await signedIn(person)]);
  as = Object.fromEntries(cookies) as typeof as;
  const planned = await send("createLaunch", {
    as: as.lead,
    body: {
      ...{ title: "Checkout 3", services: [service.slug], targetDate: day(20) },
      ...{ facilitator: people.lead.person.id, signers: { engineering: people.signer.person.id } },
      deputies: { engineering: people.deputy.person.id },
    },
  });
  launch = planned.body as Launch;
});

describe("planning a launch (L1)", () => {
  it("refuses in the order 400, 403, 422, naming the field", async () => {
    const body = { title: "Checkout 4", services: [service.slug], targetDate: day(20) };
    const facilitator = people.lead.person.id;
    const plan = async (who: keyof typeof people, some: object) => {
      const { status, body: reply } = await ask("createLaunch", who, { ...body, facilitator, ...some });
      return [status, (reply.errors as { field: string }[] | undefined)?.[0]?.field];
    };
    expect(await plan("lead", { targetDate: "soon" })).toEqual([400, "targetDate"]);
    expect(await plan("lead", { services: [] })).toEqual([400, "services"]);
    expect((await plan("stranger", {}))[0]).toBe(403);
    expect(await plan("lead", { services: [service.slug, "nowhere"] })).toEqual([422, "services.1"]);
    expect(await plan("lead", { signers: { executive: facilitator } })).toEqual([422, "signers.executive"]);
    await db().person.update({ where: { id: people.stranger.person.id }, data: { disabledAt: new Date() } });
    expect(await plan("lead", { facilitator: people.stranger.person.id })).toEqual([422, "facilitator"]);
    expect((await ask("loadLaunch", "stranger")).status).toBe(401);
    expect((await plan("lead", {}))[0]).toBe(201);
  });

  it("answers a version that no longer exists with what is, and changes nothing once it is closed", async () => {
    expect(await ask("editLaunch", "lead", { title: "Mine", expectedVersion: 9 })).toMatchObject({
      ...{ status: 409, body: { code: "conflict", current: { title: "Checkout 3", version: 1 } } },
    });
    expect((await ask("editLaunch", "stranger", { title: "Mine", expectedVersion: 1 })).status).toBe(403);
    expect(await ask("closeLaunch", "lead", { as: "called_off" })).toMatchObject({
      ...{ status: 200, body: { state: "called_off", launchedWithoutGo: false } },
    });
    const closed = { status: 409, body: { code: "launch_closed" } };
    expect(await ask("editLaunch", "lead", { title: "Mine", expectedVersion: 2 })).toMatchObject(closed);
    expect(await ask("closeLaunch", "lead", { as: "launched" })).toMatchObject(closed);
    expect(await ask("addNote", "lead", { text: "Late." })).toMatchObject(closed);
    expect((await ask("correctMinutes", "lead", { text: "Late." })).status).toBe(201);
  });
});

describe("signing (L3)", () => {
  it("refuses in the order of the rule, from a no_go that says nothing to blockers that are open", async () => {
    const revision = await shown();
    const sign = (who: keyof typeof people, body: object) => ask("signOff", who, body);
    const bare = { role: "engineering", decision: "no_go", revision };
    expect(await sign("signer", bare)).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: "comment" }, { field: "lookAgainOn" }] } },
    });
    await leaveAlone("signer");
    const forbidden = { status: 403, body: { code: "forbidden" } };
    for (const who of ["stranger", "lead", "admin", "executive"] as const)
      expect(await sign(who, go(revision)), who).toMatchObject(forbidden);
    expect(await sign("signer", go(revision, { role: "product" }))).toMatchObject(forbidden);
    expect(await sign("signer", go("unheard of"))).toMatchObject({
      ...{ status: 403, body: { code: "reauthentication_required" } },
    });
    await db().session.update({
      where: { id: people.signer.sessionId },
      data: { authenticatedAt: new Date() },
    });
    expect(await sign("signer", go("unheard of"))).toMatchObject({
      ...{ status: 409, body: { code: "unknown_revision" } },
    });
    const blockers = launch.blockers.map(({ question }) => ({ service: service.slug, question }));
    expect(await sign("signer", go(revision))).toMatchObject({
      ...{ status: 422, body: { code: "blockers_open", blockers } },
    });
    for (const { question } of blockers) await answer(question, "yes");
    const good = await shown();
    const [question = ""] = blockers.map((each) => each.question);
    await answer(question, "no");
    expect(await sign("signer", go(good))).toMatchObject({
      status: 409,
      body: {
        ...{ code: "state_worse", revision: await shown() },
        worse: [{ code: "verdict_worse", service: service.slug, question, before: "yes", after: "no" }],
      },
    });
    expect(await sign("signer", no(good))).toMatchObject({ status: 201, body: { outcome: "no_go" } });
    expect(await sign("deputy", go(good))).toMatchObject({
      ...{ status: 409, body: { code: "signed_by_other" } },
    });
    expect((await sign("signer", no(good))).status).toBe(200);
    await ask("closeLaunch", "lead", { as: "called_off" });
    expect(await sign("deputy", go("unheard of"))).toMatchObject({
      ...{ status: 409, body: { code: "launch_closed" } },
    });
  });

  it("is never done by a token, which reads and adds notes", async () => {
    const revision = await shown();
    const { headers } = await tokenOf(people.signer.person.id, ["read", "answer", "manage"]);
    const by = (name: OperationName, body?: unknown) =>
      send(name, { headers, params: { launch: launch.id, role: "engineering", signOff: launch.id }, body });
    expect((await by("loadLaunch")).status).toBe(200);
    expect((await by("addNote", { text: "By a script." })).status).toBe(201);
    expect((await by("signOff", go(revision))).status).toBe(403);
    expect((await by("overrule", { reason: "So.", password: PASSWORD })).status).toBe(403);
    expect((await by("closeLaunch", { as: "called_off" })).status).toBe(403);
  });

  it("is kept by its key: the same again gets the first reply, another body none", async () => {
    for (const { question } of launch.blockers) await answer(question, "yes");
    const revision = await shown();
    const by = (body: unknown) =>
      send("signOff", {
        ...{ as: as.signer, params: { launch: launch.id }, body },
        headers: { "idempotency-key": "one" },
      });
    expect(await by(go(revision))).toMatchObject({ status: 201, body: { outcome: "go" } });
    expect(await by(go(revision))).toMatchObject({ status: 201, body: { outcome: "go" } });
    expect((await by(no(revision))).status).toBe(422);
    expect(await db().signOff.count({ where: { launchId: launch.id } })).toBe(1);
  });
});

describe("deciding about gaps, and naming who signs (L2, L6)", () => {
  it("refuse without the right to the answer, beside another version, and for days that do not fit", async () => {
    const [question = ""] = launch.blockers.map((each) => each.question);
    const on = { service: service.slug, question };
    const dispose = (who: keyof typeof people, body: object) => ask("disposeOfGap", who, { ...on, ...body });
    const fixed = { kind: "fixed", reason: "Seen.", expectedVersion: 0 };
    expect((await dispose("stranger", fixed)).status).toBe(403);
    const handed = { facilitator: people.stranger.person.id, expectedVersion: launch.version };
    expect((await ask("editLaunch", "lead", handed)).status).toBe(200);
    expect((await dispose("stranger", fixed)).status).toBe(403);
    expect((await ask("addNote", "stranger", { text: "I facilitate." })).status).toBe(201);
    expect(await dispose("lead", { ...fixed, expectedVersion: 3 })).toMatchObject({
      ...{ status: 409, body: { code: "conflict", current: { version: 0 } } },
    });
    const accept = { kind: "accept", reason: "The season.", until: day(40) };
    expect((await dispose("lead", accept)).status).toBe(422);
    const later = { kind: "fix_before", owner: people.lead.person.id, dueOn: day(20) };
    const wrong = (field: string) => ({ status: 422, body: { errors: [{ field }] } });
    expect(await dispose("lead", later)).toMatchObject(wrong("dueOn"));
    const given = await dispose("lead", { ...later, dueOn: day(9) });
    expect(given.status).toBe(201);
    const [condition] = given.body.conditions;
    expect(condition).toMatchObject({ ...on, state: "open", dueOn: day(9), metAt: null, late: false });
    const more = { condition: condition?.id ?? "" };
    expect(await ask("editCondition", "lead", { dueOn: day(20) }, more)).toMatchObject(wrong("dueOn"));
    expect((await ask("editCondition", "lead", { dueOn: day(9) }, { condition: launch.id })).status).toBe(
      404,
    );
    const earlier = { targetDate: day(9), expectedVersion: given.body.version };
    expect(await ask("editLaunch", "lead", earlier)).toMatchObject(wrong("targetDate"));
    expect((await ask("carryGaps", "lead", { gaps: [on] })).status).toBe(422);
  });

  it("leave replacing a signer to an admin or executive with a reason", async () => {
    const role = { role: "engineering" };
    const body = { person: people.executive.person.id };
    expect((await ask("putSigner", "stranger", body, role)).status).toBe(403);
    expect((await ask("putSigner", "lead", { ...body, reason: "Ill." }, role)).status).toBe(403);
    expect(await ask("putSigner", "admin", body, role)).toMatchObject({
      ...{ status: 422, body: { errors: [{ field: "reason" }] } },
    });
    expect(await ask("putSigner", "admin", { ...body, reason: "Ill." }, role)).toMatchObject({
      ...{ status: 200, body: { signers: { engineering: body.person } } },
    });
    expect((await ask("putSigner", "lead", body, { role: "product" })).status).toBe(200);
    expect((await ask("putSigner", "lead", body, { role: "nobody" })).status).toBe(404);
  });
});

describe("overruling and closing (L6, L9)", () => {
  it("refuse in their order", async () => {
    const objected = await ask("signOff", "signer", no(await shown()));
    const signOff = objected.body.signOffs[0]?.id ?? "";
    const overrule = (who: keyof typeof people, id = signOff) =>
      ask("overrule", who, { reason: "The fair.", password: PASSWORD }, { signOff: id });
    expect((await overrule("admin")).status).toBe(403);
    expect(await overrule("executive")).toMatchObject({ status: 422, body: { code: "blockers_open" } });
    expect((await overrule("executive", launch.id)).status).toBe(404);
    const launched = { as: "launched" };
    expect((await ask("closeLaunch", "stranger", launched)).status).toBe(403);
    expect((await ask("closeLaunch", "lead", { ...launched, reason: "Now." })).status).toBe(403);
    expect(await ask("closeLaunch", "admin", launched)).toMatchObject({
      ...{ status: 422, body: { code: "reason_needed" } },
    });
    for (const { question } of launch.blockers) await answer(question, "yes");
    expect(await overrule("executive")).toMatchObject({
      ...{ status: 201, body: { outcome: "go", overObjection: true } },
    });
    expect((await overrule("executive")).status).toBe(409);
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    for (const days of [-8, 1])
      expect(await ask("closeLaunch", "lead", { ...launched, at: at(days) })).toMatchObject({
        ...{ status: 422, body: { errors: [{ field: "at" }] } },
      });
    expect(await ask("closeLaunch", "lead", launched)).toMatchObject({
      ...{ status: 200, body: { state: "launched", overObjection: true, launchedWithoutGo: false } },
    });
    expect(await overrule("executive")).toMatchObject({ status: 409, body: { code: "launch_closed" } });
  });
});
