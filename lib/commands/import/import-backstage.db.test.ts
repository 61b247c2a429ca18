import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { deleteService } from "../services/delete-service";
import { editService } from "../services/edit-service";
import { deleteTeam } from "../teams/delete-team";
import { importBackstage } from "./import-backstage";

const GROUP = `# who pays us
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: payments
  namespace: shop
  description: Money in, money out
spec:
  profile:
    displayName: Payments & Ledger
  type: team
`;
const CHECKOUT = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
  title: Checkout 🛒
  namespace: shop
  description: Takes the money.
  annotations:
    github.com/project-slug: 'acme/checkout'
    plumbline/tier: "1"
  tags: [Payments, nodejs]
spec:
  type: service
  lifecycle: production
  owner: payments
  dependsOn:
    - component:ledger
    - resource:shop/orders-db
`;
const LEDGER = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ledger
  namespace: shop
spec:
  type: service
  lifecycle: experimental
  owner: group:other/bookkeepers
  dependsOn: [checkout]
`;
const FILE = [GROUP, CHECKOUT, LEDGER].join("---\n");
/** The line on which what follows FILE begins, after its `---`. */
const AFTER = FILE.split("\n").length + 1;

async function anAdmin() {
  return scopeOf(await aPerson({ admin: true }), "import:run");
}
const written = async () => ({
  events: await db().auditEvent.count(),
  facts: await db().serviceFacts.count(),
  points: await db().readinessPoint.count(),
  services: await db().service.findMany({ orderBy: { id: "asc" } }),
  teams: await db().team.findMany({ orderBy: { id: "asc" } }),
});

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
