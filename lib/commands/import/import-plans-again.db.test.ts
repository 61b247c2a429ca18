import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { text } from "../../testing/awkward-portfolio";
import { resetDatabase } from "../../testing/database";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { saveAnswer } from "../answers/save-answer";
import { planGap } from "../gaps/plan-gap";
import { importCsv } from "./import-csv";

const QUESTION = "simultaneous-edits-kept";

/** A gap that was planned and done, closed, and opened again: by a worse answer, or by age (S5). */
async function aReopenedGap(by: "answer" | "age") {
  const made = await aService();
  const save = scopeOf(made.member, "answer:save", made.resource);
  const done = { owner: made.lead.person.id, dueOn: "2026-07-31", note: "Old.", state: "done" as const };
  await saveAnswer(save, QUESTION, { verdict: "no", expectedVersion: 0 }, NOON);
  await planGap(scopeOf(made.member, "gap:plan", made.resource), QUESTION, done, daysLater(1));
  await saveAnswer(save, QUESTION, { verdict: "yes", expectedVersion: 1 }, daysLater(2));
  if (by === "answer") await saveAnswer(save, QUESTION, { verdict: "no", expectedVersion: 2 }, daysLater(3));
  const now = by === "answer" ? daysLater(4) : daysLater(4000);
  return { made, now, scope: scopeOf(made.admin, "import:run") };
}

describe("the export of a gap that opened again", () => {
  beforeEach(resetDatabase);

  it.each(["answer", "age"] as const)("by %s changes nothing when it is imported", async (by) => {
    const { now, scope } = await aReopenedGap(by);
    const csv = await text("gaps", "csv", {}, now);
    expect(csv).toContain(QUESTION);
    expect(csv).not.toContain("Old.");
    const before = await db().gapPlan.findFirstOrThrow();
    for (const dryRun of [true, false]) {
      const { counts, applied, rows } = await importCsv(scope, { csv, dryRun }, now);
      expect(rows.filter((row) => row.action !== "same")).toEqual([]);
      expect({ ...counts, applied }).toMatchObject({ change: 0, create: 0, applied: false });
    }
    expect(await db().gapPlan.findFirstOrThrow()).toEqual(before);
  });

  it("begins a new plan, with nothing of the old one, on the next version", async () => {
    const { made, now, scope } = await aReopenedGap("answer");
    const csv = `service,question,effort,version\n${made.slug},${QUESTION},3,1\n`;
    expect((await importCsv(scope, { csv }, now)).rows).toMatchObject([
      { action: "change", changes: [{ field: "effortDays", from: null, to: "3" }] },
    ]);
    expect(await db().gapPlan.findFirstOrThrow()).toMatchObject({
      ...{ ownerId: null, dueOn: null, note: "", state: "open", effortDays: 3, version: 2 },
    });
    expect((await importCsv(scope, { csv }, now)).applied).toBe(false);
  });
});
