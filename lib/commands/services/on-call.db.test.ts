import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { loadServiceThen } from "../../queries/scorecard/past-service";
import { text } from "../../testing/awkward-portfolio";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { importBackstage } from "../import/import-backstage";
import { importCsv } from "../import/import-csv";
import { editService } from "./edit-service";

let service: Awaited<ReturnType<typeof aService>>;
let as: string;
beforeEach(async () => {
  await resetDatabase();
  service = await aService({ name: "Checkout", onCall: "آنا 📟" });
  as = await signedIn(service.member);
});
const edit = (onCall: string, days: number) =>
  editService(scopeOf(service.member, "service:edit", service.resource), { onCall }, daysLater(days));
const patch = async (body: object) => send("editService", { as, params: { service: service.slug }, body });
const kept = async () => (await db().service.findUniqueOrThrow({ where: { id: service.id } })).onCall;

describe("who is on call", () => {
  it("is kept with a new service, and as it was at each time (H3)", async () => {
    expect(service.onCall).toBe("آنا 📟");
    await edit("https://acme.pagerduty.com/schedules/P123", 1);
    await edit("", 2);
    const read = scopeOf(service.member, "service:read", service.resource);
    const at = async (days: number) =>
      (await loadServiceThen(read, daysLater(days).toISOString(), daysLater(9))).onCall;
    expect([await at(0), await at(1.5), await at(3)]).toEqual([
      "آنا 📟",
      "https://acme.pagerduty.com/schedules/P123",
      "",
    ]);
    expect((await loadServiceThen(read, undefined, daysLater(9))).onCall).toBe("");
    const events = await db().auditEvent.findMany({
      where: { action: "service.edited" },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ details }) => details)).toMatchObject([
      { onCall: "https://acme.pagerduty.com/schedules/P123" },
      { onCall: "" },
    ]);
  });

  it("stays when something else is changed, without a line of facts when nothing is", async () => {
    await editService(
      scopeOf(service.member, "service:edit", service.resource),
      { name: "Till" },
      daysLater(1),
    );
    expect(await kept()).toBe("آنا 📟");
    await edit("آنا 📟", 2);
    expect(await db().serviceFacts.count({ where: { serviceId: service.id } })).toBe(2);
  });

  it("is a line of at most 200 characters over the API, without the space around it", async () => {
    const long = "📟".repeat(200);
    expect(await patch({ onCall: long })).toMatchObject({ status: 200, body: { onCall: long } });
    expect(await patch({ onCall: "  Ana, then Bo  " })).toMatchObject({ body: { onCall: "Ana, then Bo" } });
    expect(await patch({ onCall: " \t\n" })).toMatchObject({ status: 200, body: { onCall: "" } });
  });

  it.each([
    ["📟".repeat(201), /200 characters/],
    ["Ana\nBo", /one line/],
    ["javascript:alert(1)", /https:/],
    [" DATA:text/html,<script>alert(1)</script>", /https:/],
    [7, /string/],
    [null, /string/],
  ])("%j is refused with the field named, and writes nothing", async (onCall, message) => {
    const { status, body } = await patch({ onCall });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: "invalid_input",
      errors: [{ field: "onCall", message: expect.stringMatching(message) }],
    });
    expect(await kept()).toBe("آنا 📟");
  });

  it("is exported, as of then too, and comes back by an import", async () => {
    const csv = await text("services", "csv", { q: "checkout" }, daysLater(1));
    expect(csv.split("\r\n")[0]).toContain("description,onCall,links");
    expect(csv).toContain("آنا 📟");
    await edit("Bo", 2);
    const then = JSON.parse(
      await text("services", "json", { asOf: daysLater(1).toISOString() }, daysLater(3)),
    );
    expect(then.items).toMatchObject([{ onCall: "آنا 📟" }]);
    const scope = scopeOf(await aPerson({ admin: true }), "import:run");
    const sheet = `slug,team,on_call\n${service.slug},${service.teamSlug},آنا 📟\n`;
    const result = await importCsv(scope, { csv: sheet, file: "services.csv" }, daysLater(4));
    expect(result.counts).toMatchObject({ change: 1, error: 0 });
    expect(await kept()).toBe("آنا 📟");
    const facts = await db().serviceFacts.findFirstOrThrow({
      where: { serviceId: service.id },
      orderBy: { id: "desc" },
    });
    expect(facts.onCall).toBe("آنا 📟");
  });

  it("is read from a catalogue, whose keys are stored nowhere", async () => {
    const scope = scopeOf(await aPerson({ admin: true }), "import:run");
    const yaml = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ledger
  annotations:
    pagerduty.com/service-id: P123
    pagerduty.com/integration-key: R0SECRETKEY
spec: { owner: payments, lifecycle: production }
`;
    const result = await importBackstage(scope, { yaml, file: "catalog-info.yaml" }, NOON);
    expect(result.counts).toMatchObject({ error: 0 });
    const made = await db().service.findUniqueOrThrow({ where: { slug: "ledger" } });
    expect(made.onCall).toBe("PagerDuty service P123");
    const events = await db().auditEvent.findMany({});
    expect(JSON.stringify([result, made.links, events.map(({ details }) => details)])).not.toContain(
      "R0SECRETKEY",
    );
  });
});
