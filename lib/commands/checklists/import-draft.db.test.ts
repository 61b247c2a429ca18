import { describe, expect, it } from "vitest";
import type { DraftImport } from "../../contracts/checklist-imports";
import { type ChecklistDocument, checklistDocument } from "../../contracts/checklists";
import { db } from "../../db/client";
import { loadChecklistDocument } from "../../queries/checklists/checklists";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { aChecklist, aVersion, aWhole } from "../../testing/checklists";
import { aPerson, aService, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { saveAnswer } from "../answers/save-answer";
import { beginDraft } from "./begin-draft";
import { importDraft } from "./import-draft";
import { moveServices } from "./move-services";
import { publishDraft } from "./publish-draft";

/** An admin, and a checklist with a published version 1 that asks "a" and "b". */
async function place() {
  const admin = await aPerson({ admin: true });
  const made = await aChecklist({
    questions: [aWhole({ key: "a", text: "A?", meaning: 2 }), aWhole({ key: "b", text: "B?" })],
  });
  const checklist = made.key;
  const load = async (version: string) =>
    checklistDocument.parse(
      await loadChecklistDocument(scopeOf(admin, "checklist:read"), { checklist, version }),
    );
  const put = (body: DraftImport) => importDraft(scopeOf(admin, "checklist:edit"), { checklist }, body, NOON);
  const versions = () =>
    db().checklistVersion.findMany({ where: { checklistId: made.id }, orderBy: { number: "asc" } });
  return { ...made, admin, checklist, load, put, versions, document: await load("1") };
}

/** The document with "B?" worded otherwise and a question "c" in the place of "a". */
const edited = (document: ChecklistDocument): ChecklistDocument => ({
  ...document,
  note: "From the other office.",
  questions: document.questions.map((each) =>
    each.key === "a" ? { ...each, key: "c", text: "C?", meaning: 1 } : { ...each, text: "B, then?" },
  ),
});

describe("a document imported into a checklist that is there", () => {
  it("shows what differs from the newest published version before anything is written", async () => {
    const { document, put, versions } = await place();
    expect(await put({ document: edited(document), dryRun: true })).toMatchObject({
      dryRun: true,
      replaces: null,
      draft: null,
      comparison: { from: 1, to: 2, counts: { added: 1, removed: 1, changed: 1, meaningChanged: 0 } },
    });
    expect(await versions()).toHaveLength(1);
  });

  it("becomes its draft, with its note, on the audit trail", async () => {
    const { document, put, versions, load, checklist } = await place();
    const { draft, comparison } = await put({ document: edited(document) });
    expect(draft).toMatchObject({ checklist, version: 2, status: "draft", basedOn: 1, revision: 1 });
    expect(comparison.counts).toMatchObject({ added: 1, removed: 1, changed: 1 });
    expect(await load("2")).toEqual({ ...edited(document), version: 2 });
    expect(await versions()).toHaveLength(2);
    expect(
      await db().auditEvent.findMany({ where: { action: "checklist.imported", subjectId: checklist } }),
    ).toMatchObject([{ details: { version: 2, revision: 1, replaced: null, questions: 2 } }]);
  });

  it("replaces the draft that is there only where its revision was seen", async () => {
    const { document, put, versions, load, admin, checklist } = await place();
    await beginDraft(scopeOf(admin, "checklist:edit"), { checklist }, {}, NOON);
    const body = { document: edited(document) };
    const seen = await put({ ...body, dryRun: true });
    expect(seen).toMatchObject({ replaces: { version: 2, revision: 1 }, comparison: { from: 2, to: 2 } });
    for (const expectedRevision of [undefined, 7]) {
      await expect(put({ ...body, expectedRevision })).rejects.toMatchObject({
        code: "conflict",
        details: { current: { version: 2, revision: 1, questions: [{ key: "a" }, { key: "b" }] } },
      });
    }
    expect((await put({ ...body, expectedRevision: 1 })).draft).toMatchObject({ version: 2, revision: 2 });
    expect(await load("2")).toEqual({ ...edited(document), version: 2 });
    expect(await versions()).toHaveLength(2);
  });

  it("makes no draft in the place of one that was seen and is gone", async () => {
    const { document, put, versions } = await place();
    await expect(put({ document, expectedRevision: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await versions()).toHaveLength(1);
  });

  it("lets one of two imports at once replace a draft, and tells the other what is there", async () => {
    const { document, put, id } = await place();
    await aVersion(id, { number: 2, status: "draft" });
    const both = await Promise.allSettled(
      [edited(document), document].map((each) => put({ document: each, expectedRevision: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", details: { current: { revision: 2 } } },
    });
  });

  it("keeps what keys mean here: a higher meaning asks something else, a lower one is refused", async () => {
    const { document, put, versions } = await place();
    const meaning = (to: number) => ({
      ...document,
      questions: document.questions.map((each) => (each.key === "a" ? { ...each, meaning: to } : each)),
    });
    expect((await put({ document: meaning(9), dryRun: true })).comparison.counts.meaningChanged).toBe(1);
    await expect(put({ document: meaning(1), dryRun: true })).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "document.questions.0.meaning" }] },
    });
    expect((await put({ document: meaning(9) })).draft?.questions).toMatchObject([{ meaning: 3 }, {}]);
    expect(await versions()).toHaveLength(2);
  });

  it("carries answers over by key once it is published and a service is moved to it", async () => {
    const { document, put, admin, checklist, versionId } = await place();
    const service = await aService({ tier: 1 }, NOON);
    await db().service.update({ where: { id: service.id }, data: { checklistVersionId: versionId } });
    const save = scopeOf(service.member, "answer:save", service.resource);
    await saveAnswer(save, "b", { verdict: "yes", expectedVersion: 0 }, NOON);
    await put({ document: edited(document) });
    await publishDraft(scopeOf(admin, "checklist:publish"), { checklist, version: "2" }, {}, NOON);
    const move = { to: 2, services: [service.slug] };
    await moveServices(scopeOf(admin, "checklist:move"), { checklist }, move, NOON);
    const { questions } = await loadScorecard(
      scopeOf(service.member, "service:read", service.resource),
      NOON,
    );
    expect(questions.map(({ key, verdict }) => [key, verdict])).toEqual([
      ["c", "unanswered"],
      ["b", "yes"],
    ]);
  });

  it("is refused over the API where the checklist is not there, or a field does not fit", async () => {
    const { document, admin, checklist } = await place();
    const as = await signedIn(admin);
    const reply = (params: { checklist: string }, body: object) => send("importDraft", { as, params, body });
    expect(await reply({ checklist: "no-such" }, { document })).toMatchObject({ status: 404 });
    expect(await reply({ checklist }, { document: { ...document, format: "else" } })).toMatchObject({
      status: 400,
      body: { errors: [{ field: "document.format" }] },
    });
    expect(await reply({ checklist }, { document })).toMatchObject({ status: 200 });
  });
});
