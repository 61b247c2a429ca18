import { expect, it } from "vitest";
import { db } from "../../db/client";
import { aChecklist, aVersion, aWhole } from "../../testing/checklists";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { newestPoint } from "../../testing/fold";
import { ask, grant } from "../../testing/waivers";
import { saveAnswer } from "../answers/save-answer";
import { moveServices } from "../checklists/move-services";
import { importCsv } from "../import/import-csv";

/** A service with three accepted risks, of a checklist whose next version asks one of them otherwise and one not at all. */
async function accepted() {
  const keys = ["stays", "turns", "leaves"];
  const questions = keys.map((key) => aWhole({ key, critical: true }));
  const checklist = await aChecklist({ questions });
  const turned = questions.slice(0, 2).map((each) => (each.key === "turns" ? { ...each, meaning: 2 } : each));
  await aVersion(checklist.id, { number: 2, questions: turned });
  const service = await aService({ tier: 1 });
  const decider = await aPerson({ executive: true });
  const move = (to: number, dryRun: boolean, now: Date) =>
    moveServices(
      scopeOf(service.admin, "checklist:move"),
      { checklist: checklist.key },
      { to, services: [service.slug], dryRun },
      now,
    );
  await move(1, false, NOON);
  const ids = new Map<string, string>();
  for (const question of keys) {
    const body = { verdict: "no" as const, reason: "Not yet.", expectedVersion: 0 };
    await saveAnswer(scopeOf(service.member, "answer:save", service.resource), question, body, NOON);
    const { id } = await ask(service.member, service.resource, { question }, daysLater(1));
    await grant(decider, id, daysLater(1));
    ids.set(question, id);
  }
  const row = (question: string) => db().waiver.findUniqueOrThrow({ where: { id: ids.get(question) ?? "" } });
  return { service, move, row };
}

it("a move to another version ends what is asked otherwise or not at all, and its preview says so before", async () => {
  const { service, move, row } = await accepted();
  expect(await newestPoint(service.id)).toMatchObject({ accepted: 3, blockers: 0 });
  const preview = await move(2, true, daysLater(2));
  expect(preview.services).toMatchObject([{ before: { blockers: 0 }, after: { blockers: 1, gaps: 2 } }]);
  expect((await row("turns")).state).toBe("in_force");
  await move(2, false, daysLater(2));
  expect(await row("stays")).toMatchObject({ state: "in_force" });
  expect(await row("turns")).toMatchObject({ state: "ended", endCause: "meaning", endedAt: daysLater(2) });
  expect(await row("leaves")).toMatchObject({ state: "ended", endCause: "not_asked" });
  expect(await newestPoint(service.id)).toMatchObject({ cause: "checklist", accepted: 1, blockers: 1 });
});

it("an imported answer ends it as one that is given here does, one that is no worse does not", async () => {
  const { service, row } = await accepted();
  const lines = ["stays,yes,It is done.", "turns,unclear,Who knows.", "leaves,partly,Half of it."];
  const csv = ["service,question,verdict,reason", ...lines.map((line) => `${service.slug},${line}`), ""];
  await importCsv(scopeOf(service.admin, "import:run"), { csv: csv.join("\n") }, daysLater(3));
  expect(await row("stays")).toMatchObject({ state: "ended", endCause: "closed" });
  expect(await row("turns")).toMatchObject({ state: "ended", endCause: "unclear" });
  expect(await row("leaves")).toMatchObject({ state: "in_force" });
});
