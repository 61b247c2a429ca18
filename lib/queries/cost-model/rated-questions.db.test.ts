import { beforeEach, expect, it } from "vitest";
import { db } from "../../db/client";
import { aChecklist, aVersion, aWhole } from "../../testing/checklists";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, NOON, scopeOf } from "../../testing/factories";
import { loadCostModel } from "./cost-model";
import { loadRatedQuestions } from "./rated-questions";

const RARE = { cost: "lost_trust", incidentsPerYear: 30, because: "so" } as const;
const OFTEN = { ...RARE, incidentsPerYear: 90 };
let ours: Awaited<ReturnType<typeof aChecklist>>;
let slug: string;
const read = async () => scopeOf(await aPerson(), "model:read");
const asked = async () =>
  (await loadRatedQuestions(await read())).filter(({ key }) => ["kept", "gone"].includes(key));
const plausible = async () =>
  (await loadCostModel(await read())).plausibility
    .filter(({ checklist }) => checklist === ours.key)
    .map(({ version, warning }) => [version, warning]);

/** A checklist whose version 1 asks two questions, version 2 one of them; a service is still asked version 1. */
beforeEach(async () => {
  await resetDatabase();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  const old = [aWhole({ key: "kept", text: "Old?" }), aWhole({ key: "gone", costs: [OFTEN] })];
  ours = await aChecklist({ questions: old });
  await aVersion(ours.id, {
    number: 2,
    questions: [aWhole({ key: "kept", title: "Keep it", text: "New?", costs: [RARE] })],
  });
  await aVersion(ours.id, {
    number: 3,
    status: "draft",
    questions: [aWhole({ key: "gone", text: "Draft?" })],
  });
  await db().questionTitle.create({ data: { checklistId: ours.id, key: "kept", title: "Keep it" } });
  ({ slug } = await aService({}, NOON));
  await db().service.update({ where: { slug }, data: { checklistVersionId: ours.versionId } });
});

it("the questions that have rates are those of the newest versions and of older ones that services are still asked", async () => {
  expect(await asked()).toMatchObject([
    {
      key: "kept",
      title: "Keep it",
      text: "New?",
      costs: [{ cost: "lost_trust", incidentsPerYear: 30 }],
      older: null,
    },
    { key: "gone", older: { name: "Our own", version: 1, services: 1 } },
  ]);
  await db().service.update({ where: { slug }, data: { lifecycle: "retired" } });
  expect((await asked()).map(({ key }) => key)).toEqual(["kept"]);
});

it("rates that nobody would believe are warned of by version, also where only an older one has them", async () => {
  expect(await plausible()).toEqual([
    [2, null],
    [
      1,
      "A tier 1 service asked version 1 of “Our own”, with every question open, would have about 91 incidents a year, more than 60: the rates look too high.",
    ],
  ]);
  await db().service.update({ where: { slug }, data: { lifecycle: "retired" } });
  expect(await plausible()).toEqual([[2, null]]);
});
