import { describe, expect, it } from "vitest";
import type { ChecklistVersion, QuestionDraft } from "../../contracts/checklists";
import { db } from "../../db/client";
import { inTransaction } from "../../db/transaction";
import { aChecklist, aWhole } from "../../testing/checklists";
import { aPerson, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { beginDraft } from "./begin-draft";
import { publishDraft } from "./publish-draft";
import { saveDraft } from "./save-draft";

const asked = (some: Partial<QuestionDraft>): QuestionDraft => {
  const { tags, costs, ...question } = aWhole();
  return { ...question, meaning: 1, tags: [...tags], costs: [...costs], ...some };
};
const anAdmin = async () => {
  const admin = await aPerson({ admin: true });
  return { edit: scopeOf(admin, "checklist:edit"), publish: scopeOf(admin, "checklist:publish") };
};
const nameOf = ({ checklist, version }: ChecklistVersion) => ({ checklist, version: String(version) });

describe("the publication of a draft", () => {
  it("of what asks something else says so of what a release published meanwhile, too", async () => {
    const { edit, publish } = await anAdmin();
    const { id, key } = await aChecklist({ questions: [aWhole({ key: "a" }), aWhole({ key: "b" })] });
    const name = nameOf(await beginDraft(edit, { checklist: key }, {}, NOON));
    const questions = [asked({ key: "a", meaning: 2 }), asked({ key: "b", text: "Shorter?" })];
    await saveDraft(edit, name, { expectedRevision: 1, questions }, NOON);
    const released = await aChecklist({
      status: "draft",
      questions: [aWhole({ key: "a", meaning: 2 }), aWhole({ key: "b" })],
    });
    // As a release does: its version joins its siblings when it is published.
    await db().checklistVersion.update({
      where: { id: released.versionId },
      data: { checklistId: id, number: 3, status: "published", publishedAt: NOON },
    });
    const published = await publishDraft(publish, name, { expectedRevision: 2 }, NOON);
    expect(published.version).toBe(4);
    expect(published.questions.map((each) => [each.text, each.meaning])).toEqual([
      [questions[0]?.text, 3],
      ["Shorter?", 1],
    ]);
  });

  it("takes the draft as it is where nobody names a revision, and no other one where somebody does", async () => {
    const admin = await aPerson({ admin: true });
    const { params } = await aChecklist({ status: "draft" });
    const as = await signedIn(admin);
    const publish = (body: object) => send("publishDraft", { as, params, body });
    expect(await publish({ expectedRevision: 7 })).toMatchObject({ status: 409 });
    expect(await publish({})).toMatchObject({ status: 200, body: { status: "published" } });
  });

  it("that came to nothing leaves a draft that is read anew", async () => {
    const { edit, publish } = await anAdmin();
    const { key } = await aChecklist({ questions: [aWhole({ key: "a" })] });
    const name = nameOf(await beginDraft(edit, { checklist: key }, {}, NOON));
    const lost = inTransaction(async () => {
      await publishDraft(publish, name, { expectedRevision: 1 }, NOON);
      throw new Error("the connection broke before it was kept");
    });
    await expect(lost).rejects.toThrow("the connection broke");
    const saved = await saveDraft(
      edit,
      name,
      { expectedRevision: 1, questions: [asked({ key: "b" })] },
      NOON,
    );
    expect(saved).toMatchObject({ status: "draft", questions: [{ key: "b" }] });
    expect((await publishDraft(publish, name, { expectedRevision: 2 }, NOON)).questions).toMatchObject([
      { key: "b" },
    ]);
  });
});
