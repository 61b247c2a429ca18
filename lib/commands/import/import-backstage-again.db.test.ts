import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { anAdmin, FILE, LEDGER } from "../../testing/catalogue";
import { resetDatabase } from "../../testing/database";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { deleteService } from "../services/delete-service";
import { editService } from "../services/edit-service";
import { deleteTeam } from "../teams/delete-team";
import { importBackstage } from "./import-backstage";

beforeEach(resetDatabase);

describe("importing a catalogue again after people worked on it", () => {
  it("keeps what it says nothing about: tier, tags, links and dependencies given by hand, a coarser lifecycle", async () => {
    const scope = await anAdmin();
    await importBackstage(scope, { yaml: FILE }, NOON);
    const ledger = await db().service.findUniqueOrThrow({ where: { externalRef: "component:shop/ledger" } });
    const resource = { kind: "service" as const, ...ledger };
    const edit = scopeOf(scope.viewer, "service:edit", resource);
    const links = [{ label: "Runbook", url: "https://example.com/run" }];
    await editService(edit, { tier: 2, lifecycle: "launching", tags: ["public"], links }, daysLater(1));
    const again = await importBackstage(scope, { yaml: FILE }, daysLater(2));
    expect(again.applied).toBe(false);
    expect(await db().service.findUniqueOrThrow({ where: { id: ledger.id } })).toMatchObject({
      tier: 2,
      lifecycle: "launching",
      tags: ["public"],
      links,
    });
  });

  it("lowers a tier with the import as the reason, and makes “not applicable” stale by it (S5)", async () => {
    const scope = await anAdmin();
    await importBackstage(scope, { yaml: FILE }, NOON);
    const lower = FILE.replace('plumbline/tier: "1"', "plumbline/tier: 3");
    const result = await importBackstage(scope, { yaml: lower, file: "all.yaml" }, daysLater(1));
    expect(result.rows.filter((row) => row.action === "change")).toMatchObject([
      { name: "Checkout 🛒", changes: [{ field: "tier", from: "1", to: "3" }] },
    ]);
    const { id, version, scopeChangedAt } = await db().service.findUniqueOrThrow({
      where: { slug: "checkout" },
    });
    expect({ version, scopeChangedAt }).toEqual({ version: 2, scopeChangedAt: daysLater(1) });
    expect(
      await db().serviceFacts.findFirst({ where: { serviceId: id }, orderBy: { id: "desc" } }),
    ).toMatchObject({
      tier: 3,
      reason: "Import of all.yaml",
    });
    const points = await db().readinessPoint.findMany({ where: { serviceId: id }, orderBy: { id: "asc" } });
    expect(points.map(({ cause, tier }) => [cause, tier])).toEqual([
      ["created", 1],
      ["facts", 3],
    ]);
  });

  it("finds a service that was made by hand by its name, and knows it by its reference from then on", async () => {
    const made = await aService({ name: "checkout 🛒", tier: 2 });
    const scope = scopeOf(made.admin, "import:run");
    const result = await importBackstage(scope, { yaml: FILE }, NOON);
    expect(result.rows.find((row) => row.key === "component:shop/checkout")).toMatchObject({
      action: "change",
      slug: made.slug,
      notes: expect.arrayContaining(["Found by its name."]),
      changes: expect.arrayContaining([{ field: "externalRef", from: null, to: "component:shop/checkout" }]),
    });
    expect((await importBackstage(scope, { yaml: FILE }, daysLater(1))).applied).toBe(false);
  });

  it("leaves out a deleted service as long as it can be restored, then makes a new one; a deleted team comes anew", async () => {
    const scope = await anAdmin();
    await importBackstage(scope, { yaml: LEDGER.replace("  dependsOn: [checkout]\n", "") }, NOON);
    const ledger = await db().service.findUniqueOrThrow({ where: { slug: "ledger" } });
    const resource = { kind: "service" as const, ...ledger };
    await deleteService(scopeOf(scope.viewer, "service:delete", resource), daysLater(1));
    const soon = await importBackstage(scope, { yaml: LEDGER }, daysLater(2));
    expect(soon).toMatchObject({
      applied: false,
      rows: [{ action: "skip", slug: "ledger", reason: "It was deleted here: restore it first." }],
    });
    const team = { kind: "team" as const, id: ledger.teamId, slug: "bookkeepers", teamId: ledger.teamId };
    await deleteTeam(scopeOf(scope.viewer, "team:delete", team), daysLater(3));
    const late = await importBackstage(scope, { yaml: LEDGER }, daysLater(40));
    expect(late.counts).toMatchObject({ create: 2, error: 0 });
    expect(late.rows.map((row) => row.slug)).toEqual(["bookkeepers-2", "ledger-2"]);
    expect(await db().service.findUniqueOrThrow({ where: { id: ledger.id } })).toMatchObject({
      externalRef: null,
    });
  });
});
