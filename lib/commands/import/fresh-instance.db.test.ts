import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { text } from "../../testing/awkward-portfolio";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { saveAnswer } from "../answers/save-answer";
import { planGap } from "../gaps/plan-gap";
import { createService } from "../services/create-service";
import { editService } from "../services/edit-service";
import { importBackstage } from "./import-backstage";
import { importCsv } from "./import-csv";

const QUESTION = "simultaneous-edits-kept";
const LATER = daysLater(3);

beforeEach(resetDatabase);
const anAdmin = async () => scopeOf(await aPerson({ admin: true }), "import:run");

describe("the exports of one installation, imported into another", () => {
  it("as they are: services of one name by their short names, the team's name, answers and plans of any version", async () => {
    const made = await aService({ name: "Shop" }, NOON);
    await db().team.update({ where: { id: made.teamId }, data: { name: "Payments & Ledger" } });
    const team = { kind: "team" as const, id: made.teamId, slug: made.teamSlug, teamId: made.teamId };
    const twin = await createService(
      scopeOf(made.admin, "service:create", team),
      { name: "Shop", team: made.teamSlug, tier: 1, lifecycle: "live", dependsOn: [made.slug] },
      NOON,
    );
    expect([made.slug, twin.slug]).toEqual(["shop", "shop-2"]);
    const resource = { ...made.resource, id: twin.id, slug: twin.slug };
    const save = scopeOf(made.member, "answer:save", resource);
    for (const [expectedVersion, verdict] of (["no", "partly", "no"] as const).entries())
      await saveAnswer(save, QUESTION, { verdict, expectedVersion }, daysLater(1, expectedVersion));
    const plan = scopeOf(made.member, "gap:plan", resource);
    await planGap(plan, QUESTION, { note: "First.", expectedVersion: 0 }, daysLater(2));
    const owner = made.lead.person.id;
    await planGap(
      plan,
      QUESTION,
      { note: "Soon.", owner, dueOn: "2026-07-31", expectedVersion: 1 },
      daysLater(2, 1),
    );
    const files = [];
    for (const what of ["services", "answers", "gaps"]) files.push(await text(what, "csv", {}, LATER));
    await resetDatabase();

    const scope = await anAdmin();
    for (const csv of files) {
      const { rows } = await importCsv(scope, { csv }, LATER);
      expect(rows.filter(({ action }) => action === "error")).toEqual([]);
    }
    const services = await db().service.findMany({
      orderBy: { slug: "asc" },
      include: { team: true, answers: true, plans: true, dependsOn: { include: { dependsOn: true } } },
    });
    expect(services).toMatchObject([
      { slug: "shop", name: "Shop", answers: [], dependsOn: [] },
      {
        ...{ slug: "shop-2", name: "Shop", team: { name: "Payments & Ledger", slug: made.teamSlug } },
        answers: [{ verdict: "no", version: 1, savedAt: daysLater(1, 2) }],
        plans: [{ note: "Soon.", ownerId: null, version: 1 }],
        dependsOn: [{ dependsOn: { slug: "shop" } }],
      },
    ]);
    expect(await db().team.count()).toBe(1);
    for (const csv of files) expect((await importCsv(scope, { csv }, daysLater(4))).applied).toBe(false);
  });

  it("the answers of a retired service, once: what is there then is kept", async () => {
    const made = await aService({ name: "Old" }, NOON);
    await saveAnswer(
      scopeOf(made.member, "answer:save", made.resource),
      QUESTION,
      { verdict: "no", expectedVersion: 0 },
      daysLater(1),
    );
    const retire = scopeOf(made.admin, "service:edit", made.resource);
    await editService(retire, { lifecycle: "retired", expectedVersion: 1 }, daysLater(2));
    const services = await text("services", "csv", { lifecycle: ["retired"] }, LATER);
    const answers = await text("answers", "csv", { lifecycle: ["retired"] }, LATER);
    await resetDatabase();

    const scope = await anAdmin();
    await importCsv(scope, { csv: services }, LATER);
    expect((await importCsv(scope, { csv: answers }, LATER)).counts).toMatchObject({ create: 1, error: 0 });
    expect((await importCsv(scope, { csv: answers }, daysLater(4))).applied).toBe(false);
    const csv = `service,question,verdict\n${made.slug},${QUESTION},yes\n`;
    expect(await importCsv(scope, { csv }, daysLater(4))).toMatchObject({
      applied: false,
      rows: [{ action: "skip", reason: expect.stringContaining("is retired") }],
    });
    expect(await db().answer.findMany()).toMatchObject([{ verdict: "no", savedAt: daysLater(1) }]);
  });

  it("a service of the same name that another row means by its short name is not taken for it", async () => {
    const scope = await anAdmin();
    await importCsv(scope, { csv: "name,team\nShop,Front\n" }, NOON);
    const csv = "slug,name,team\nshop-9,Shop,Front\nshop,Shop,Front\n";
    expect((await importCsv(scope, { csv }, NOON)).rows.map(({ action, slug }) => [action, slug])).toEqual([
      ["create", "shop-9"],
      ["same", "shop"],
    ]);
  });

  it("an owner who is nobody here is left out, and said", async () => {
    const made = await aService();
    const csv = `service,question,owner,note\n${made.slug},${QUESTION},ana@elsewhere.example,Soon.\n`;
    const what = "gaps" as const;
    const { rows } = await importCsv(scopeOf(made.admin, "import:run"), { csv, what }, NOON);
    expect(rows).toMatchObject([
      {
        action: "create",
        notes: ["Nobody here has the address “ana@elsewhere.example”: the owner is left out."],
      },
    ]);
  });
});

describe("what a preview says of a file as a whole", () => {
  it("rows without a name and addresses taken for teams are counted and named, columns that nobody reads listed", async () => {
    const csv =
      "name,team,cost centre\nA,ana@example.com,1\n,Front,2\nB,ana@example.com,3\n ,Front,4\nC,Front,5\n";
    const dry = await importCsv(await anAdmin(), { csv, dryRun: true }, NOON);
    expect(dry.findings).toEqual([
      { code: "no_name", rows: 2, text: "2 rows have no name: lines 3 and 5." },
      {
        code: "email_as_team",
        rows: 2,
        text: "An e-mail address is taken for a team: ana@example.com (2 rows).",
      },
    ]);
    expect(dry.unread).toEqual(["cost centre"]);
    expect(dry.rows.filter(({ name }) => name === "(no name)")).toMatchObject([
      { action: "error", reason: "The name is empty." },
      { action: "error", reason: "The name is empty." },
    ]);
  });

  it("each word for a tier or a lifecycle stands there once, and is told once for all its rows", async () => {
    const scope = await anAdmin();
    const csv =
      "name,team,tier,stage\nA,T,P0,In Betrieb\nB,T,Hoch,live\nC,T,p0,in betrieb\nD,T,critical,Prod\n";
    const dry = await importCsv(scope, { csv, dryRun: true }, NOON);
    expect(dry.values).toEqual([
      { field: "tier", value: "P0", rows: 2, to: null, by: "rule" },
      { field: "tier", value: "Hoch", rows: 1, to: null, by: "rule" },
      { field: "tier", value: "critical", rows: 1, to: 1, by: "rule" },
      { field: "lifecycle", value: "In Betrieb", rows: 2, to: null, by: "rule" },
      { field: "lifecycle", value: "live", rows: 1, to: "live", by: "rule" },
      { field: "lifecycle", value: "Prod", rows: 1, to: "live", by: "rule" },
    ]);
    expect(dry.counts.error).toBe(3);
    const values = {
      tier: { p0: 1, hoch: 2, Critical: 3 },
      lifecycle: { "in betrieb": "live" as const, prod: "launching" as const },
    } as const;
    const { counts, values: met } = await importCsv(scope, { csv, values }, NOON);
    expect(counts).toMatchObject({ create: 5, error: 0 });
    expect(met.map(({ to, by }) => [to, by])).toContainEqual([1, "choice"]);
    const services = await db().service.findMany({ orderBy: { name: "asc" } });
    expect(services.map(({ tier, lifecycle }) => [tier, lifecycle])).toEqual([
      [1, "live"],
      [2, "live"],
      [1, "live"],
      [3, "launching"],
    ]);
  });

  it("the same of a catalogue, where a word that nobody knows is assumed until it is told", async () => {
    const scope = await anAdmin();
    const yaml = `kind: Component
metadata: {name: a, annotations: {plumbline/tier: Hoch}}
spec: {owner: t, lifecycle: sunset}
`;
    const dry = await importBackstage(scope, { yaml, dryRun: true }, NOON);
    expect(dry.values).toEqual([
      { field: "tier", value: "Hoch", rows: 1, to: 3, by: "rule" },
      { field: "lifecycle", value: "sunset", rows: 1, to: "building", by: "rule" },
    ]);
    const values = { tier: { hoch: 1 }, lifecycle: { Sunset: "retired" } } as const;
    await importBackstage(scope, { yaml, values }, NOON);
    expect(await db().service.findFirstOrThrow()).toMatchObject({ tier: 1, lifecycle: "retired" });
  });

  it("leaving out a document that cannot be read leaves out that one and no other", async () => {
    const scope = await anAdmin();
    const yaml = Array.from(
      { length: 50 },
      (_, at) => `kind: Group\nmetadata:\n  name: ${at === 24 ? '"' : ""}g${at + 1}\n`,
    ).join("---\n");
    const dry = await importBackstage(scope, { yaml, dryRun: true }, NOON);
    const wrong = dry.rows.filter(({ action }) => action === "error");
    expect(wrong).toMatchObject([{ key: "line:97", line: 97, name: "Document 25" }]);
    const { counts } = await importBackstage(
      scope,
      { yaml, corrections: { "line:97": { skip: true } } },
      NOON,
    );
    expect(counts).toMatchObject({ create: 49, skip: 1, error: 0 });
    expect(await db().team.count()).toBe(49);
  });
});
