import { expect, it } from "vitest";
import { checklistDocument } from "../../contracts/checklists";
import type { AppError } from "../../domain/errors";
import { loadChecklistDocument } from "../../queries/checklists/checklists";
import { aChecklist, aWhole } from "../../testing/checklists";
import { aPerson, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { createChecklist } from "./create-checklist";

const AWKWARD = aWhole({
  key: "awkward",
  title: "Ünïcode 🚀, “kept”\tas it is",
  text: 'Ünïcode 🚀, "quotes" and\nlines hold.',
  meaning: 3,
  why: "Weil's so ist.",
  tags: ["öffentlich", "b2b"],
  effortDays: 0.1,
  reviewAfterDays: 3650,
  weight: 5,
  critical: true,
  upToTier: 2,
  costs: [
    { cost: "lost_trust", incidentsPerYear: 0.001, because: "" },
    { cost: "data_loss", incidentsPerYear: 1000, because: "“so”" },
  ],
});

it.each([
  ["the default checklist", async () => ({ checklist: "production-readiness", version: "1" })],
  ["awkward questions", async () => (await aChecklist({ questions: [AWKWARD, aWhole()] })).params],
  ["no questions at all", async () => (await aChecklist({ questions: [] })).params],
])("%s come back from a document without loss", async (_, made) => {
  const admin = await aPerson({ admin: true });
  const name = await made();
  const read = scopeOf(admin, "checklist:read");
  const document = await loadChecklistDocument(read, name);
  const parsed = checklistDocument.parse(JSON.parse(JSON.stringify(document)));
  const copy = await createChecklist(scopeOf(admin, "checklist:create"), { document: parsed }, NOON);
  const again = await loadChecklistDocument(read, { checklist: copy.checklist, version: "1" });
  expect({ ...again, checklist: document.checklist }).toEqual(document);
  expect(copy.checklist).not.toBe(document.checklist);
});

it("a document with a key twice is refused, naming it; over the API every wrong field is", async () => {
  const admin = await aPerson({ admin: true });
  const { params } = await aChecklist({ questions: [aWhole(), aWhole({ key: "other" })] });
  const document = await loadChecklistDocument(scopeOf(admin, "checklist:read"), params);
  const twice = { ...document, questions: document.questions.map((each) => ({ ...each, key: "same" })) };
  const error = (await createChecklist(scopeOf(admin, "checklist:create"), { document: twice }, NOON).catch(
    (reason: unknown) => reason,
  )) as AppError;
  expect(error.details.fields).toMatchObject([{ field: "document.questions.1.key" }]);
  const as = await signedIn(admin);
  const broken = structuredClone(document) as { format: string; questions: { weight: number }[] };
  broken.format = "plumbline.checklist/9";
  if (broken.questions[1]) broken.questions[1].weight = 6;
  const reply = await send("createChecklist", { as, body: { document: broken } });
  expect(reply).toMatchObject({
    status: 400,
    body: { errors: [{ field: "document.format" }, { field: "document.questions.1.weight" }] },
  });
});
