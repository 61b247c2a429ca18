import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth/viewer";
import { db } from "../../db/client";
import { inTransaction } from "../../db/transaction";
import { noteOutcomes } from "../../jobs/note-outcomes";
import { loadGaps } from "../../queries/gaps/gaps";
import { aService, daysLater, scopeOf } from "../../testing/factories";
import { aLaunch, decide, type LaunchInTest, launchScope, look } from "../../testing/launches";
import { disposeOfGap } from "./dispose-of-gap";
import { editCondition } from "./edit-condition";
import { editLaunch } from "./edit-launch";
import { writeReview } from "./write-text";

let planned: LaunchInTest;
beforeEach(async () => {
  planned = await aLaunch({ tier: 4 });
});

const toFix = async (question: string, service: string, now: Date, owner = planned.service.lead.person.id) =>
  disposeOfGap(
    await launchScope(planned.id, planned.service.admin, "launch:dispose"),
    { service, question, kind: "fix_before", owner, dueOn: "2026-06-25" },
    now,
  );

describe("a launch that is recorded afterwards (L9)", () => {
  it("counts what was signed and decided by then, not since", async () => {
    const [question = "", ...rest] = planned.blockers;
    for (const each of rest) await planned.answer(each, "yes", daysLater(0, 1));
    const { admin, slug } = planned.service;
    await toFix(question, slug, daysLater(1));
    const { revision } = await look(planned, daysLater(1, 1_000));
    await decide(planned, "engineering", "go", revision, daysLater(1, 2_000));
    await planned.answer(question, "yes", daysLater(1, 3_000));
    expect(await look(planned, daysLater(1, 4_000))).toMatchObject({ outcome: "go" });
    const before = { as: "launched" as const, at: daysLater(0, 60_000).toISOString() };
    await expect(planned.close(before, daysLater(2))).rejects.toMatchObject({ code: "forbidden" });
    const closed = await planned.close({ ...before, reason: "It was urgent." }, daysLater(2), admin);
    expect(closed).toMatchObject({
      ...{ outcome: "pending", launchedWithoutGo: true, signOffs: [], dispositions: [], conditions: [] },
      blockers: [{ question, disposition: null }],
    });
  });

  it("is on the go that it was on then, whatever was decided or came later", async () => {
    const [question = "", ...rest] = planned.blockers;
    const { admin, slug } = planned.service;
    for (const each of rest) await planned.answer(each, "yes", daysLater(0, 1));
    const other = await aService({ tier: 4, lifecycle: "building" });
    const { conditions } = await toFix(question, slug, daysLater(0, 2));
    const { revision } = await look(planned, daysLater(0, 3));
    await decide(planned, "engineering", "go", revision, daysLater(0, 4));
    const scope = () => launchScope(planned.id, admin, "launch:dispose");
    await editCondition(await scope(), conditions[0]?.id ?? "", { dueOn: "2026-06-28" }, daysLater(1));
    await planned.answer(question, "yes", daysLater(1, 1));
    const { version } = await db().launch.findUniqueOrThrow({ where: { id: planned.id } });
    await editLaunch(
      await launchScope(planned.id, admin, "launch:edit"),
      { services: [slug, other.slug], what: "More.", reason: "Agreed.", expectedVersion: version },
      daysLater(2),
    );
    expect(await look(planned, daysLater(2, 1))).toMatchObject({ outcome: "pending" });
    const at = daysLater(0, 60_000).toISOString();
    const closed = await planned.close({ as: "launched", at, reason: "As agreed." }, daysLater(3), admin);
    expect(closed).toMatchObject({
      ...{ outcome: "conditional_go", services: [slug], what: "", launchedWithoutGo: true },
      conditions: [{ dueOn: "2026-06-25", state: "open" }],
      signOffs: [{ outOfDate: false }],
    });
    const live = await db().service.findMany({
      where: { slug: { in: [slug, other.slug] }, lifecycle: "live" },
    });
    expect(live.map((each) => each.slug)).toEqual([slug]);
  });
});

describe("a condition (L2, L4)", () => {
  it("of a service that is taken off is withdrawn with it", async () => {
    const other = await aService({ tier: 4, lifecycle: "building" });
    const edit = async (services: string[], now: Date) => {
      const { version } = await db().launch.findUniqueOrThrow({ where: { id: planned.id } });
      const scope = await launchScope(planned.id, planned.service.admin, "launch:edit");
      return editLaunch(scope, { services, expectedVersion: version }, now);
    };
    const added = await edit([planned.service.slug, other.slug], daysLater(1));
    const gap = added.blockers.find(({ service }) => service === other.slug);
    await toFix(gap?.question ?? "", other.slug, daysLater(1, 1_000));
    expect(await edit([planned.service.slug], daysLater(2))).toMatchObject({
      conditions: [{ state: "withdrawn" }],
    });
    expect((await look(planned, daysLater(12))).outcomeReasons.map(({ code }) => code)).not.toContain(
      "condition_overdue",
    );
  });

  it("that is handed over and moved takes the plan of its gap along", async () => {
    const [question = ""] = planned.blockers;
    const { lead, member, slug, admin } = planned.service;
    await planned.answer(question, "no", daysLater(0, 1));
    const { conditions } = await toFix(question, slug, daysLater(0, 2));
    const scope = await launchScope(planned.id, admin, "launch:dispose");
    await editCondition(
      scope,
      conditions[0]?.id ?? "",
      { owner: member.person.id, dueOn: "2026-06-28" },
      daysLater(1),
    );
    const { items } = await loadGaps(scopeOf(lead, "gap:list"), { question, service: [slug] }, daysLater(2));
    expect(items[0]?.plan).toMatchObject({ owner: { id: member.person.id }, dueOn: "2026-06-28" });
  });
});

describe("an outcome that time changes (L4)", () => {
  it("is written down by the job once, dated when it happened", async () => {
    const [question = "", ...rest] = planned.blockers;
    for (const each of rest) await planned.answer(each, "yes", daysLater(0, 1));
    await toFix(question, planned.service.slug, daysLater(0, 2));
    const { revision } = await look(planned, daysLater(0, 3));
    await decide(planned, "engineering", "go", revision, daysLater(0, 4));
    await noteOutcomes(daysLater(12));
    await noteOutcomes(daysLater(12));
    const events = await db().launchEvent.findMany({
      where: { launchId: planned.id, kind: "outcome_changed" },
    });
    expect(events.map(({ at, details }) => [at.toISOString(), (details as { to: string }).to])).toEqual([
      [expect.any(String), "conditional_go"],
      ["2026-06-26T00:00:00.000Z", "pending"],
    ]);
  });

  it("is not written down by the job while somebody changes it", async () => {
    const [question = "", ...rest] = planned.blockers;
    for (const each of rest) await planned.answer(each, "yes", daysLater(0, 1));
    await toFix(question, planned.service.slug, daysLater(0, 2));
    const { revision } = await look(planned, daysLater(0, 3));
    await decide(planned, "engineering", "go", revision, daysLater(0, 4));
    let commit = () => {};
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let saving: Promise<void> | undefined;
    await new Promise<void>((saved) => {
      saving = inTransaction(async () => {
        await planned.answer(question, "yes", daysLater(12));
        saved();
        await mayCommit;
      });
    });
    const noting = noteOutcomes(daysLater(12, 10));
    await Promise.race([noting, new Promise((resolve) => setTimeout(resolve, 500))]);
    commit();
    await Promise.all([saving, noting]);
    const events = await db().launchEvent.findMany({
      where: { launchId: planned.id, kind: "outcome_changed" },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ details }) => (details as { to: string }).to)).toEqual(["conditional_go", "go"]);
  });
});

describe("launching without a go (L9)", () => {
  it("takes an admin or executive and a reason, is flagged, and somebody else reviews it within five working days", async () => {
    const { service } = planned;
    await expect(planned.close({ as: "launched", reason: "Now." }, daysLater(1))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(planned.close({ as: "launched" }, daysLater(1), service.admin)).rejects.toMatchObject({
      code: "reason_needed",
    });
    const closed = await planned.close({ as: "launched", reason: "The fair." }, daysLater(1), service.admin);
    // NOON is a Monday
    expect(closed).toMatchObject({ launchedWithoutGo: true, reviewDueOn: "2026-06-23", outcome: "pending" });
    const review = async (who: Viewer) =>
      writeReview(await launchScope(planned.id, who, "launch:review"), { text: "It held." }, daysLater(2));
    await expect(review(service.admin)).rejects.toMatchObject({ code: "refused" });
    const may = async (who: Viewer) => (await look(planned, daysLater(2), who)).can;
    expect(await may(service.admin)).toMatchObject({ review: false, note: false, correct: true });
    expect(await may(service.lead)).toMatchObject({ review: true, note: false, correct: true });
    expect(await review(service.lead)).toMatchObject({ turns: [], can: { review: false } });
    await expect(planned.close({ as: "called_off" }, daysLater(3))).rejects.toMatchObject({
      code: "launch_closed",
    });
  });
});
