import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { importBackstage } from "./import-backstage";
import { importCsv } from "./import-csv";

const _QUESTION = "simultaneous-edits-kept";
const _OTHER = "bad-change-undone";

beforeEach(resetDatabase);
const anAdmin = async () => scopeOf(await aPerson({ admin: true }), "import:run");

describe("importing a spreadsheet of services", () => {
  const SHEET = [
    "Application\tSquad\tCriticality\tStatus\tLabels\tRepo\tDepends on\tVersion",
    "Shop 🛍\tFront\tT1\tProduction\tpublic; Personal data\thttps://example.com/shop\tSearch\t2.4.1",
    'Search\tFront\t"3"\tin development\t\t\t\t',
    "Billing\tBack office\tcritical\tlive\tpayments|batch\t\tshop 🛍, nowhere\t",
  ].join("\r\n");

  it("finds columns by their names, makes teams and services, and changes nothing the second time", async () => {
    const scope = await anAdmin();
    const result = await importCsv(scope, { csv: `\ufeff${SHEET}`, file: "services.xlsx" }, NOON);
    expect(result).toMatchObject({
      applied: true,
      what: "services",
      separator: "\t",
      columns: {
        name: 0,
        team: 1,
        tier: 2,
        lifecycle: 3,
        tags: 4,
        repository: 5,
        dependsOn: 6,
        version: null,
      },
      missing: [],
      counts: { create: 5, error: 0 },
    });
    const services = await db().service.findMany({
      orderBy: { name: "asc" },
      include: { team: true, dependsOn: { include: { dependsOn: true } } },
    });
    expect(
      services.map(({ name, team, tier, lifecycle, tags, links, dependsOn }) => [
        name,
        team.name,
        tier,
        lifecycle,
        tags,
        links,
        dependsOn.map((each) => each.dependsOn.slug),
      ]),
    ).toEqual([
      ["Billing", "Back office", 1, "live", ["payments", "batch"], [], ["shop"]],
      ["Search", "Front", 3, "building", [], [], []],
      [
        "Shop 🛍",
        "Front",
        1,
        "live",
        ["public", "personal_data"],
        [{ label: "Repository", url: "https://example.com/shop" }],
        ["search"],
      ],
    ]);
    expect(result.rows.find((row) => row.name === "Billing")?.notes).toEqual([
      "It depends on nowhere, which is not there: left out.",
    ]);
    const events = await db().auditEvent.count();
    const again = await importCsv(scope, { csv: SHEET }, daysLater(1));
    expect(again).toMatchObject({ applied: false, counts: { same: 3, create: 0, change: 0 } });
    expect(await db().auditEvent.count()).toBe(events);
  });

  it("says what is wrong in each row, writes none of them, and takes corrections by the row's key", async () => {
    const scope = await anAdmin();
    const csv =
      "name;team;tier;lifecycle;links\nA;T;9;live;\nB;;2;soon;\nC;T;1;live;javascript:alert(1)\nA;t;1;live;\n";
    const dry = await importCsv(scope, { csv, dryRun: true }, NOON);
    expect(dry.rows.map(({ key, action, reason }) => [key, action, reason])).toEqual([
      ["team:t", "create", null],
      ["2", "error", "The tier “9” is none of 1, 2, 3, 4: say what it means."],
      ["3", "error", expect.stringMatching(/^No team is named: choose one. The lifecycle “soon” is none of/)],
      ["4", "error", expect.stringContaining("“javascript:alert(1)” is not an address")],
      ["5", "error", "The same service stands on line 2 already."],
    ]);
    await expect(importCsv(scope, { csv }, NOON)).rejects.toMatchObject({ code: "refused" });
    expect(await db().team.count()).toBe(0);
    const corrections = {
      "2": { tier: 2 as const },
      "3": { team: "T", lifecycle: "planned" as const },
      "4": { skip: true },
      "5": { skip: true },
    };
    const real = await importCsv(scope, { csv, corrections }, NOON);
    expect(real.counts).toEqual({ create: 3, change: 0, same: 0, skip: 2, error: 0 });
    expect(
      await db().service.findMany({
        orderBy: { name: "asc" },
        select: { name: true, tier: true, lifecycle: true },
      }),
    ).toEqual([
      { name: "A", tier: 2, lifecycle: "live" },
      { name: "B", tier: 2, lifecycle: "planned" },
    ]);
  });

  it("takes columns that a person names, and says which needed one is missing", async () => {
    const scope = await anAdmin();
    const csv = "Bezeichnung,Gruppe\nKasse,Nord\n";
    expect(await importCsv(scope, { csv, dryRun: true }, NOON)).toMatchObject({
      missing: ["name"],
      rows: [],
      headers: ["Bezeichnung", "Gruppe"],
    });
    await expect(importCsv(scope, { csv }, NOON)).rejects.toMatchObject({
      code: "refused",
      details: { fields: [{ field: "columns.name" }] },
    });
    const columns = { name: "Bezeichnung", team: 1 };
    expect((await importCsv(scope, { csv, columns }, NOON)).rows.map((row) => row.slug)).toEqual([
      "nord",
      "kasse",
    ]);
  });

  it("keeps what empty cells say nothing about, and refuses a row from before somebody else's change", async () => {
    const made = await aService({ name: "Checkout", tags: ["payments"], description: "Takes the money." });
    const scope = scopeOf(made.admin, "import:run");
    const stale = `slug,tags,description,version\n${made.slug},,Takes no money.,7\n`;
    expect((await importCsv(scope, { csv: stale, dryRun: true }, NOON)).rows).toMatchObject([
      { action: "error", reason: expect.stringContaining("version 7 in the file, 1 here") },
    ]);
    const fresh = stale.replace(",7", ",1");
    expect((await importCsv(scope, { csv: fresh }, NOON)).rows).toMatchObject([
      {
        action: "change",
        changes: [{ field: "description", from: "Takes the money.", to: "Takes no money." }],
      },
    ]);
    expect((await importCsv(scope, { csv: fresh }, daysLater(1))).applied).toBe(false);
    expect(await db().service.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      name: "Checkout",
      tags: ["payments"],
      version: 2,
    });
  });

  it("refuses a file with nothing in it, and one of more rows than it may have, saying how to go on", async () => {
    const scope = await anAdmin();
    const run = (csv: string) => importCsv(scope, { csv, dryRun: true }, NOON);
    await expect(run("name,team\n")).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "csv", message: "There is nothing in it to import." }] },
    });
    await expect(run(`name,team\n${"A,T\n".repeat(5001)}`)).rejects.toMatchObject({
      code: "invalid_input",
      details: {
        message: expect.stringMatching(
          /^csv: It has 5,001 rows: import at most 5,000 at once\. Split it team by team/,
        ),
      },
    });
    await expect(run(`service,question,verdict\n${"a,b,no\n".repeat(20_001)}`)).rejects.toMatchObject({
      details: { message: expect.stringContaining("20,001 rows: import at most 20,000 at once.") },
    });
    await expect(importBackstage(scope, { yaml: "# nothing" }, NOON)).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("imports 1,000 services within the time of one transaction", async () => {
    const scope = await anAdmin();
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `Service ${at},Team ${at % 20},${1 + (at % 4)},live,Service ${(at + 1) % 1000}`,
    );
    const csv = `name,team,tier,lifecycle,depends on\n${rows.join("\n")}\n`;
    const result = await importCsv(scope, { csv }, NOON);
    expect(result.counts).toMatchObject({ create: 1020, error: 0 });
    expect(await db().serviceDependency.count()).toBe(1000);
    expect(await db().readinessPoint.count()).toBe(1000);
    expect((await importCsv(scope, { csv }, daysLater(1))).counts).toMatchObject({ same: 1000, create: 0 });
    const lower = csv.replaceAll(",1,live", ",2,live");
    expect((await importCsv(scope, { csv: lower }, daysLater(2))).counts).toMatchObject({
      change: 250,
      same: 750,
    });
  });
});
