import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../auth/passwords";
import type { Launch } from "../contracts/launches";
import { launchesOperations } from "../contracts/operations/launches";
import { db } from "../db/client";
import { askAs } from "../testing/contract";
import { aPerson, aService } from "../testing/factories";
import { type OperationName, send, signedIn } from "../testing/http";

const PASSWORD = "a sentence of mine";
const EVIDENCE = { label: "The drill", url: "https://example.com/drill" };
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe("every operation of launches answers as its schema says", () => {
  let service: Awaited<ReturnType<typeof aService>>;
  let [as, signer, member] = ["", "", ""];
  const params: Record<string, string> = {};
  const done = new Set<OperationName>();
  const ask = async (name: OperationName, body?: unknown, query?: string, who = as) =>
    (await askAs(name, { as: who, params, body, query }, done)) as unknown as Launch;

  beforeAll(async () => {
    service = await aService({ tier: 4, lifecycle: "launching" });
    const executive = await aPerson({ executive: true, admin: true });
    const passwordHash = await hashPassword(PASSWORD);
    await db().person.update({ where: { id: executive.person.id }, data: { passwordHash } });
    [as, signer, member] = await Promise.all([
      signedIn(executive),
      signedIn(service.lead),
      signedIn(service.member),
    ]);
    await db().organisation.create({
      data: { name: "Acme", timeZone: "Asia/Kathmandu", currency: "EUR", createdAt: new Date() },
    });
  });

  it("from planning over an objection to launching without a go, and its review", async () => {
    const [lead, second] = [service.lead.person.id, service.member.person.id];
    const planned = await ask("createLaunch", {
      ...{ title: "Checkout 3 🚀", services: [service.slug], targetDate: day(20), facilitator: second },
      ...{
        signers: { engineering: lead },
        undo: { how: "flag off", who: "anybody" },
        delayCostPerWeek: 40_000,
      },
    });
    params.launch = planned.id;
    await ask("editLaunch", { what: "One click.", reason: "Agreed.", expectedVersion: planned.version });
    await ask("startMeeting");
    const [first, ...others] = planned.blockers;
    for (const { question } of others)
      await send("saveAnswer", {
        as: signer,
        params: { service: service.slug, question },
        body: { verdict: "yes", reason: "It is so.", evidence: [EVIDENCE], expectedVersion: 0 },
      });
    const plan = { service: service.slug, question: first?.question, kind: "fix_before", owner: second };
    const disposed = await ask("disposeOfGap", { ...plan, dueOn: day(9) }, undefined, member);
    expect(disposed.conditions).toMatchObject([{ state: "open", owner: second, late: false }]);
    params.condition = disposed.conditions[0]?.id ?? "";
    await ask("editCondition", { owner: lead, dueOn: day(10) });
    const gap = disposed.gaps.find(({ blocker }) => !blocker);
    const carried = await ask("carryGaps", { gaps: [{ service: service.slug, question: gap?.question }] });
    expect(carried.carried).toMatchObject({ count: 1, expectedLoss: null });
    params.role = "product";
    await ask("putSigner", { person: second, deputy: lead });
    await ask("addNote", { text: "Noted." });
    await ask("reauthenticate", { password: PASSWORD });
    const { revision } = await ask("loadLaunch");
    const no = { role: "engineering", decision: "no_go", revision, comment: "Not yet.", lookAgainOn: day(3) };
    const refused = await ask("signOff", no, undefined, signer);
    expect(refused).toMatchObject({
      outcome: "no_go",
      outcomeReasons: [{ code: "no_go", role: "engineering" }],
    });
    const again = await send("signOff", { as: signer, params, body: no });
    expect(again).toMatchObject({ status: 200, body: { signOffs: [{ decision: "no_go" }] } });
    params.signOff = refused.signOffs[0]?.id ?? "";
    await db().launchRole.deleteMany({ where: { launchId: planned.id, role: "product" } });
    const overruled = await ask("overrule", { reason: "The fair begins.", password: PASSWORD });
    expect(overruled).toMatchObject({ outcome: "conditional_go", overObjection: true });
    expect(
      (await ask("listLaunches", undefined, `service=${service.slug}&state=open&limit=1`)) as object,
    ).toMatchObject({
      items: [{ title: "Checkout 3 🚀", outcome: "conditional_go", openConditions: 1 }],
    });
    await ask("closeLaunch", { as: "launched", reason: "The fair." });
    await ask("correctMinutes", { text: "It was in the morning." });
    await ask("writeReview", { text: "It held." }, undefined, signer);
    await ask("listLaunchEvents");
    const minutes = (await ask("loadMinutes")) as unknown as { firstLine: string };
    expect(minutes.firstLine).toContain("Jonas Berg");
    const markdown = await send("loadMinutes", { as, params, query: "format=md" });
    expect(markdown).toMatchObject({ status: 200 });
    expect((await ask("listLaunches")) as object).toMatchObject({
      items: [{ state: "launched", overObjection: true }],
    });
    expect([...done].sort()).toEqual(Object.keys(launchesOperations).sort());
  });
});
