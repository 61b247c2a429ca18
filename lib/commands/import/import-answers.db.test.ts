import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { saveAnswer } from "../answers/save-answer";
import { planGap } from "../gaps/plan-gap";
import { importCsv } from "./import-csv";

const QUESTION = "simultaneous-edits-kept";
const OTHER = "bad-change-undone";

beforeEach(resetDatabase);
const _anAdmin = async () => scopeOf(await aPerson({ admin: true }), "import:run");

describe("importing answers", () => {
  it("saves them as imported, with one point for the service, and nothing the second time", async () => {
    const made = await aService();
    const scope = scopeOf(made.admin, "import:run");
    const save = scopeOf(made.member, "answer:save", made.resource);
    await saveAnswer(save, QUESTION, { verdict: "no", reason: "Not yet.", expectedVersion: 0 }, NOON);
    const csv = `service,question,verdict,reason,evidence\n${made.name},${QUESTION},Yes,"We can, now.","Test <https://example.com/t>\nhttps://example.com/u"\n${made.slug},${OTHER},n/a,No retries.,\n`;
    const points = await db().readinessPoint.count();
    const result = await importCsv(scope, { csv }, daysLater(1));
    expect(result).toMatchObject({ what: "answers", counts: { create: 1, change: 1 } });
    expect(await db().readinessPoint.count()).toBe(points + 1);
    const entries = await db().entry.findMany({
      where: { source: "import" },
      orderBy: { questionKey: "asc" },
    });
    expect(entries).toMatchObject([
      { questionKey: OTHER, from: null, to: "not_applicable", version: 1, reason: "No retries." },
      {
        questionKey: QUESTION,
        from: "no",
        to: "yes",
        version: 2,
        at: daysLater(1),
        personId: made.admin.person.id,
        evidence: [
          { label: "Test", url: "https://example.com/t" },
          { label: "", url: "https://example.com/u" },
        ],
      },
    ]);
    const { current, fold } = await currentAndFold(made.id);
    expect(current).toEqual(fold);
    expect((await importCsv(scope, { csv }, daysLater(2))).applied).toBe(false);
    expect(await db().entry.count()).toBe(3);
  });

  it.each([
    ["n/a", "", "Say why this is not for us"],
    ["maybe", "", "The verdict “maybe” is none of"],
    ["no", "x".repeat(4001), "The reason or a link is longer than 4,000 characters."],
  ])("refuses the verdict %s with the reason “%.10s”", async (verdict, reason, message) => {
    const made = await aService();
    const csv = `service,question,verdict,reason\n${made.slug},${QUESTION},${verdict},${reason}\n`;
    const { rows } = await importCsv(scopeOf(made.admin, "import:run"), { csv, dryRun: true }, NOON);
    expect(rows).toMatchObject([{ action: "error", reason: expect.stringContaining(message) }]);
  });

  it("takes no answer back, overwrites no newer one, and passes over what does not apply", async () => {
    const made = await aService({ tier: 4 });
    const scope = scopeOf(made.admin, "import:run");
    const save = scopeOf(made.member, "answer:save", made.resource);
    await saveAnswer(save, QUESTION, { verdict: "no", expectedVersion: 0 }, NOON);
    const rows = async (csv: string) => (await importCsv(scope, { csv, dryRun: true }, NOON)).rows;
    const head = "service,question,verdict,version\n";
    expect(await rows(`${head}${made.slug},${QUESTION},unanswered,0\n`)).toMatchObject([{ action: "skip" }]);
    expect(await rows(`${head}${made.slug},${QUESTION},no,0\n`)).toMatchObject([{ action: "same" }]);
    expect(await rows(`${head}${made.slug},${QUESTION},yes,0\n`)).toMatchObject([
      { action: "error", reason: expect.stringContaining("version 0 in the file, 1 here") },
    ]);
    const narrow = await db().question.findFirstOrThrow({ where: { upToTier: { lt: 4 } } });
    expect(await rows(`${head}${made.slug},${narrow.key},yes,\nnowhere,${QUESTION},yes,\n`)).toMatchObject([
      { action: "skip", reason: expect.stringContaining("does not apply") },
      { action: "error", reason: "There is no service “nowhere”." },
    ]);
  });

  it("needs a token that may answer", async () => {
    const made = await aService();
    const { viewer } = scopeOf(made.admin, "import:run");
    const actor = { ...viewer.actor, scopes: ["manage"] as const };
    const scope = scopeOf({ ...viewer, actor }, "import:run");
    const csv = `service,question,verdict\n${made.slug},${QUESTION},no\n`;
    await expect(importCsv(scope, { csv }, NOON)).rejects.toMatchObject({
      code: "forbidden",
      details: { message: 'This token lacks the scope "answer".' },
    });
  });
});

describe("importing plans of gaps", () => {
  it("plans by the owner's address, keeps what cells leave empty, and changes nothing the second time", async () => {
    const made = await aService();
    const scope = scopeOf(made.admin, "import:run");
    const plan = scopeOf(made.member, "gap:plan", made.resource);
    await planGap(plan, QUESTION, { note: "soon", effortDays: 2, expectedVersion: 0 }, NOON);
    const email = made.lead.person.email.toUpperCase();
    const csv = `service,question,owner,due,effort,state,ticket\n${made.slug},${QUESTION},${email},2026-07-31,"1,5",in progress,https://example.com/1\n`;
    const result = await importCsv(scope, { csv }, daysLater(1));
    expect(result).toMatchObject({ what: "gaps", counts: { change: 1 } });
    expect(await db().gapPlan.findFirstOrThrow()).toMatchObject({
      ownerId: made.lead.person.id,
      dueOn: new Date("2026-07-31T00:00:00Z"),
      effortDays: 1.5,
      state: "in_progress",
      ticket: "https://example.com/1",
      note: "soon",
      version: 2,
    });
    expect((await importCsv(scope, { csv }, daysLater(2))).applied).toBe(false);
    expect(await db().auditEvent.count({ where: { action: "gap.planned" } })).toBe(2);
  });

  it.each([
    ["owner", "nobody", "Nobody who can sign in has the address"],
    ["due", "2026-02-30", "is not a due date"],
    ["effort", "0", "is not a number of days"],
    ["ticket", "ftp://example.com", "is not an address"],
    ["state", "later", "is none of open, in_progress, done"],
  ])("refuses %s %s", async (field, value, message) => {
    const made = await aService();
    const csv = `service,question,${field === "state" ? "effort,state" : field}\n${made.slug},${QUESTION},${field === "state" ? "1," : ""}${value}\n`;
    const what = "gaps" as const;
    const { rows } = await importCsv(scopeOf(made.admin, "import:run"), { csv, what, dryRun: true }, NOON);
    expect(rows).toMatchObject([{ action: "error", reason: expect.stringContaining(message) }]);
  });
});
