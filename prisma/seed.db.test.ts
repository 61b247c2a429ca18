import { expect, it } from "vitest";
import { db } from "../lib/db/client";
import { aVersion, aWhole } from "../lib/testing/checklists";
import { testDatabase } from "../lib/testing/database";
import { withClient } from "../lib/testing/databases";
import { productionReadiness } from "./checklists/production-readiness";
import { type SeededChecklist, seed, seedChecklist, stableId } from "./seed";

const KEY = "production-readiness";
const next = (version: number): SeededChecklist => ({
  key: KEY,
  name: "Production readiness",
  version,
  questions: [aWhole({ key: "of-the-release", meaning: 2 })],
});
const arrive = (version: number) =>
  withClient(testDatabase(), async (client) => {
    await client.query("BEGIN");
    await seedChecklist(client, next(version));
    await client.query("COMMIT");
  });
const versions = async () =>
  db().checklistVersion.findMany({
    where: { checklist: { key: KEY } },
    orderBy: { number: "asc" },
    select: { id: true, number: true, status: true, questions: { select: { key: true, meaning: true } } },
  });

it("a version that comes with a release takes the next free number, beside own versions and an open draft", async () => {
  await aVersion(stableId(KEY), { number: 2 });
  const draft = await aVersion(stableId(KEY), { number: 3, status: "draft" });
  await arrive(2);
  const all = await versions();
  expect(all.map(({ number, status }) => [number, status])).toEqual([
    [1, "published"],
    [2, "published"],
    [3, "draft"],
    [4, "published"],
  ]);
  expect(all[3]).toMatchObject({
    id: stableId(`${KEY}/2`),
    questions: [{ key: "of-the-release", meaning: 2 }],
  });
  expect(all[2]?.id).toBe(draft);
  await arrive(2);
  expect(await versions()).toEqual(all);
  expect(await db().checklist.findMany({ select: { key: true } })).toEqual([{ key: KEY }]);
});

it("an installation that is there gets titles at its next start, in every version, and keeps what it said itself", async () => {
  const checklistId = stableId(KEY);
  const frozen = () =>
    db().question.findMany({ where: { version: { checklistId } }, orderBy: { id: "asc" } });
  const titles = async () => {
    const rows = await db().questionTitle.findMany({ where: { checklistId } });
    return new Map(rows.map(({ key, title }) => [key, title]));
  };
  const before = await frozen();
  await db().questionTitle.deleteMany();
  await db().questionTitle.createMany({
    data: [
      { checklistId, key: "we-know-first", title: "We hear it first" },
      { checklistId, key: "callers-limited", title: "" },
    ],
  });
  await seed(testDatabase());
  await seed(testDatabase());
  const expected = new Map(productionReadiness.questions.map(({ key, title }) => [key, title]));
  expect(await titles()).toEqual(
    expected.set("we-know-first", "We hear it first").set("callers-limited", ""),
  );
  expect(await frozen()).toEqual(before);
});
