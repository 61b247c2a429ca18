import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { AFTER, anAdmin, FILE, written } from "../../testing/catalogue";
import { resetDatabase } from "../../testing/database";
import { daysLater, NOON } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { importBackstage } from "./import-backstage";

beforeEach(resetDatabase);

describe("importing a Backstage catalogue", () => {
  it("makes teams and services with what the catalogue says of them, and their dependencies, cycles too", async () => {
    const scope = await anAdmin();
    const result = await importBackstage(scope, { yaml: FILE, file: "catalog-info.yaml" }, NOON);
    expect(result).toMatchObject({ applied: true, counts: { create: 4, error: 0, skip: 0 } });
    expect(result.rows.map(({ kind, name, action, slug }) => [kind, name, action, slug])).toEqual([
      ["team", "bookkeepers", "create", "bookkeepers"],
      ["team", "Payments & Ledger", "create", "payments-ledger"],
      ["service", "Checkout 🛒", "create", "checkout"],
      ["service", "ledger", "create", "ledger"],
    ]);
    const checkout = await db().service.findUniqueOrThrow({
      where: { externalRef: "component:shop/checkout" },
      include: { dependsOn: { include: { dependsOn: true } }, team: true },
    });
    expect(checkout).toMatchObject({
      name: "Checkout 🛒",
      tier: 1,
      lifecycle: "live",
      tags: ["payments", "nodejs"],
      description: "Takes the money.",
      links: [{ label: "Repository", url: "https://github.com/acme/checkout" }],
      team: {
        name: "Payments & Ledger",
        externalRef: "group:shop/payments",
        description: "Money in, money out",
      },
      dependsOn: [{ dependsOn: { slug: "ledger", tier: 3, lifecycle: "building" } }],
    });
    const facts = await db().serviceFacts.findMany({ where: { serviceId: checkout.id } });
    expect(facts).toMatchObject([
      { dependsOn: [checkout.dependsOn[0]?.dependsOnId], at: NOON, deleted: false },
    ]);
    const { current, fold } = await currentAndFold(checkout.id);
    expect(current).toEqual(fold);
    expect(await db().readinessPoint.findMany({ where: { serviceId: checkout.id } })).toMatchObject([
      { cause: "created", tier: 1, lifecycle: "live", standing: "unassessed" },
    ]);
    const events = await db().auditEvent.findMany({ orderBy: { id: "asc" }, select: { action: true } });
    expect(events.map((each) => each.action)).toEqual([
      "team.created",
      "team.created",
      "service.created",
      "service.created",
      "import.run",
    ]);
  });

  it("says in a dry run what it would do, and writes nothing", async () => {
    const scope = await anAdmin();
    const before = await written();
    const dry = await importBackstage(scope, { yaml: FILE, dryRun: true }, NOON);
    expect(await written()).toEqual(before);
    const real = await importBackstage(scope, { yaml: FILE }, NOON);
    expect(dry).toMatchObject({ dryRun: true, applied: false, counts: real.counts });
    expect(dry.rows.map((row) => ({ ...row, slug: null }))).toEqual(
      real.rows.map((row) => ({ ...row, slug: null })),
    );
  });

  it("changes nothing the second time: no event, no version, no point", async () => {
    const scope = await anAdmin();
    await importBackstage(scope, { yaml: FILE }, NOON);
    const before = await written();
    const again = await importBackstage(scope, { yaml: FILE }, daysLater(1));
    expect(again).toMatchObject({ applied: false, counts: { same: 3, create: 0, change: 0, error: 0 } });
    expect(await written()).toEqual(before);
  });

  it("imports one file that is sent twice at once only once", async () => {
    const scope = await anAdmin();
    const both = await Promise.all([
      importBackstage(scope, { yaml: FILE }, NOON),
      importBackstage(scope, { yaml: FILE }, NOON),
    ]);
    expect(both.map((each) => each.applied).sort()).toEqual([false, true]);
    expect(await db().service.count()).toBe(2);
    expect(await db().team.count()).toBe(2);
    expect(await db().auditEvent.count({ where: { action: "import.run" } })).toBe(1);
  });

  it("writes nothing when one document is wrong, and names them all", async () => {
    const scope = await anAdmin();
    const before = await written();
    const yaml = `${FILE}---\nkind: Component\nmetadata: {title: no name}\n---\nkind: Component\nmetadata: {name: orphan}\n`;
    await expect(importBackstage(scope, { yaml }, NOON)).rejects.toMatchObject({
      code: "refused",
      details: {
        message: expect.stringContaining("2 rows cannot be imported, so nothing was."),
        fields: [
          { field: `line:${AFTER}`, message: `Line ${AFTER}: metadata.name is missing.` },
          { field: "component:default/orphan", message: expect.stringContaining("choose a team") },
        ],
        current: { counts: { error: 2, create: 4 } },
      },
    });
    expect(await written()).toEqual(before);
  });

  it("takes what a person corrects by hand: tier, lifecycle, team, leaving out", async () => {
    const scope = await anAdmin();
    const yaml = `${FILE}---\nkind: Component\nmetadata: {name: orphan}\nspec: {owner: "user:mira"}\n---\nkind: Component\nmetadata: 7\n`;
    const corrections = {
      "component:default/orphan": {
        team: "group:shop/payments",
        tier: 2 as const,
        lifecycle: "retired" as const,
      },
      "component:shop/ledger": { skip: true },
      [`line:${AFTER + 4}`]: { skip: true },
    };
    const dry = await importBackstage(scope, { yaml, dryRun: true }, NOON);
    expect(dry.rows.filter((row) => row.action === "error").map((row) => row.key)).toEqual([
      "component:default/orphan",
      `line:${AFTER + 4}`,
    ]);
    const result = await importBackstage(scope, { yaml, corrections }, NOON);
    expect(result.counts).toMatchObject({ error: 0, skip: 2, create: 4 });
    expect(
      await db().service.findMany({ orderBy: { slug: "asc" }, include: { team: true, dependsOn: true } }),
    ).toMatchObject([
      { slug: "checkout", dependsOn: [] },
      { slug: "orphan", tier: 2, lifecycle: "retired", team: { externalRef: "group:shop/payments" } },
    ]);
  });
});
