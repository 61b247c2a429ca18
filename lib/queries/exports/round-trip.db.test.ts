import { beforeAll, describe, expect, it } from "vitest";
import { importCsv } from "../../commands/import/import-csv";
import { createLaunch } from "../../commands/launches/create-launch";
import { EXPORTS } from "../../contracts/exports";
import { db } from "../../db/client";
import { readTable } from "../../import/read-table";
import { anAwkwardPortfolio, text } from "../../testing/awkward-portfolio";
import { resetDatabase } from "../../testing/database";
import { aPerson, daysLater, NOON, scopeOf } from "../../testing/factories";
import { plannedLaunch } from "../../testing/launches";

describe("a round trip: what is exported and imported again changes nothing", () => {
  let admin: Awaited<ReturnType<typeof anAwkwardPortfolio>>["made"]["admin"];
  beforeAll(async () => {
    await resetDatabase();
    ({
      made: { admin },
    } = await anAwkwardPortfolio());
  });

  it.each(["services", "answers", "gaps"] as const)("%s, byte for byte", async (what) => {
    const csv = await text(what, "csv");
    const events = await db().auditEvent.count();
    const result = await importCsv(scopeOf(admin, "import:run"), { csv }, daysLater(1));
    expect(result.what).toBe(what);
    expect(result.rows.filter((row) => row.action !== "same")).toEqual([]);
    expect(result.counts.same).toBeGreaterThanOrEqual(what === "services" ? 3 : 40);
    expect(result.applied).toBe(false);
    expect(await db().auditEvent.count()).toBe(events);
    const pasted = csv.replaceAll("\r\n", "\n");
    expect(pasted).not.toBe(csv);
  });

  it("no cell of any export begins like a formula", async () => {
    const { slug, teamId } = await db().service.findFirstOrThrow({
      where: { lifecycle: { not: "retired" }, deletedAt: null },
    });
    const facilitator = admin.person.id;
    for (const title of ['=HYPERLINK("https://example.com")', "+1"])
      await createLaunch(
        scopeOf(admin, "launch:create", plannedLaunch(teamId, facilitator)),
        { title, services: [slug], targetDate: "2026-07-01", facilitator },
        NOON,
      );
    for (const what of EXPORTS) {
      const csv = await text(what, "csv");
      expect(csv).toMatch(/"?'=HYPERLINK/);
      const cells = readTable(csv).rows.flatMap((row) => row.cells);
      expect(cells.length).toBeGreaterThan(30);
      expect(cells.filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([]);
    }
  });

  it("an installation that knows nothing yet gets the same services from the export", async () => {
    const csv = await text("services", "csv", { lifecycle: ["live", "building"] });
    const before = await db().service.findMany({
      where: { lifecycle: { not: "retired" }, deletedAt: null },
      orderBy: { slug: "asc" },
    });
    await resetDatabase();
    const scope = scopeOf(await aPerson({ admin: true }), "import:run");
    await importCsv(scope, { csv }, NOON);
    const after = await db().service.findMany({ orderBy: { slug: "asc" } });
    const facts = ({ name, description, tier, lifecycle, tags, links }: (typeof after)[number]) => ({
      ...{ name: name.trim(), description, tier, lifecycle, links },
      tags: [...tags].sort(),
    });
    expect(after.map(facts)).toEqual(before.map(facts));
    expect(await importCsv(scope, { csv: csv.replace(/^slug/, "was"), dryRun: true }, NOON)).toMatchObject({
      counts: { same: 2 },
    });
  });
});
