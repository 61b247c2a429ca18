import { describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { checklistVersion } from "../../db/published-questions";
import { signedLaunches } from "../../queries/launches/signed-launches";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { aChecklist, aVersion, aWhole } from "../../testing/checklists";
import { daysLater, scopeOf } from "../../testing/factories";
import { aLaunch, decide, look } from "../../testing/launches";
import { moveServices } from "../checklists/move-services";
import { importCsv } from "../import/import-csv";

describe("what would make a go out of date is said before", () => {
  it("by an import, which retires no service that is on an open launch", async () => {
    const planned = await aLaunch({ tier: 4 });
    const { service } = planned;
    await planned.answerAll("yes", daysLater(0));
    const { revision } = await look(planned, daysLater(0, 100));
    await decide(planned, "engineering", "go", revision, daysLater(0, 200));
    const preview = (csv: string) =>
      importCsv(scopeOf(service.admin, "import:run"), { csv, dryRun: true }, daysLater(1));
    const row = `${service.slug};${service.name};${service.teamSlug};`;
    const raised = await preview(`slug;name;team;tier\n${row}1`);
    const notes = raised.rows.find(({ slug }) => slug === service.slug)?.notes.join(" ");
    expect(notes).toContain("“Checkout 3” (engineering)");
    const retired = await preview(`slug;name;team;lifecycle\n${row}retired`);
    expect(retired.rows.find(({ slug }) => slug === service.slug)).toMatchObject({
      action: "error",
      reason: expect.stringContaining("open launch"),
    });
  });

  it("by a move to another checklist, exactly: not of one that asks what was asked", async () => {
    const planned = await aLaunch({ tier: 4 });
    const { service } = planned;
    await planned.answerAll("yes", daysLater(0));
    const { revision } = await look(planned, daysLater(0, 100));
    await decide(planned, "engineering", "go", revision, daysLater(0, 200));
    const { checklistVersionId } = await db().service.findUniqueOrThrow({ where: { id: service.id } });
    const { questions } = await checklistVersion(checklistVersionId);
    const { id, key } = await aChecklist({ questions });
    await aVersion(id, { number: 2, questions: [...questions, aWhole({ key: "comes", critical: true })] });
    const scope = scopeOf(service.admin, "checklist:move");
    const preview = async (to: number) => {
      const body = { to, services: [service.slug], dryRun: true };
      const { services } = await moveServices(scope, { checklist: key }, body, daysLater(1));
      return services[0]?.signOffs;
    };
    expect(await preview(1)).toEqual([]);
    expect(await preview(2)).toEqual([{ launch: planned.id, title: "Checkout 3", roles: ["engineering"] }]);
  });

  it("and nothing is said of a launch whose go is out of date already", async () => {
    const planned = await aLaunch({ tier: 4 });
    await planned.answerAll("yes", daysLater(0));
    const { revision } = await look(planned, daysLater(0, 100));
    await decide(planned, "engineering", "go", revision, daysLater(0, 200));
    const { id } = planned.service;
    const found = async (now: Date) => (await signedLaunches([id], () => snapshotNow(now))).get(id) ?? [];
    expect(await found(daysLater(1))).toMatchObject([{ title: "Checkout 3", roles: ["engineering"] }]);
    await planned.answer(planned.blockers[0] ?? "", "no", daysLater(2));
    expect(await found(daysLater(3))).toEqual([]);
  });
});
