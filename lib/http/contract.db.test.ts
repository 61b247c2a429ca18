import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../auth/passwords";
import { gapFilters } from "../contracts/gaps";
import type { Operation } from "../contracts/operation";
import { operations } from "../contracts/operations";
import { launchesOperations } from "../contracts/operations/launches";
import { waiversOperations } from "../contracts/operations/waivers";
import { problem } from "../contracts/organisation";
import { db } from "../db/client";
import { AREAS } from "../domain/vocabulary";
import { askAs } from "../testing/contract";
import { aService, daysLater, NOON } from "../testing/factories";
import { type OperationName, send, signedIn } from "../testing/http";

const QUESTION = "simultaneous-edits-kept";
const TABLE: Record<OperationName, Operation> = operations;

/** Made through the API from the first start on: every reply on the way is checked against its schema. */
describe("every operation answers as its schema says", () => {
  let as: string;
  let params: Record<string, string>;
  let team: string;
  let second: string;
  const done = new Set<OperationName>();

  const ask = (name: OperationName, body?: unknown, query?: string) =>
    askAs(name, { as, params, body, query }, done);

  beforeAll(async () => {
    const neighbour = await aService({ name: "Ledger" }, NOON);
    as = await signedIn(neighbour.admin);
    second = neighbour.slug;
    team = neighbour.teamSlug;
    params = { team, person: neighbour.member.person.id, checklist: "production-readiness", version: "1" };
  });

  it("from setting up to taking everything down again", async () => {
    const organisation = { name: "Acme", timeZone: "Asia/Kathmandu", currency: "EUR" };
    const admin = { name: "Ana", email: "Ana@Example.com", password: "a sentence is easy to keep" };
    await ask("setUp", { organisation, admin });
    await ask("loadOrganisation");
    await ask("editOrganisation", { name: "Acme 🚀", expectedVersion: 1 });
    await ask("listPeople", undefined, "q=a&limit=1&state=enabled&rights=admin");
    const invited = await ask("invitePerson", {
      email: "Mira@Example.com",
      teams: [{ team, role: "member" }],
    });
    const [, token] = String(invited.path).split("token=");
    const password = "a sentence that only Mira knows";
    await ask("acceptInvitation", { token, name: "Mira 🦊", password });
    params.invitation = String((await ask("invitePerson", { email: "noor@example.com" })).id);
    expect((await ask("listInvitations")).items).toHaveLength(2);
    await ask("revokeInvitation");
    const created = await ask("createPerson", { name: "Noor", email: "noor@example.com", password });
    const neighbour = params.person;
    params.person = String(created.id);
    await ask("loadPerson");
    await ask("editPerson", { name: "Noor 2", executive: true, expectedVersion: 1 });
    params.person = "me";
    const { id: me } = await ask("loadPerson");
    const passwordHash = await hashPassword(password);
    await db().person.update({ where: { id: String(me) }, data: { passwordHash } });
    await ask("changePassword", { current: password, next: `${password} now` });
    params.session = randomUUID();
    const here = await db().session.findFirstOrThrow({ where: { personId: String(me) } });
    await db().session.create({ data: { ...here, id: params.session } });
    expect((await ask("listSessions")).items).toHaveLength(2);
    await ask("endSession");
    await ask("endSessions");
    params.token = String((await ask("createToken", { name: "CI", scopes: ["read"], days: 7 })).id);
    await ask("endToken");
    expect((await ask("listTokens")).items).toHaveLength(1);
    params.person = String(neighbour);
    const made = await ask("createTeam", { name: "Platform", description: "" });
    params.team = String(made.slug);
    await ask("editTeam", { name: "Platform 2", expectedVersion: 1 });
    await ask("saveMember", { role: "lead" });
    await ask("loadTeam");
    await ask("listTeams");
    await ask("removeMember");
    await ask("deleteTeam");
    params.team = team;
    const service = await ask("createService", {
      name: "Checkout",
      team,
      tier: 1,
      lifecycle: "launching",
      tags: ["payments", "öffentlich"],
      links: [{ label: "", url: "mailto:team@example.com" }],
      dependsOn: [second],
    });
    params.service = String(service.slug);
    params.question = QUESTION;
    await ask("editService", { description: "Takes the money.", expectedVersion: 1 });
    await ask("saveAnswer", { verdict: "partly", reason: "half", expectedVersion: 0 });
    await ask("confirmAnswer", { expectedVersion: 1 });
    await ask("confirmAnswers", { answers: [{ question: QUESTION, expectedVersion: 2 }] });
    const plan = { owner: params.person, dueOn: "2027-02-28", effortDays: 0.5, state: "in_progress" };
    await ask("planGap", { ...plan, ticket: "https://example.com/1", note: "soon", expectedVersion: 0 });
    await ask("planGaps", {
      gaps: [{ service: params.service, question: QUESTION, expectedVersion: 1, set: { effortDays: 0.25 } }],
      set: { state: "open" },
    });
    for (const sort of gapFilters.shape.sort.unwrap().options) {
      const page = await ask("listGaps", undefined, `sort=${sort}&kind=known&due=planned&q=e&limit=1`);
      expect(page).toMatchObject({ items: [{ question: QUESTION, plan: { note: "soon" } }] });
    }
    expect(await ask("loadExposure", undefined, `service=${service.slug}&limit=2`)).toMatchObject({
      model: { number: null },
      gaps: [{}, {}],
    });
    const supposed = await ask("loadWhatIf", { close: [{ question: QUESTION }] }, "tier=1");
    expect(supposed).toMatchObject({ total: { gaps: 1 }, services: [{ name: "Checkout" }] });
    for (const what of ["services", "answers", "gaps", "history"]) {
      params.what = what;
      expect((await ask("loadExport")).items, what).not.toEqual([]);
    }
    const yaml = "kind: Location\nmetadata: {name: all}\n---\nkind: Group\nmetadata: {name: imported}";
    expect(await ask("importBackstage", { yaml })).toMatchObject({ counts: { skip: 1, create: 1 } });
    const csv = `name;team;tier\n${service.name};${team};1\nNew;Imported;`;
    expect(await ask("importCsv", { csv, dryRun: true })).toMatchObject({
      counts: { same: 1, create: 1 },
    });
    await ask("loadService");
    const scorecard = await ask("loadScorecard");
    expect(scorecard).toMatchObject({
      dependsOn: [{ slug: second }],
      questions: expect.arrayContaining([
        expect.objectContaining({ key: QUESTION, verdict: "partly", earlier: 2, plan: expect.anything() }),
      ]),
    });
    for (const query of [
      "",
      `question=${QUESTION}`,
      "area=concurrency",
      "limit=1",
      "from=2026-01-01T00:00:00Z",
    ]) {
      const { entries } = await ask("loadHistory", undefined, query);
      expect(entries).toHaveLength(query === "limit=1" ? 1 : 3);
    }
    for (const area of AREAS.slice(1)) {
      expect((await ask("loadHistory", undefined, `area=${area}`)).entries).toEqual([]);
    }
    for (const sort of ["name", "-name", "score", "-score", "tier", "-tier", "gaps", "-gaps"]) {
      expect((await ask("listServices", undefined, `sort=${sort}`)).items).toHaveLength(2);
    }
    const today = new Date().toISOString();
    expect(await ask("loadChanges", undefined, "since=2026-01-01")).toMatchObject({
      services: [{ from: null }, { from: null }],
    });
    for (const query of ["asOf=2026-01-01", `asOf=${today}`]) {
      await ask("loadTeam", undefined, query);
      await ask("listServices", undefined, query);
    }
    await ask("loadService", undefined, `asOf=${today}`);
    await ask("loadScorecard", undefined, `asOf=${today}`);
    await ask("tellPresence", { tab: randomUUID(), question: QUESTION });
    expect((await ask("listPresence")).items).toHaveLength(1);
    await ask("listenEvents");
    await ask("listNotifications");
    for (const q of ["checkout", "ana", "same time", "checkout lost"])
      await ask("search", undefined, `q=${q}`);
    const loaded = await ask("loadExample");
    expect(await ask("loadExampleThere")).toMatchObject(loaded);
    expect(await ask("removeExample")).toMatchObject({ ...loaded, kept: [] });
    expect(await ask("loadPortfolio", undefined, "group=team&sort=-incidents&range=30d")).toMatchObject({
      totals: { services: 2 },
    });
    await ask("loadCostModel");
    const assumed = { prices: { data_loss: { low: 1, high: 9 } }, rates: { [QUESTION]: { data_loss: 2 } } };
    expect(await ask("previewCostModel", assumed)).toMatchObject({ changes: [{}, {}] });
    expect(await ask("saveCostModel", { ...assumed, expectedNumber: null })).toMatchObject({ number: 1 });
    expect((await ask("listModelVersions", undefined, "limit=1")).items).toHaveLength(1);
    await ask("listChecklists");
    const copy = { checklist: "production-readiness", version: 1 };
    params.checklist = String((await ask("createChecklist", { name: "Our own", from: copy })).checklist);
    const { questions } = await ask("loadChecklistVersion");
    await ask("saveDraft", {
      expectedRevision: 1,
      note: "shorter",
      questions: (questions as []).slice(0, 3),
    });
    await ask("publishDraft", { expectedRevision: 2 });
    params.version = "2";
    await ask("beginDraft", {});
    await ask("saveDraft", { expectedRevision: 1, questions: (questions as []).slice(1, 5).reverse() });
    expect(await ask("compareChecklistVersions", undefined, "with=1")).toMatchObject({
      counts: { added: 2, removed: 1 },
    });
    await ask("discardDraft");
    params.version = "1";
    const document = await ask("exportChecklistVersion");
    expect(await ask("importDraft", { document, dryRun: true })).toMatchObject({ draft: null });
    expect(await ask("importDraft", { document })).toMatchObject({ draft: { version: 2 } });
    const moving = { to: 1, services: [params.service], dryRun: true };
    expect(await ask("moveServices", moving)).toMatchObject({ services: [{ service: params.service }] });
    await ask("deleteService");
    expect(await ask("loadService")).toMatchObject({ deletedAt: expect.any(String) });
    await ask("loadScorecard");
    expect((await ask("listServices", undefined, "deleted=true")).items).toHaveLength(1);
    await ask("restoreService", {});
    const elsewhere = { ...launchesOperations, ...waiversOperations };
    const others = Object.keys(operations).filter((name) => !Object.hasOwn(elsewhere, name));
    expect([...done].sort()).toEqual(others.sort());
  });

  it("a scorecard long afterwards, with stale answers, still fits", async () => {
    const { loadScorecard } = await import("../queries/scorecard/scorecard");
    const { saveAnswer } = await import("../commands/answers/save-answer");
    const { scopeOf } = await import("../testing/factories");
    const service = await aService();
    const save = scopeOf(service.member, "answer:save", service.resource);
    await saveAnswer(save, QUESTION, { verdict: "yes", expectedVersion: 0 }, NOON);
    const later = await loadScorecard(
      scopeOf(service.member, "service:read", service.resource),
      daysLater(4000),
    );
    expect(TABLE.loadScorecard.result?.safeParse(JSON.parse(JSON.stringify(later))).error).toBeUndefined();
    expect(later.counts.stale).toBe(1);
  });

  it.each(Object.keys(operations) as OperationName[])(
    "%s refuses nobody, nothing and nonsense as a Problem",
    async (name) => {
      const nowhere = { service: "no-such", team: "no-such", person: randomUUID(), question: "no-such" };
      const launch = { launch: "no-such", signOff: "no-such", condition: "no-such", role: "no-such" };
      const nothing = {
        ...launch,
        what: "no-such",
        session: "no-such",
        token: "no-such",
        invitation: "no-such",
      };
      const where = { ...nowhere, ...nothing, checklist: "no-such", version: "7" };
      const tries = [
        await send(name, { params: where }),
        await send(name, { as, params: where, raw: TABLE[name].body ? "[{]" : undefined }),
        await send(name, { as, params: where, body: TABLE[name].body ? { nonsense: true } : undefined }),
        await send(name, { as, params: where, query: "nonsense=1", body: TABLE[name].body ? {} : undefined }),
      ];
      const refused = tries.filter((reply) => reply.status >= 400);
      const documented = !TABLE[name].body && !/:/.test(TABLE[name].path) ? 1 : 3;
      expect(refused.length, name).toBeGreaterThanOrEqual(documented);
      for (const reply of refused) {
        expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500);
        expect(reply.headers.get("content-type")).toBe("application/problem+json");
        expect(problem.parse(reply.body)).toMatchObject({ status: reply.status });
      }
    },
  );
});
