import { describe, expect, it } from "vitest";
import type { ChecklistVersion, QuestionDraft } from "../../contracts/checklists";
import { db } from "../../db/client";
import type { AppError } from "../../domain/errors";
import { aChecklist, aVersion, aWhole } from "../../testing/checklists";
import { aPerson, daysLater, NOON, scopeOf } from "../../testing/factories";
import { beginDraft } from "./begin-draft";
import { createChecklist } from "./create-checklist";
import { discardDraft } from "./discard-draft";
import { publishDraft } from "./publish-draft";
import { saveDraft } from "./save-draft";

const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error, "nothing was refused").not.toBeNull();
  return error as AppError;
};
const asked = (some: Partial<QuestionDraft>): QuestionDraft => {
  const { tags, costs, ...question } = aWhole();
  return { ...question, meaning: 1, tags: [...tags], costs: [...costs], ...some };
};
const anAdmin = async () => {
  const admin = await aPerson({ admin: true });
  return {
    admin,
    edit: scopeOf(admin, "checklist:edit"),
    publish: scopeOf(admin, "checklist:publish"),
    create: scopeOf(admin, "checklist:create"),
  };
};
const nameOf = ({ checklist, version }: ChecklistVersion) => ({ checklist, version: String(version) });

describe("a draft of a checklist", () => {
  it("begins as a copy of the newest version, and changes nothing of it", async () => {
    const { edit, admin } = await anAdmin();
    const { id, key } = await aChecklist({
      questions: [aWhole({ key: "a", meaning: 3 }), aWhole({ key: "b" })],
    });
    const draft = await beginDraft(edit, { checklist: key }, {}, NOON);
    expect(draft).toMatchObject({ version: 2, status: "draft", basedOn: 1, revision: 1, publishedAt: null });
    expect(draft.createdBy?.id).toBe(admin.person.id);
    expect(draft.questions.map((each) => [each.key, each.meaning])).toEqual([
      ["a", 3],
      ["b", 1],
    ]);
    const saved = await saveDraft(
      edit,
      nameOf(draft),
      { expectedRevision: 1, questions: [asked({ key: "b" })] },
      NOON,
    );
    expect([saved.revision, saved.questions.length]).toEqual([2, 1]);
    const before = await db().question.count({ where: { version: { checklistId: id, number: 1 } } });
    expect(before).toBe(2);
  });

  it("is one at a time: a second one is a conflict that carries the first", async () => {
    const { edit } = await anAdmin();
    const { key } = await aChecklist();
    const both = await Promise.allSettled([
      beginDraft(edit, { checklist: key }, {}, NOON),
      beginDraft(edit, { checklist: key }, {}, NOON),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((each) => each.status === "rejected")?.reason as AppError;
    expect(lost).toMatchObject({ code: "conflict", details: { current: { version: 2, status: "draft" } } });
  });

  it("of two admins who save at once one is told, with what is there now, and nothing of theirs is mixed", async () => {
    const { edit } = await anAdmin();
    const { key } = await aChecklist();
    const name = nameOf(await beginDraft(edit, { checklist: key }, {}, NOON));
    const save = (text: string) =>
      saveDraft(edit, name, { expectedRevision: 1, note: text, questions: [asked({ text })] }, NOON);
    const both = await Promise.allSettled([save("Mine."), save("Theirs.")]);
    const [won, lost] = [both.find((each) => "value" in each), both.find((each) => "reason" in each)];
    const current = (lost as PromiseRejectedResult).reason.details.current as ChecklistVersion;
    expect(current).toEqual((won as PromiseFulfilledResult<ChecklistVersion>).value);
    expect([current.note, current.revision]).toEqual([current.questions[0]?.text, 2]);
  });

  it("refuses keys that stand twice and meanings that cannot be, naming the field; the draft stays as it was", async () => {
    const { edit } = await anAdmin();
    const { key } = await aChecklist({ questions: [aWhole({ key: "a", meaning: 2 })] });
    const name = nameOf(await beginDraft(edit, { checklist: key }, {}, NOON));
    const questions = [asked({ key: "a", meaning: 1 }), asked({ key: "b" }), asked({ key: "b" })];
    const error = await refusal(saveDraft(edit, name, { expectedRevision: 1, questions }, NOON));
    expect(error.code).toBe("invalid_input");
    expect(error.details.fields?.map((each) => each.field)).toEqual([
      "questions.0.meaning",
      "questions.2.key",
    ]);
    const kept = await saveDraft(
      edit,
      name,
      { expectedRevision: 1, questions: [asked({ key: "a", meaning: 2 })] },
      NOON,
    );
    expect([kept.revision, kept.questions[0]?.meaning]).toEqual([2, 2]);
  });

  it("that says once more that a question asks something else gets a number that no version used", async () => {
    const { edit } = await anAdmin();
    const { id, key } = await aChecklist({ questions: [aWhole({ key: "a" })] });
    await aVersion(id, {
      number: 2,
      questions: [aWhole({ key: "a", meaning: 2 }), aWhole({ key: "left", meaning: 4 })],
    });
    await aVersion(id, { number: 3, questions: [aWhole({ key: "a", meaning: 2 })] });
    const name = nameOf(await beginDraft(edit, { checklist: key }, { from: 1 }, NOON));
    const save = async (expectedRevision: number, meaning: number) => {
      const questions = [asked({ key: "a", meaning }), asked({ key: "left", meaning: 4 })];
      return (await saveDraft(edit, name, { expectedRevision, questions }, NOON)).questions.map(
        (each) => each.meaning,
      );
    };
    expect(await save(1, 2)).toEqual([3, 4]);
    expect(await save(2, 3)).toEqual([3, 4]);
    expect(await save(3, 1)).toEqual([1, 4]);
  });

  it("is published once and never changes again; what is missing is named question by question", async () => {
    const { edit, publish, admin } = await anAdmin();
    const { key, versionId } = await aChecklist();
    const name = nameOf(await beginDraft(edit, { checklist: key }, {}, NOON));
    const lacking = [asked({ key: "a", costs: [] }), asked({ key: "b", why: " " })];
    await saveDraft(edit, name, { expectedRevision: 1, questions: lacking }, NOON);
    const error = await refusal(publishDraft(publish, name, { expectedRevision: 2 }, NOON));
    expect(error).toMatchObject({ code: "refused" });
    expect(error.details.fields?.map((each) => each.field)).toEqual(["questions.0.costs", "questions.1.why"]);
    await saveDraft(edit, name, { expectedRevision: 2, questions: [] }, NOON);
    expect(
      (await refusal(publishDraft(publish, name, { expectedRevision: 3 }, NOON))).details.fields,
    ).toMatchObject([{ field: "questions" }]);
    await saveDraft(edit, name, { expectedRevision: 3, questions: [asked({ key: "a" })] }, NOON);
    expect((await refusal(publishDraft(publish, name, { expectedRevision: 1 }, NOON))).code).toBe("conflict");
    const points = await db().readinessPoint.count();
    const published = await publishDraft(publish, name, { expectedRevision: 4 }, daysLater(1));
    expect(published).toMatchObject({ status: "published", publishedAt: daysLater(1).toISOString() });
    expect(published.publishedBy?.id).toBe(admin.person.id);
    expect(await db().readinessPoint.count()).toBe(points);
    const again = { expectedRevision: 4, questions: [] };
    expect((await refusal(saveDraft(edit, name, again, NOON))).code).toBe("refused");
    expect((await refusal(discardDraft(edit, name, {}, NOON))).code).toBe("refused");
    expect((await refusal(publishDraft(publish, name, { expectedRevision: 4 }, NOON))).code).toBe("refused");
    expect(await db().service.count({ where: { checklistVersionId: versionId } })).toBe(0);
  });

  it("takes the next number when a release published one meanwhile", async () => {
    const { edit, publish } = await anAdmin();
    const { id, key } = await aChecklist();
    await aVersion(id, { number: 5 });
    const { version } = await beginDraft(edit, { checklist: key }, {}, NOON);
    // As if version 5 had come after it.
    await db().checklistVersion.updateMany({
      where: { checklistId: id, number: version },
      data: { number: 2 },
    });
    const name = { checklist: key, version: "2" };
    expect((await publishDraft(publish, name, { expectedRevision: 1 }, NOON)).version).toBe(6);
  });

  it("is discarded as it was seen; a checklist that never was published goes with it", async () => {
    const { edit, create } = await anAdmin();
    const own = await createChecklist(create, { name: "Our own" }, NOON);
    await saveDraft(edit, nameOf(own), { expectedRevision: 1, questions: [asked({})] }, NOON);
    expect((await refusal(discardDraft(edit, nameOf(own), { expectedRevision: 1 }, NOON))).code).toBe(
      "conflict",
    );
    await discardDraft(edit, nameOf(own), { expectedRevision: 2 }, NOON);
    expect(await db().checklist.count({ where: { key: own.checklist } })).toBe(0);
    const { key } = await aChecklist();
    const draft = await beginDraft(edit, { checklist: key }, {}, NOON);
    await discardDraft(edit, nameOf(draft), {}, NOON);
    expect(await db().checklistVersion.count({ where: { checklist: { key } } })).toBe(1);
    const events = await db().auditEvent.findMany({ where: { subjectId: key }, orderBy: { id: "asc" } });
    expect(events.map((event) => event.action)).toEqual([
      "checklist.draft_begun",
      "checklist.draft_discarded",
    ]);
  });
});

describe("a new checklist", () => {
  it("gets a short name of its own; a chosen one that is taken is a conflict", async () => {
    const { create } = await anAdmin();
    const made = [];
    for (let n = 0; n < 3; n += 1) made.push(await createChecklist(create, { name: "Mobile Apps 📱" }, NOON));
    expect(made.map((each) => each.checklist)).toEqual(["mobile-apps", "mobile-apps-2", "mobile-apps-3"]);
    const error = await refusal(createChecklist(create, { name: "Other", key: "mobile-apps" }, NOON));
    expect(error).toMatchObject({ code: "conflict", details: { fields: [{ field: "key" }] } });
  });

  it("copies any version, and nothing when there is none of that name", async () => {
    const { create } = await anAdmin();
    const { key } = await aChecklist({ questions: [aWhole({ key: "a", meaning: 2 })] });
    const copy = await createChecklist(create, { name: "Copy", from: { checklist: key, version: 1 } }, NOON);
    expect(copy).toMatchObject({
      status: "draft",
      version: 1,
      basedOn: null,
      questions: [{ key: "a", meaning: 2 }],
    });
    const error = await refusal(
      createChecklist(create, { name: "No", from: { checklist: key, version: 9 } }, NOON),
    );
    expect(error.code).toBe("not_found");
  });

  it("is nobody's to make or change but an admin's", async () => {
    const lead = await aPerson({ teams: {} });
    for (const action of [
      "checklist:create",
      "checklist:edit",
      "checklist:publish",
      "checklist:move",
    ] as const) {
      expect(() => scopeOf(lead, action)).toThrow(expect.objectContaining({ code: "forbidden" }));
    }
  });
});
