import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { checklistVersion } from "../../db/published-questions";
import { applies } from "../../domain/applies";
import { loadScorecardThen } from "../../queries/scorecard/past-service";
import { text } from "../../testing/awkward-portfolio";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { naiveThen } from "../../testing/then";
import { saveAnswer } from "../answers/save-answer";
import { editService } from "../services/edit-service";
import { importCsv } from "./import-csv";

const EXPORTED = daysLater(400);
const QUESTION = "simultaneous-edits-kept";
const HEAD = "service,question,verdict,savedAt,savedBy,savedByEmail,source,token,version,stale\n";

beforeEach(resetDatabase);

/** The only service of the tests as it stands. */
async function standing() {
  const { id } = await db().service.findFirstOrThrow();
  const { current, fold } = await currentAndFold(id);
  expect(current).toEqual(fold);
  const { nextChangeAt, ...state } = current;
  return { id, state, nextChangeAt: nextChangeAt && new Date(nextChangeAt) };
}

/** A service that was answered long ago and not looked after since: what is left of it, and both exports. */
async function anAgedService() {
  const made = await aService({ name: "Checkout", tier: 1 });
  const { checklistVersionId } = await db().service.findFirstOrThrow();
  const { questions } = await checklistVersion(checklistVersionId);
  const asked = questions.filter((each) => applies(each, { tier: 1, tags: [] }));
  const [unfit, last, ...others] = asked.filter((each) => each.reviewAfterDays <= 365);
  const rows = [
    ...others.slice(0, 31).map(({ key }) => [key, "yes", 2]),
    ...others.slice(31, 35).map(({ key }) => [key, "yes", 399]),
  ].map(
    ([key, verdict, day]) =>
      `${made.slug},${key},${verdict},${daysLater(Number(day)).toISOString()},,${made.member.person.email},,,,,https://example.com`,
  );
  const csv = `${HEAD.trim()},evidence\n${rows.join("\n")}`;
  await importCsv(scopeOf(made.admin, "import:run"), { csv }, daysLater(399, 1));
  const save = scopeOf(made.member, "answer:save", made.resource);
  const say = (key = "", verdict: "no" | "not_applicable", at: Date) =>
    saveAnswer(save, key, { verdict, reason: "We looked.", expectedVersion: 0 }, at);
  await say(unfit?.key, "not_applicable", daysLater(399, 2));
  await say(last?.key, "no", EXPORTED);
  const [services, answers] = [
    await text("services", "csv", {}, EXPORTED),
    await text("answers", "csv", {}, EXPORTED),
  ];
  return { made, services, answers };
}

describe("answers that are imported elsewhere", () => {
  it("make nothing better than it is: score, standing and what is stale stay, and so do dates and claims", async () => {
    const { made, services, answers } = await anAgedService();
    const before = await standing();
    expect(before.state).toMatchObject({ stale: 31, standing: "working" });
    const given = await db().answer.findMany({ orderBy: { questionKey: "asc" } });
    await resetDatabase();
    const admin = await aPerson({ admin: true, name: "Bo" });
    const scope = scopeOf(admin, "import:run");
    await importCsv(scope, { csv: services }, EXPORTED);
    const now = daysLater(400, 60_000);
    const { counts, rows } = await importCsv(scope, { csv: answers }, now);
    expect(rows.filter((row) => row.action === "error" || row.action === "skip")).toEqual([]);
    expect(counts.create).toBe(given.length);
    const after = await standing();
    expect(after.state).toEqual(before.state);
    expect(after.nextChangeAt).toEqual(before.nextChangeAt);
    const here = await db().answer.findMany({ orderBy: { questionKey: "asc" } });
    expect(here.map(({ questionKey, savedAt }) => [questionKey, savedAt])).toEqual(
      given.map(({ questionKey, savedAt }) => [questionKey, savedAt]),
    );
    for (const answer of here)
      expect(answer).toMatchObject({
        ...{ source: "import", claimedBy: made.member.person.name, claimedSource: expect.any(String) },
        ...{ savedById: admin.person.id, importedById: admin.person.id, importedAt: now },
      });
    expect(here.map((answer) => answer.claimedSource).sort()).toEqual(
      given.map(({ source }) => source).sort(),
    );
    expect((await importCsv(scope, { csv: answers }, daysLater(401))).applied).toBe(false);
  });

  it("were not here before they were imported, whatever their dates say", async () => {
    const { services, answers } = await anAgedService();
    await resetDatabase();
    const admin = await aPerson({ admin: true });
    const scope = scopeOf(admin, "import:run");
    await importCsv(scope, { csv: services }, daysLater(380));
    const row = await db().service.findFirstOrThrow();
    const resource = {
      kind: "service" as const,
      id: row.id,
      slug: row.slug,
      teamId: row.teamId,
      deletedAt: null,
    };
    await importCsv(scope, { csv: answers }, EXPORTED);
    const read = scopeOf(admin, "service:read", resource);
    const [then, now] = [daysLater(390), daysLater(410)];
    expect(await loadScorecardThen(read, then.toISOString(), now)).toMatchObject({ standing: "unassessed" });
    expect((await naiveThen(row.id, then))?.readiness.answered).toBe(0);
    const points = await db().readinessPoint.findMany({ orderBy: { id: "asc" }, select: { at: true } });
    expect(points.map(({ at }) => at)).toEqual([daysLater(380), EXPORTED]);
    const late = await loadScorecardThen(read, daysLater(401).toISOString(), now);
    const naive = await naiveThen(row.id, daysLater(401));
    expect(late.score).toBe(naive?.readiness.score);
    expect(late.questions.filter((each) => each.stale)).toHaveLength(naive?.readiness.stale ?? -1);
  });

  it("stay stale where they were so for another reason than age, until somebody confirms them", async () => {
    const made = await aService();
    const save = scopeOf(made.member, "answer:save", made.resource);
    const unfit = { verdict: "not_applicable" as const, reason: "No edits.", expectedVersion: 0 };
    await saveAnswer(save, QUESTION, unfit, NOON);
    const edit = scopeOf(made.admin, "service:edit", made.resource);
    await editService(edit, { tags: ["payments"], expectedVersion: 1 }, daysLater(1));
    const [services, answers] = [
      await text("services", "csv", {}, daysLater(2)),
      await text("answers", "csv", {}, daysLater(2)),
    ];
    const before = await standing();
    expect(before.state.stale).toBe(1);
    await resetDatabase();
    const scope = scopeOf(await aPerson({ admin: true }), "import:run");
    await importCsv(scope, { csv: services }, daysLater(2));
    await importCsv(scope, { csv: answers }, daysLater(3));
    expect((await standing()).state).toEqual(before.state);
  });

  it("are of whoever is known here by address, and say who imported them", async () => {
    const made = await aService();
    const csv = `${HEAD}${made.slug},${QUESTION},no,2026-01-31,Lead,${made.lead.person.email.toUpperCase()},token,ci,7,false\n`;
    const { rows } = await importCsv(scopeOf(made.admin, "import:run"), { csv }, daysLater(1));
    expect(rows[0]?.changes).toContainEqual({ field: "savedBy", from: null, to: "Lead, by the token ci" });
    expect(await db().entry.findFirstOrThrow()).toMatchObject({
      ...{ personId: made.lead.person.id, importedById: made.admin.person.id, claimedBy: null },
      ...{ at: daysLater(1), savedAt: new Date("2026-01-31T00:00:00Z"), source: "import" },
      ...{ claimedSource: "token", tokenName: "ci" },
    });
  });
});

describe("dates in a file of answers", () => {
  const rowsOf = async (csv: string, scope: Parameters<typeof importCsv>[0], now = daysLater(9)) =>
    (await importCsv(scope, { csv, dryRun: true }, now)).rows;

  it.each([
    ["2027-01-01", "savedAt: “2027-01-01” is in the future."],
    ["tomorrow", "savedAt: “tomorrow” is not a date"],
    ["0001-01-01", "savedAt: “0001-01-01” is not a date from 1970 on"],
    ["2026-13-01T00:00:00Z", "is not a date"],
  ])("%s is refused, the field named", async (date, reason) => {
    const made = await aService();
    const csv = `${HEAD}${made.slug},${QUESTION},no,${date},Ana,,person,,1,false\n`;
    expect(await rowsOf(csv, scopeOf(made.admin, "import:run"))).toMatchObject([
      { action: "error", reason: expect.stringContaining(reason) },
    ]);
  });

  it("let nothing older take the place of something newer, and something newer take it whatever its version", async () => {
    const made = await aService();
    const scope = scopeOf(made.admin, "import:run");
    const save = scopeOf(made.member, "answer:save", made.resource);
    await saveAnswer(save, QUESTION, { verdict: "no", reason: "Ours.", expectedVersion: 0 }, daysLater(5));
    const row = (verdict: string, day: number) =>
      `${HEAD}${made.slug},${QUESTION},${verdict},${daysLater(day).toISOString()},Ana,,person,,9,false\n`;
    expect(await rowsOf(row("yes", 4), scope)).toMatchObject([
      { action: "skip", reason: expect.stringMatching(/^The answer here is newer, of 2026-06-20 12:00 UTC/) },
    ]);
    expect(await rowsOf(row("no", 4), scope)).toMatchObject([{ action: "same" }]);
    // The answer of that date is the one here: what differs was changed in the file, by whoever imports it, now.
    await importCsv(scope, { csv: row("partly", 5) }, daysLater(6));
    expect(await db().answer.findFirstOrThrow()).toMatchObject({
      ...{
        verdict: "partly",
        savedAt: daysLater(6),
        savedById: made.admin.person.id,
        claimedBy: null,
        version: 2,
      },
    });
    await importCsv(scope, { csv: row("unclear", 7) }, daysLater(8));
    expect(await db().answer.findFirstOrThrow()).toMatchObject({
      ...{
        verdict: "unclear",
        savedAt: daysLater(7),
        importedAt: daysLater(8),
        claimedBy: "Ana",
        version: 3,
      },
    });
    await saveAnswer(save, QUESTION, { verdict: "no", expectedVersion: 3 }, daysLater(10));
    expect(await db().answer.findFirstOrThrow()).toMatchObject({
      ...{ savedAt: daysLater(10), importedAt: null, importedById: null, claimedBy: null, source: "person" },
    });
    expect((await currentAndFold(made.id)).current).toEqual((await currentAndFold(made.id)).fold);
  });
});
