import { beforeEach, describe, expect, it } from "vitest";
import type { ChecklistVersion } from "../../contracts/checklists";
import { db } from "../../db/client";
import { loadChecklistDocument, loadChecklistVersion } from "../../queries/checklists/checklists";
import { compareVersions } from "../../queries/checklists/comparison";
import { loadGaps } from "../../queries/gaps/gaps";
import { loadScorecardThen } from "../../queries/scorecard/past-service";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { text } from "../../testing/awkward-portfolio";
import { aChecklist, aWhole } from "../../testing/checklists";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { importCsv } from "../import/import-csv";
import { beginDraft } from "./begin-draft";
import { createChecklist } from "./create-checklist";
import { importDraft } from "./import-draft";
import { moveServices } from "./move-services";
import { publishDraft } from "./publish-draft";
import { saveDraft } from "./save-draft";

const titles = ({ questions }: { questions: readonly { title?: string | undefined }[] }) =>
  questions.map(({ title }) => title);

describe("what questions are called", () => {
  let admin: Awaited<ReturnType<typeof aPerson>>;
  let checklist: string;
  let id: string;
  beforeEach(async () => {
    admin = await aPerson({ admin: true });
    const questions = ["a", "b", "c"].map((key) => aWhole({ key, text: `${key}?` }));
    ({ key: checklist, id } = await aChecklist({ questions }));
    await db().questionTitle.createMany({
      data: [
        { checklistId: id, key: "a", title: "A" },
        { checklistId: id, key: "b", title: "B" },
      ],
    });
  });
  const read = (version: number) =>
    loadChecklistVersion(scopeOf(admin, "checklist:read"), { checklist, version: String(version) });
  const begin = () => beginDraft(scopeOf(admin, "checklist:edit"), { checklist }, {}, NOON);
  /** Saves a draft with other titles; a title that is left out is not sent. */
  const call = (draft: ChecklistVersion, by: Record<string, string | undefined>) =>
    saveDraft(
      scopeOf(admin, "checklist:edit"),
      { checklist, version: String(draft.version) },
      {
        expectedRevision: draft.revision,
        questions: draft.questions.map(({ title: _, ...question }) => ({
          ...question,
          title: by[question.key],
        })),
      },
      NOON,
    );
  const publish = (version: number) =>
    publishDraft(scopeOf(admin, "checklist:publish"), { checklist, version: String(version) }, {}, NOON);

  it("begins in a draft as it is, and changes for every version once that is published", async () => {
    const draft = await begin();
    expect(titles(draft)).toEqual(["A", "B", ""]);
    const saved = await call(draft, { a: "Another", b: undefined, c: "C" });
    expect(titles(saved)).toEqual(["Another", "B", "C"]);
    expect(titles(await read(1))).toEqual(["A", "B", ""]);
    const scope = scopeOf(admin, "checklist:read");
    const compared = () => compareVersions(scope, { checklist, version: "2" }, 1);
    expect((await compared()).questions.map(({ key, fields }) => [key, fields])).toEqual([
      ["a", [{ field: "title", from: "A", to: "Another" }]],
      ["c", [{ field: "title", from: "", to: "C" }]],
    ]);
    expect(titles(await publish(2))).toEqual(["Another", "B", "C"]);
    expect([titles(await read(1)), titles(await read(2))]).toEqual(Array(2).fill(["Another", "B", "C"]));
    expect((await compared()).questions).toEqual([]);
  });

  it("stays where a draft says nothing else, whatever is published meanwhile, and goes where it says so", async () => {
    const draft = await begin();
    const saved = await call(draft, { a: "A", b: "", c: undefined });
    expect(titles(saved)).toEqual(["A", "", ""]);
    await db().questionTitle.updateMany({ where: { checklistId: id, key: "a" }, data: { title: "A, anew" } });
    expect(titles(await publish(2))).toEqual(["A, anew", "", ""]);
    expect(titles(await read(1))).toEqual(["A, anew", "", ""]);
  });

  const gapsOf = async (service: string, now: Date) => {
    const page = await loadGaps(scopeOf(admin, "gap:list"), { service: [service] }, now);
    return page.items.sort((one, other) => (one.question < other.question ? -1 : 1));
  };
  /** A column of an export of one service, which its import passes over: it changes nothing. */
  async function columnOf(service: string, column: string, what: "answers" | "gaps", now: Date) {
    const csv = await text(what, "csv", { service: [service] }, now);
    const { rows } = await importCsv(scopeOf(admin, "import:run"), { what, csv, dryRun: true }, now);
    expect(rows.filter(({ action }) => action !== "same" && action !== "skip")).toEqual([]);
    const [headers = [], ...lines] = csv
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    return lines.map((line) => line[headers.indexOf(column)]);
  }

  it("is told of services at once, then and now, without moving one; a question without shows its text", async () => {
    const service = await aService({ tier: 1 }, NOON);
    const move = { to: 1, services: [service.slug] };
    await moveServices(scopeOf(admin, "checklist:move"), { checklist }, move, daysLater(1));
    const scope = scopeOf(service.member, "service:read", service.resource);
    const now = daysLater(3);
    const told = async () => [
      titles(await loadScorecard(scope, now)),
      titles(await loadScorecardThen(scope, daysLater(2).toISOString(), now)),
      titles({ questions: await gapsOf(service.slug, now) }),
      await columnOf(service.slug, "title", "gaps", now),
      await columnOf(service.slug, "title", "answers", now),
    ];
    expect(await told()).toEqual(Array(5).fill(["A", "B", "c?"]));
    await call(await begin(), { a: "Another", b: "", c: "C" });
    expect(await told()).toEqual(Array(5).fill(["A", "B", "c?"]));
    await publish(2);
    expect(await told()).toEqual(Array(5).fill(["Another", "b?", "C"]));
  });

  it("is copied into another checklist, which goes its own way", async () => {
    const create = scopeOf(admin, "checklist:create");
    const copy = await createChecklist(create, { name: "Copy", from: { checklist, version: 1 } }, NOON);
    expect(titles(copy)).toEqual(["A", "B", ""]);
    await call(await begin(), { a: "Another", b: "", c: "C" });
    await publish(2);
    const copied = { checklist: copy.checklist, version: "1" };
    expect(titles(await loadChecklistVersion(scopeOf(admin, "checklist:read"), copied))).toEqual([
      "A",
      "B",
      "",
    ]);
  });

  it("comes with a document, which shows it as a difference; one of an earlier release leaves it as it is", async () => {
    const scope = scopeOf(admin, "checklist:edit");
    const document = await loadChecklistDocument(scopeOf(admin, "checklist:read"), {
      checklist,
      version: "1",
    });
    expect(titles(document)).toEqual(["A", "B", ""]);
    const some = (by: Record<string, string | undefined>) => ({
      ...document,
      questions: document.questions.map(({ title: _, ...each }) => ({ ...each, title: by[each.key] })),
    });
    const none = await importDraft(scope, { checklist }, { document: some({}), dryRun: true }, NOON);
    expect(none.comparison.counts).toMatchObject({ changed: 0, same: 3 });
    const imported = await importDraft(scope, { checklist }, { document: some({ a: "Z", b: "" }) }, NOON);
    expect(imported.comparison.questions.map(({ key, fields }) => [key, fields])).toEqual([
      ["a", [{ field: "title", from: "A", to: "Z" }]],
      ["b", [{ field: "title", from: "B", to: "" }]],
    ]);
    expect(imported.draft && titles(imported.draft)).toEqual(["Z", "", ""]);
    const back = { document, expectedRevision: 1 };
    expect((await importDraft(scope, { checklist }, back, NOON)).comparison.counts.changed).toBe(2);
    expect(titles(await publish(2))).toEqual(["A", "B", ""]);
  });

  it("has at most 42 characters, counted as people do", async () => {
    const as = await signedIn(admin);
    const draft = await begin();
    const put = (title: string) =>
      send("saveDraft", {
        as,
        params: { checklist, version: "2" },
        body: {
          expectedRevision: draft.revision,
          questions: draft.questions.map((question) => ({ ...question, title })),
        },
      });
    expect(await put("🚀".repeat(43))).toMatchObject({
      status: 400,
      body: { errors: [{ field: "questions.0.title" }, {}, {}] },
    });
    expect(await put("🚀".repeat(42))).toMatchObject({ status: 200 });
  });
});
