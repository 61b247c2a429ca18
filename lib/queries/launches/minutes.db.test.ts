import { beforeEach, describe, expect, it } from "vitest";
import { carryGaps } from "../../commands/launches/carry-gaps";
import { disposeOfGap } from "../../commands/launches/dispose-of-gap";
import { editCondition } from "../../commands/launches/edit-condition";
import { db } from "../../db/client";
import { aPerson, daysLater, NOON, type SignedIn } from "../../testing/factories";
import { aLaunch, decide, type LaunchInTest, launchScope, look } from "../../testing/launches";
import { ask, grant, revoke } from "../../testing/waivers";
import { loadLaunchWithEvents } from "./launch";
import { loadMinutesPage, readMinutes } from "./minutes";

let planned: LaunchInTest;
let executive: SignedIn;
let question: string;
beforeEach(async () => {
  await db().person.updateMany({ where: { disabledAt: null }, data: { disabledAt: NOON } });
  planned = await aLaunch({ tier: 4 });
  executive = await aPerson({ name: "Inés", executive: true });
  question = planned.blockers[0] ?? "";
  await planned.answerAll("yes", daysLater(0));
  await planned.answer(question, "no", daysLater(0, 10));
});

const dispose = async (
  now: Date,
  what: { kind: "fix_before"; dueOn: string } | { kind: "accept"; until: string },
) => {
  const { service } = planned;
  const gap = { service: service.slug, question };
  const scope = await launchScope(planned.id, service.member, "launch:dispose");
  const owner = service.lead.person.id;
  const body = what.kind === "accept" ? { ...what, reason: "Rare." } : { ...what, owner };
  return disposeOfGap(scope, { ...gap, ...body }, now);
};
const told = async (now: Date) => {
  const { conditions, dispositions } = await readMinutes(planned.id, now);
  return [...dispositions, ...conditions].map(({ text }) => text).join("\n");
};

describe("conditions in minutes (L4, L9)", () => {
  it("one that another decision took the place of was withdrawn by who decided so, and is not overdue", async () => {
    await dispose(daysLater(0, 20), { kind: "fix_before", dueOn: "2026-06-17" });
    await dispose(daysLater(1), { kind: "fix_before", dueOn: "2026-06-25" });
    const { conditions } = await readMinutes(planned.id, daysLater(4));
    expect(conditions.map(({ state, dueOn }) => [state, dueOn])).toEqual([
      ["withdrawn", "2026-06-17"],
      ["open", "2026-06-25"],
    ]);
    expect(conditions[0]?.text).toMatch(/Withdrawn on 16 June by Li Wen\.$/);
  });

  it("was overdue on an earlier day, then moved", async () => {
    const launch = await dispose(daysLater(0, 20), { kind: "fix_before", dueOn: "2026-06-17" });
    const scope = await launchScope(planned.id, planned.service.member, "launch:dispose");
    await editCondition(scope, launch.conditions[0]?.id ?? "", { dueOn: "2026-06-25" }, daysLater(4));
    expect(await told(daysLater(5))).toMatch(
      /Not done by its day\. Moved on 19 June to 25 June by Li Wen\.$/,
    );
  });

  it("is broken where its gap was answered otherwise after the launch; its page says so too", async () => {
    await dispose(daysLater(0, 20), { kind: "fix_before", dueOn: "2026-06-17" });
    await planned.answer(question, "yes", daysLater(1));
    const { revision } = await look(planned, daysLater(1, 10));
    await decide(planned, "engineering", "go", revision, daysLater(1, 20));
    await planned.close({ as: "launched" }, daysLater(1, 30));
    await planned.answer(question, "partly", daysLater(3));
    const { sinceLaunch, conditions } = await readMinutes(planned.id, daysLater(4));
    expect(sinceLaunch.map(({ text }) => text)).toEqual([
      expect.stringMatching(/is broken: the answer is partly now\.$/),
    ]);
    expect(conditions.map(({ state }) => state)).toEqual(["met"]);
    const scope = await launchScope(planned.id, planned.signer, "launch:read");
    const { events } = await loadLaunchWithEvents(scope, daysLater(4));
    expect(events.at(-1)).toMatchObject({
      kind: "condition_changed",
      details: { change: { change: "broken" } },
    });
  });
});

describe("waivers in minutes (S6, L8, L9)", () => {
  const accepted = async () => {
    const launch = await dispose(daysLater(0, 20), { kind: "accept", until: "2026-07-20" });
    const waiver = launch.dispositions[0]?.waiver ?? "";
    await grant(executive, waiver, daysLater(0, 30));
    return waiver;
  };

  it("one that was renewed did not end: what it renews still counts", async () => {
    await accepted();
    const { service } = planned;
    const renewal = await ask(
      service.member,
      service.resource,
      { question, until: "2026-08-20" },
      daysLater(1),
    );
    await grant(executive, renewal.id, daysLater(2));
    const text = await told(daysLater(3));
    expect(text).not.toContain("no longer");
    expect(text).toMatch(/Inés accepted it until 20 July\. Inés accepted it until 20 August\.$/);
    const { dispositions, blockers } = await look(planned, daysLater(3));
    expect([dispositions.length, blockers]).toEqual([1, []]);
    await revoke(executive, renewal.id, daysLater(4));
    expect(await told(daysLater(5))).toMatch(/Inés no longer accepts it: “It came true\.”$/);
  });

  it("one whose day is over has ended, whether that is written down or not", async () => {
    await accepted();
    expect(await told(daysLater(30))).not.toContain("no longer");
    expect(await told(daysLater(40))).toMatch(/It is no longer accepted\.$/);
    const { blockers } = await look(planned, daysLater(40));
    expect(blockers).toEqual([{ service: planned.service.slug, question, disposition: null }]);
  });
});

describe("minutes", () => {
  it("and the page count what was carried alike: not what was decided about since", async () => {
    const { gaps: open } = await look(planned, daysLater(0, 15));
    const others = open.filter(({ blocker }) => !blocker).slice(0, 2);
    const gaps = others.map(({ service, question: key }) => ({ service, question: key }));
    const scope = await launchScope(planned.id, planned.service.member, "launch:dispose");
    expect((await carryGaps(scope, { gaps }, daysLater(0, 20))).carried.count).toBe(2);
    const [first = { service: "", question: "" }] = gaps;
    const owner = planned.service.lead.person.id;
    const fix = { ...first, kind: "fix_before" as const, owner, dueOn: "2026-06-20" };
    const { carried, gaps: shown } = await disposeOfGap(scope, fix, daysLater(0, 30));
    expect(carried.count).toBe(1);
    expect(shown.filter((gap) => gap.carried)).toMatchObject([gaps[1] ?? {}]);
    expect((await readMinutes(planned.id, daysLater(0, 40))).carried.count).toBe(1);
  });

  it("show nobody a state that could be signed for having been seen", async () => {
    const scope = await launchScope(planned.id, planned.signer, "launch:read");
    await planned.answer(question, "partly", daysLater(1));
    const before = await db().launchRevision.count({ where: { launchId: planned.id } });
    expect(await loadMinutesPage(scope, daysLater(1, 10))).toMatchObject({ state: "open", canCorrect: true });
    expect(await db().launchRevision.count({ where: { launchId: planned.id } })).toBe(before);
  });

  it("say that one person signed what two would have had to, as it was when it was launched", async () => {
    const two = await aLaunch({ tier: 2 }, { signers: ["engineering", "product"] });
    await two.answerAll("yes", daysLater(0));
    await db().person.updateMany({
      where: { id: { not: two.signer.person.id } },
      data: { disabledAt: NOON },
    });
    for (const role of ["engineering", "product"] as const) {
      const { revision } = await look(two, daysLater(0, 100));
      await decide(two, role, "go", revision, daysLater(0, 200));
    }
    const remark = expect.stringContaining("the organisation has no other");
    expect((await readMinutes(two.id, daysLater(1))).remark).toEqual(remark);
    await two.close({ as: "launched" }, daysLater(1));
    await db().person.updateMany({ data: { disabledAt: null } });
    expect((await readMinutes(two.id, daysLater(2))).remark).toEqual(remark);
    expect((await readMinutes(planned.id, daysLater(2))).remark).toBeNull();
  });
});
