import { beforeAll, describe, expect, it } from "vitest";
import { importCsv } from "../../commands/import/import-csv";
import { db } from "../../db/client";
import { checklistVersion } from "../../db/published-questions";
import { applies } from "../../domain/applies";
import { text } from "../../testing/awkward-portfolio";
import { aPerson, daysLater, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";

const TEAMS = 4;
const SERVICES = 140;
let as: string;
let answers = 0;

describe("more than one import may carry", () => {
  beforeAll(async () => {
    const admin = await aPerson({ admin: true });
    as = await signedIn(admin);
    const scope = scopeOf(admin, "import:run");
    const services = Array.from({ length: SERVICES }, (_, at) => `s${at},T${at % TEAMS},1,live`);
    await importCsv(scope, { csv: `name,team,tier,lifecycle\n${services.join("\n")}` }, NOON);
    const { checklistVersionId } = await db().service.findFirstOrThrow();
    const { questions } = await checklistVersion(checklistVersionId);
    const asked = questions.filter((each) => applies(each, { tier: 1, tags: [] }));
    const rows = services.flatMap((_, at) => asked.map(({ key }) => `s${at},${key},no,We looked.`));
    answers = rows.length;
    const csv = `service,question,verdict,reason\n${rows.join("\n")}`;
    expect((await importCsv(scope, { csv }, NOON)).counts).toMatchObject({ create: answers });
  });

  it("is imported in short rows at once, far more than 5,000", () => {
    expect(answers).toBeGreaterThan(5_000);
  });

  it.each(["services", "answers", "gaps"] as const)("%s come back team by team", async (what) => {
    let rows = 0;
    for (let team = 0; team < TEAMS; team += 1) {
      const csv = await text(what, "csv", { team: [`t${team}`] });
      const reply = await send("importCsv", { as, body: { csv } });
      expect(reply).toMatchObject({ status: 200, body: { what, applied: false } });
      const { counts } = reply.body as { counts: Record<string, number> };
      expect(counts).toMatchObject({ create: 0, change: 0, skip: 0, error: 0 });
      rows += counts.same ?? 0;
    }
    expect(rows).toBe(what === "services" ? SERVICES : answers);
  });

  it("is refused as a whole in words that say so, and nothing is changed", async () => {
    const csv = await text("answers", "csv", {}, daysLater(1));
    expect(csv.length).toBeGreaterThan(1_000_000);
    expect(await send("importCsv", { as, body: { csv } })).toMatchObject({
      status: 413,
      body: { detail: expect.stringContaining("Split it team by team") },
    });
    expect(await db().auditEvent.count({ where: { action: "import.run" } })).toBe(2);
  });
});
