import { beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "../../auth/passwords";
import type { Viewer } from "../../auth/viewer";
import type { LaunchEdit } from "../../contracts/launch-requests";
import { Repeated } from "../../contracts/operation";
import { db } from "../../db/client";
import { readMinutes } from "../../queries/launches/minutes";
import { aPerson, aService, daysLater, scopeOf } from "../../testing/factories";
import { aLaunch, decide, type LaunchInTest, launchScope, look } from "../../testing/launches";
import { deleteService } from "../services/delete-service";
import { editService } from "../services/edit-service";
import { disposeOfGap } from "./dispose-of-gap";
import { editLaunch } from "./edit-launch";
import { overrule } from "./overrule";
import { putSigner } from "./put-signer";

let planned: LaunchInTest;
beforeEach(async () => {
  planned = await aLaunch({ tier: 4 });
});

describe("a tier 4 launch", () => {
  it("is pending, is decided without a meeting, falls when an answer gets worse, and is signed again", async () => {
    const { service, blockers } = planned;
    expect(await look(planned, daysLater(0))).toMatchObject({
      ...{ outcome: "pending", requiredRoles: ["engineering"], state: "open" },
    });
    await planned.answerAll("yes", daysLater(0));
    let launch = await look(planned, daysLater(0, 1000));
    expect(launch.blockers).toEqual([]);
    const go = (now: Date) => decide(planned, "engineering", "go", launch.revision, now);
    expect(await go(daysLater(0, 2000))).toMatchObject({ outcome: "go", outcomeReasons: [] });
    expect(await go(daysLater(0, 3000))).toBeInstanceOf(Repeated);
    const [question = ""] = blockers;
    await planned.answer(question, "no", daysLater(0, 4000));
    launch = await look(planned, daysLater(0, 5000));
    const title = launch.gaps.find((gap) => gap.question === question)?.title;
    expect(launch).toMatchObject({
      outcome: "pending",
      signOffs: [
        { outOfDate: true, because: [{ code: "verdict_worse", question, before: "yes", after: "no" }] },
      ],
      blockers: [{ question, disposition: null }],
    });
    expect(launch.signOffs[0]?.because[0]?.by).toBe(service.member.person.id);
    await expect(go(daysLater(0, 6000))).rejects.toMatchObject({ code: "blockers_open" });
    const dispose = await launchScope(planned.id, service.member, "launch:dispose");
    const owner = service.lead.person.id;
    launch = await disposeOfGap(
      dispose,
      { service: service.slug, question, kind: "fix_before", owner, dueOn: "2026-06-20" },
      daysLater(0, 7000),
    );
    expect(launch.conditions).toMatchObject([{ owner, dueOn: "2026-06-20", state: "open" }]);
    launch = await look(planned, daysLater(0, 8000));
    expect(await go(daysLater(0, 9000))).toMatchObject({ outcome: "conditional_go" });
    await planned.answer(question, "yes", daysLater(1));
    expect(await look(planned, daysLater(1, 1000))).toMatchObject({
      ...{ outcome: "go", conditions: [{ state: "met", late: false }] },
    });
    expect(await planned.close({ as: "launched" }, daysLater(1, 2000))).toMatchObject({
      ...{ state: "launched", outcome: "go", launchedWithoutGo: false, reviewDueOn: null },
    });
    const row = await db().service.findUniqueOrThrow({ where: { id: service.id } });
    expect(row.lifecycle).toBe("live");
    const where = { launchId: planned.id, kind: "outcome_changed" } as const;
    const events = await db().launchEvent.findMany({ where, orderBy: { at: "asc" } });
    expect(events.map(({ at, details }) => [at, details])).toMatchObject([
      [daysLater(0, 2000), { from: "pending", to: "go" }],
      // nobody saved anything on the launch then: the next who does finds it
      [daysLater(0, 4000), { to: "pending", worse: [`“${title}” went from yes to no`] }],
      [daysLater(0, 9000), { to: "conditional_go" }],
      [daysLater(1, 2000), { to: "go" }],
    ]);
  });
});

describe("an objection (L6)", () => {
  it("stands until it is overruled by an executive with their password, and for good once launched so", async () => {
    await planned.answerAll("yes", daysLater(0));
    const { revision } = await look(planned, daysLater(0, 100));
    const objected = await decide(planned, "engineering", "no_go", revision, daysLater(0, 200));
    expect(objected).toMatchObject({
      outcome: "no_go",
      outcomeReasons: [{ code: "no_go", role: "engineering" }],
    });
    const executive = await aPerson({ name: "Inés", executive: true });
    const password = "a sentence of hers";
    const passwordHash = await hashPassword(password);
    await db().person.update({ where: { id: executive.person.id }, data: { passwordHash } });
    const [signOff] = await db().signOff.findMany({ where: { launchId: planned.id } });
    const scope = await launchScope(planned.id, executive, "launch:overrule");
    const reason = "The contract starts on Monday.";
    await expect(
      overrule(scope, signOff?.id ?? "", { reason, password: "wrong" }, daysLater(0, 300)),
    ).rejects.toMatchObject({ code: "refused", details: { wrongSecret: true } });
    const mayOverrule = async (who: Viewer, now: Date) => (await look(planned, now, who)).can.overrule;
    expect(await mayOverrule(executive, daysLater(0, 350))).toBe(true);
    expect(await mayOverrule(planned.service.admin, daysLater(0, 350))).toBe(false);
    const overruled = await overrule(scope, signOff?.id ?? "", { reason, password }, daysLater(0, 400));
    expect(overruled).toMatchObject({ outcome: "go", overObjection: true, can: { overrule: false } });
    const naming = await launchScope(planned.id, planned.service.admin, "launch:name_signer");
    const { signer } = planned;
    const names = { person: signer.person.id, deputy: executive.person.id };
    await expect(putSigner(naming, "engineering", names, daysLater(0, 450))).rejects.toMatchObject({
      ...{ code: "refused", details: { fields: [{ field: "deputy" }] } },
    });
    const [question = ""] = planned.blockers;
    await planned.answer(question, "partly", daysLater(0, 500));
    expect(await look(planned, daysLater(0, 600))).toMatchObject({
      ...{ outcome: "no_go", overObjection: false },
      signOffs: [{ outOfDate: false, overruling: { outOfDate: true, because: [{ code: "verdict_worse" }] } }],
    });
    await planned.answer(question, "yes", daysLater(0, 700));
    await overrule(scope, signOff?.id ?? "", { reason, password }, daysLater(0, 800));
    await planned.close({ as: "launched" }, daysLater(0, 900));
    expect(await look(planned, daysLater(3))).toMatchObject({
      state: "launched",
      outcome: "go",
      overObjection: true,
    });
    expect((await readMinutes(planned.id, daysLater(3))).firstLine).toContain("objection");
  });
});

describe("the plan of a launch", () => {
  const edit = async (
    body: Omit<LaunchEdit, "expectedVersion">,
    now: Date,
    who: Viewer = planned.service.lead,
  ) => {
    const { version } = await db().launch.findUniqueOrThrow({ where: { id: planned.id } });
    const scope = await launchScope(planned.id, who, "launch:edit");
    return editLaunch(scope, { reason: "Agreed.", ...body, expectedVersion: version }, now);
  };

  it("makes a go out of date by other words for what is launched, a service more, an earlier day; not by better ones", async () => {
    await planned.answerAll("yes", daysLater(0));
    const sign = async (now: Date) => {
      const { revision } = await look(planned, now);
      return decide(planned, "engineering", "go", revision, new Date(now.getTime() + 1));
    };
    await sign(daysLater(0, 100));
    expect(await edit({ worth: "Much.", reason: "" }, daysLater(0, 200))).toMatchObject({ outcome: "go" });
    await expect(edit({ what: "One click.", reason: " " }, daysLater(0, 300))).rejects.toMatchObject({
      ...{ code: "refused", details: { fields: [{ field: "reason" }] } },
    });
    const codes = async (body: Omit<LaunchEdit, "expectedVersion">, now: Date) => {
      const after = await edit(body, now);
      const inForce = after.signOffs.find(({ supersededAt }) => supersededAt === null);
      return [after.outcome, inForce?.because.map(({ code }) => code), inForce?.because[0]?.by];
    };
    const by = planned.service.lead.person.id;
    expect(await codes({ what: "One click." }, daysLater(1))).toEqual(["pending", ["what_changed"], by]);
    expect(await sign(daysLater(1, 100))).toMatchObject({ outcome: "go" });
    expect(await codes({ targetDate: "2026-06-30" }, daysLater(2))).toEqual([
      "pending",
      ["date_earlier"],
      by,
    ]);
    expect(await codes({ targetDate: "2026-07-01" }, daysLater(2, 10))).toEqual([
      "pending",
      ["date_earlier"],
      by,
    ]);
    await sign(daysLater(2, 100));
    const other = await aService({ tier: 1, lifecycle: "building" });
    const added = await codes({ services: [planned.service.slug, other.slug] }, daysLater(3));
    expect(added.slice(0, 2)).toEqual(["pending", ["service_added"]]);
    const roles = ["engineering", "reliability", "security", "product"];
    expect((await look(planned, daysLater(3, 10))).requiredRoles).toEqual(roles);
    await edit({ services: [planned.service.slug] }, daysLater(4));
    expect((await look(planned, daysLater(4, 10))).requiredRoles).toEqual(roles);
    await expect(edit({ takeOff: ["security"], reason: "A slip." }, daysLater(5))).rejects.toMatchObject({
      code: "forbidden",
    });
    await edit(
      { takeOff: ["security", "product", "reliability"], reason: "A slip." },
      daysLater(5),
      planned.service.admin,
    );
    expect((await look(planned, daysLater(5, 10))).requiredRoles).toEqual(["engineering"]);
  });

  it("answers a conflict with what is there, and keeps a service from being deleted or retired", async () => {
    const { service } = planned;
    const scope = await launchScope(planned.id, service.lead, "launch:edit");
    await expect(
      editLaunch(scope, { title: "Mine", expectedVersion: 9 }, daysLater(1)),
    ).rejects.toMatchObject({
      ...{ code: "conflict", details: { current: { title: "Checkout 3" } } },
    });
    const message = expect.stringContaining("“Checkout 3”");
    await expect(
      deleteService(scopeOf(service.lead, "service:delete", service.resource), daysLater(1)),
    ).rejects.toMatchObject({ code: "refused", details: { message } });
    await expect(
      editService(
        scopeOf(service.lead, "service:edit", service.resource),
        { lifecycle: "retired" },
        daysLater(1),
      ),
    ).rejects.toMatchObject({ code: "refused", details: { message } });
    await planned.close({ as: "called_off" }, daysLater(1, 10));
    await editService(
      scopeOf(service.lead, "service:edit", service.resource),
      { lifecycle: "retired" },
      daysLater(2),
    );
  });

  it("replaces a signer for a reason, whose no-go stays in the first line", async () => {
    await planned.answerAll("yes", daysLater(0));
    const { revision } = await look(planned, daysLater(0, 100));
    await decide(planned, "engineering", "no_go", revision, daysLater(0, 200));
    const person = planned.deputy.person.id;
    const put = async (who: Viewer, reason?: string) => {
      const scope = await launchScope(planned.id, who, "launch:name_signer");
      return putSigner(scope, "engineering", { person, ...(reason ? { reason } : {}) }, daysLater(1));
    };
    await expect(put(planned.service.lead, "Ill.")).rejects.toMatchObject({ code: "forbidden" });
    await expect(put(planned.service.admin)).rejects.toMatchObject({ code: "refused" });
    expect(await put(planned.service.admin, "Ill.")).toMatchObject({ outcome: "no_go" });
    const now = await look(planned, daysLater(1, 100));
    await expect(decide(planned, "engineering", "go", now.revision, daysLater(1, 200))).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    );
    const signed = await decide(
      planned,
      "engineering",
      "go",
      now.revision,
      daysLater(1, 300),
      planned.deputy,
    );
    expect(signed).toMatchObject({ outcome: "go" });
    const { firstLine, objections } = await readMinutes(planned.id, daysLater(2));
    expect(objections).toMatchObject([{ role: "engineering", replacedBy: { id: person } }]);
    expect(firstLine).toContain("Ana Kirsch");
  });
});
