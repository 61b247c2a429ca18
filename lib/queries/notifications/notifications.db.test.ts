import { beforeEach, describe, expect, it } from "vitest";
import { planGap } from "../../commands/gaps/plan-gap";
import { disposeOfGap } from "../../commands/launches/dispose-of-gap";
import { putSigner } from "../../commands/launches/put-signer";
import { writeReview } from "../../commands/launches/write-text";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aService, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { aLaunch, decide, type LaunchInTest, launchScope, look } from "../../testing/launches";
import { ask, grant } from "../../testing/waivers";
import { loadNotifications } from "./notifications";

const load = (who: SignedIn, now: Date, query = {}) =>
  loadNotifications(scopeOf(who, "notification:list"), query, now);
/** What waits for somebody: kinds, in order. */
const kinds = async (who: SignedIn, now: Date) => (await load(who, now)).items.map(({ kind }) => kind);

let planned: LaunchInTest;
const go = async (now: Date, who?: SignedIn) =>
  decide(planned, "engineering", "go", (await look(planned, now)).revision, now, who);
/** Lets a gap be fixed by the lead, until 20 June. */
const promise = async (question: string, now: Date) =>
  disposeOfGap(
    await launchScope(planned.id, planned.service.member, "launch:dispose"),
    {
      ...{ service: planned.service.slug, question, kind: "fix_before" },
      ...{ owner: planned.service.lead.person.id, dueOn: "2026-06-20" },
    },
    now,
  );

describe("what waits of a launch", () => {
  beforeEach(async () => {
    planned = await aLaunch({ tier: 4 }, { deputy: true });
  });

  it("is a sign-off for signer and deputy, once nothing is undisposed, and nothing after it", async () => {
    const { signer, deputy, service } = planned;
    expect(await kinds(signer, daysLater(0, 1))).toEqual([]);
    await planned.answerAll("yes", daysLater(0, 2));
    const { items } = await load(signer, daysLater(0, 3));
    expect(items).toEqual([
      {
        ...{ id: `sign:${planned.id}:engineering`, kind: "sign", role: "engineering" },
        launch: { id: planned.id, title: "Checkout 3" },
        ...{ service: null, question: null, waiver: null, since: null },
        ...{ dueOn: "2026-07-01", late: false },
      },
    ]);
    expect(await kinds(deputy, daysLater(0, 3))).toEqual(["sign"]);
    for (const who of [service.member, service.lead, service.admin, await aPerson()])
      expect(await kinds(who, daysLater(0, 3))).toEqual([]);
    await go(daysLater(0, 4));
    for (const who of [signer, deputy]) expect(await kinds(who, daysLater(0, 5))).toEqual([]);
  });

  it("is a sign-off that went out of date, since when, and the condition for who promised it", async () => {
    const { signer, deputy, service, blockers } = planned;
    await planned.answerAll("yes", daysLater(0, 1));
    await go(daysLater(0, 2));
    const [question = ""] = blockers;
    await planned.answer(question, "no", daysLater(1));
    expect(await kinds(signer, daysLater(1, 1))).toEqual([]);
    await promise(question, daysLater(1, 2));
    const again = { kind: "sign_again", since: daysLater(1).toISOString(), dueOn: "2026-07-01" };
    for (const who of [signer, deputy])
      expect((await load(who, daysLater(1, 3))).items).toMatchObject([again]);
    expect((await load(service.lead, daysLater(1, 3))).items).toMatchObject([
      {
        ...{ kind: "condition", launch: { title: "Checkout 3" }, service: { slug: service.slug } },
        ...{ question: { key: question }, dueOn: "2026-06-20", late: false },
      },
    ]);
    expect(await kinds(service.member, daysLater(1, 3))).toEqual([]);
    // Late, it waits once, although its gap is overdue too.
    expect(await load(service.lead, daysLater(6))).toMatchObject({
      ...{ items: [{ kind: "condition", late: true }], total: 1, late: 1 },
    });
    await planned.answer(question, "yes", daysLater(6, 1));
    expect(await kinds(service.lead, daysLater(6, 2))).toEqual([]);
  });

  it("is a no-go of one's own from its day on, and meanwhile nobody's sign-off", async () => {
    const { signer, deputy } = planned;
    await planned.answerAll("yes", daysLater(0, 1));
    const { revision } = await look(planned, daysLater(0, 2));
    await decide(planned, "engineering", "no_go", revision, daysLater(0, 3));
    for (const who of [signer, deputy]) expect(await kinds(who, daysLater(9))).toEqual([]);
    expect((await load(signer, daysLater(10))).items).toMatchObject([
      { kind: "look_again", role: "engineering", dueOn: "2026-06-25", late: false },
    ]);
    expect((await load(signer, daysLater(11))).items).toMatchObject([{ kind: "look_again", late: true }]);
    expect(await kinds(deputy, daysLater(11))).toEqual([]);
    const other = await aPerson();
    await putSigner(
      await launchScope(planned.id, planned.service.admin, "launch:name_signer"),
      "engineering",
      { person: other.person.id, deputy: deputy.person.id, reason: "On leave." },
      daysLater(11, 1),
    );
    expect(await kinds(signer, daysLater(11, 2))).toEqual([]);
    expect(await kinds(other, daysLater(11, 2))).toEqual(["look_again"]);
    await go(daysLater(11, 3), other);
    expect(await kinds(other, daysLater(11, 4))).toEqual([]);
  });

  it("is a launch whose day has passed, for who facilitates it", async () => {
    const { service, signer } = planned;
    await planned.answerAll("yes", daysLater(0, 1));
    await go(daysLater(0, 2));
    expect(await kinds(service.member, daysLater(16))).toEqual([]);
    expect((await load(service.member, daysLater(17))).items).toMatchObject([
      { kind: "close", launch: { id: planned.id }, dueOn: "2026-07-01", late: true },
    ]);
    for (const who of [service.lead, signer]) expect(await kinds(who, daysLater(17))).toEqual([]);
    await planned.close({ as: "launched" }, daysLater(17, 1));
    expect(await kinds(service.member, daysLater(17, 2))).toEqual([]);
  });

  it("is a review, for its facilitator and team, not for who launched without a go", async () => {
    const { service, signer } = planned;
    const leader = await aPerson({ executive: true });
    await planned.close({ as: "launched", reason: "The season begins." }, daysLater(0, 1), service.admin);
    const review = { kind: "review", launch: { id: planned.id }, dueOn: "2026-06-22" };
    for (const who of [service.member, service.lead])
      expect((await load(who, daysLater(0, 2))).items).toMatchObject([review]);
    for (const who of [service.admin, leader, signer]) expect(await kinds(who, daysLater(0, 2))).toEqual([]);
    const scope = await launchScope(planned.id, service.lead, "launch:review");
    await writeReview(scope, { text: "It went well." }, daysLater(0, 3));
    expect(await kinds(service.member, daysLater(0, 4))).toEqual([]);
  });

  it("is a review for other admins and executives, too, where its facilitator launched it", async () => {
    const { service } = planned;
    const leader = await aPerson({ executive: true });
    await db().launch.update({
      where: { id: planned.id },
      data: { facilitatorId: service.admin.person.id },
    });
    await planned.close({ as: "launched", reason: "The season begins." }, daysLater(0, 1), service.admin);
    for (const who of [leader, service.lead]) {
      const { items } = await load(who, daysLater(0, 2));
      expect(items.filter(({ launch }) => launch?.id === planned.id)).toMatchObject([{ kind: "review" }]);
    }
    const { items } = await load(service.admin, daysLater(0, 2));
    expect(items.filter(({ launch }) => launch?.id === planned.id)).toEqual([]);
  });
});

describe("a role that nobody is named for", () => {
  it("waits for who facilitates the launch", async () => {
    planned = await aLaunch({ tier: 2 });
    const { service } = planned;
    expect((await load(service.member, daysLater(0, 1))).items).toMatchObject([
      { kind: "name_signer", role: "product", launch: { id: planned.id }, dueOn: "2026-07-01" },
    ]);
    expect(await kinds(service.lead, daysLater(0, 1))).toEqual([]);
  });
});

describe("a fix that is overdue", () => {
  it("waits for its owner, until it is done", async () => {
    const service = await aService({}, NOON);
    const { lead, member, resource } = service;
    const plan = (fields: object, now: Date) =>
      planGap(scopeOf(member, "gap:plan", resource), "we-know-first", fields, now);
    await plan({ owner: lead.person.id, dueOn: "2026-06-17" }, daysLater(0, 1));
    expect(await kinds(lead, daysLater(2))).toEqual([]);
    expect((await load(lead, daysLater(3))).items).toMatchObject([
      {
        ...{ kind: "gap", launch: null, service: { slug: service.slug, name: "Checkout" } },
        ...{ question: { key: "we-know-first" }, dueOn: "2026-06-17", late: true },
      },
    ]);
    expect(await kinds(member, daysLater(3))).toEqual([]);
    await plan({ state: "done" }, daysLater(3, 1));
    expect(await kinds(lead, daysLater(3, 2))).toEqual([]);
  });
});

describe("a waiver that somebody asked for", () => {
  it("waits for who may decide it, and not for who asked", async () => {
    planned = await aLaunch({ tier: 3 });
    const { service, blockers } = planned;
    const [question = ""] = blockers;
    await planned.answer(question, "no", daysLater(0, 1));
    const leader = await aPerson({ executive: true });
    const waiver = await ask(service.admin, service.resource, { question }, daysLater(0, 2));
    const mine = async (who: SignedIn) =>
      (await load(who, daysLater(0, 3))).items.filter((item) => item.waiver === waiver.id);
    expect(await mine(leader)).toMatchObject([
      {
        ...{ kind: "decide_waiver", service: { slug: service.slug }, question: { key: question } },
        ...{ since: daysLater(0, 2).toISOString(), dueOn: null, launch: null },
      },
    ]);
    for (const who of [service.admin, service.lead, service.member]) expect(await mine(who)).toEqual([]);
    await grant(leader, waiver.id, daysLater(0, 4));
    const { items } = await load(leader, daysLater(0, 5));
    expect(items.filter((item) => item.waiver === waiver.id)).toEqual([]);
  });

  it("is due when the launch is that asks for it", async () => {
    planned = await aLaunch({ tier: 3 });
    const { service, blockers } = planned;
    const [question = ""] = blockers;
    await planned.answer(question, "partly", daysLater(0, 1));
    await disposeOfGap(
      await launchScope(planned.id, service.member, "launch:dispose"),
      {
        ...{ service: service.slug, question, kind: "accept" },
        ...{ reason: "It can wait.", until: "2026-07-10" },
      },
      daysLater(0, 2),
    );
    const { items } = await load(service.admin, daysLater(0, 3));
    expect(items.filter(({ launch }) => launch?.id === planned.id)).toMatchObject([
      { kind: "decide_waiver", dueOn: "2026-07-01", question: { key: question } },
    ]);
  });
});

describe("the list of what waits", () => {
  it("goes on page by page, what is due first before the rest, and refuses a cursor of its own making", async () => {
    const { lead, resource, member } = await aService({}, NOON);
    const questions = ["we-know-first", "simultaneous-edits-kept"];
    for (const [index, question] of questions.entries()) {
      const plan = { owner: lead.person.id, dueOn: `2026-06-1${8 - index}` };
      await planGap(scopeOf(member, "gap:plan", resource), question, plan, daysLater(0, 1));
    }
    const now = daysLater(5);
    const first = await load(lead, now, { limit: 1 });
    const second = await load(lead, now, { limit: 1, cursor: first.nextCursor ?? "" });
    const keys = [...first.items, ...second.items].map(({ question }) => question?.key);
    expect(keys).toEqual([...questions].reverse());
    expect([first.total, second.nextCursor]).toEqual([2, null]);
    await expect(load(lead, now, { cursor: "bm8" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("takes one statement beside the look at what is new, while nothing changes", async () => {
    planned = await aLaunch({ tier: 4 });
    await load(planned.signer, daysLater(20));
    const { statements } = await countStatements(() => load(planned.deputy, daysLater(20, 1)));
    expect(statements, statements.join("\n")).toHaveLength(2);
  });
});
