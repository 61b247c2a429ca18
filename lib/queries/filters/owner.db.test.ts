import { beforeAll, describe, expect, it } from "vitest";
import { loadServiceResource, loadTeamResource } from "../../auth/resources";
import { saveAnswer } from "../../commands/answers/save-answer";
import { planGap } from "../../commands/gaps/plan-gap";
import { createService } from "../../commands/services/create-service";
import type { ExportFilters } from "../../contracts/exports";
import { db } from "../../db/client";
import { text } from "../../testing/awkward-portfolio";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { loadChanges } from "../changes/changes";
import { loadExposure } from "../exposure/exposure";
import { loadGaps } from "../gaps/gaps";
import { loadPortfolio } from "../portfolio/portfolio";
import { loadServices, loadSummary } from "../services/services";
import { loadFilterChoices } from "./choices";

const NOW = daysLater(9);
const [EDITS, RETRIES] = ["simultaneous-edits-kept", "repeated-request-acts-once"];
let made: Awaited<ReturnType<typeof aService>>;
let [ana, bo]: string[] = [];
let [first, second]: string[] = [];

const answer = async (slug: string, key: string, verdict: "yes" | "no", version: number, days: number) =>
  saveAnswer(
    scopeOf(made.admin, "answer:save", await loadServiceResource(slug)),
    key,
    { verdict, reason: "because", evidence: [], expectedVersion: version },
    daysLater(days),
  );
const plan = async (slug: string, key: string, owner: string | null, days = 1) =>
  planGap(scopeOf(made.admin, "gap:plan", await loadServiceResource(slug)), key, { owner }, daysLater(days));
const listed = async (owner: string[], more: object = {}) =>
  (await loadServices(scopeOf(made.admin, "service:list"), { owner, ...more }, NOW)).items.map(
    ({ slug }) => slug,
  );
const exported = async (what: Parameters<typeof text>[0], filters: Omit<ExportFilters, "format">) => {
  const { items } = JSON.parse(await text(what, "json", filters, NOW));
  return [...new Set(items.map((item: { slug?: string; service?: string }) => item.slug ?? item.service))];
};

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  made = await aService({ tier: 1, name: "Checkout" });
  ana = (await aPerson({ name: "آنا 🧭" })).person.id;
  bo = (await aPerson({ name: "Bo" })).person.id;
  first = made.slug;
  const team = scopeOf(made.admin, "service:create", await loadTeamResource(made.teamSlug));
  const body = { name: "Ledger", team: made.teamSlug, tier: 1 as const, lifecycle: "live" as const };
  second = (await createService(team, body, NOON)).slug;
  await answer(first, EDITS, "no", 0, 0);
  await plan(first, EDITS, ana);
  await plan(second, RETRIES, bo);
});

describe("services by who owns their open gaps", () => {
  it("are those with one that is planned for somebody; several people widen, other filters narrow", async () => {
    expect(await listed([ana as string])).toEqual([first]);
    expect(await listed([bo as string])).toEqual([second]);
    expect(await listed([ana as string, bo as string])).toEqual([first, second]);
    expect(await listed([ana as string], { q: "ledger" })).toEqual([]);
    expect(await listed([])).toEqual([first, second]);
    expect(await listed([made.admin.person.id])).toEqual([]);
  });

  it("are those with one that is nobody's, too", async () => {
    expect(await listed(["none"])).toEqual([first, second]);
  });

  it("are chosen alike on the portfolio, under exposure, in sums, in what changed and in files", async () => {
    const filters = { owner: [ana as string] };
    const portfolio = await loadPortfolio(scopeOf(made.admin, "portfolio:read"), filters, NOW);
    expect(portfolio.items.map(({ slug }) => slug)).toEqual([first]);
    expect(portfolio.totals.services).toBe(1);
    expect(portfolio.trend.points.at(-1)?.services).toBe(1);
    const { byService } = await loadExposure(scopeOf(made.admin, "exposure:read"), filters, NOW);
    expect(byService.map(({ service }) => service)).toEqual([first]);
    expect(await loadSummary(scopeOf(made.admin, "service:list"), filters, NOW)).toMatchObject({
      services: 1,
    });
    const since = NOON.toISOString();
    const changed = await loadChanges(scopeOf(made.admin, "portfolio:read"), { ...filters, since }, NOW);
    expect(changed.services.map(({ service }) => service)).not.toContain(second);
    for (const what of ["services", "answers", "gaps", "history", "exposure"] as const)
      expect(await exported(what, filters), what).toEqual([first]);
  });

  it("are found among gaps by a name of its own, for a gap has an owner itself", async () => {
    const gaps = (filters: object) => loadGaps(scopeOf(made.admin, "gap:list"), filters, NOW);
    const own = await gaps({ owner: [ana] });
    const all = await gaps({ serviceOwner: [ana] });
    expect(own.items.map(({ question }) => question)).toEqual([EDITS]);
    expect(all.total.services).toBe(1);
    expect(all.total.gaps).toBeGreaterThan(1);
    expect(all.items.every(({ service }) => service === first)).toBe(true);
    expect((await gaps({ serviceOwner: [ana], owner: [bo] })).total.gaps).toBe(0);
    expect(await exported("gaps", { serviceOwner: [bo as string] })).toEqual([second]);
  });

  it("are offered with those who own something, by name, and with whoever is asked for", async () => {
    const asked = { owner: [made.admin.person.id] };
    const { owners } = await loadFilterChoices(scopeOf(made.admin, "service:list"), asked, NOW);
    expect(owners.map(({ id, gaps }) => [id, gaps])).toEqual(
      expect.arrayContaining([
        [ana, 1],
        [bo, 1],
        [made.admin.person.id, 0],
      ]),
    );
  });

  it("of an earlier instant are those with a gap then that is planned for somebody now", async () => {
    expect(await listed([bo as string], { asOf: daysLater(0, 1).toISOString() })).toEqual([second]);
    expect(await exported("services", { owner: [ana as string], asOf: daysLater(2).toISOString() })).toEqual([
      first,
    ]);
  });

  it("leave once the gap is closed or handed on, and do not come back with another gap of the question", async () => {
    await answer(first as string, EDITS, "yes", 1, 2);
    expect(await listed([ana as string])).toEqual([]);
    await answer(first as string, EDITS, "no", 2, 3);
    expect(await listed([ana as string])).toEqual([]);
    await plan(second as string, RETRIES, ana as string, 3);
    expect(await listed([bo as string])).toEqual([]);
    expect(await listed([ana as string])).toEqual([second]);
  });

  it("are asked for by id or none: anything else is refused with the field named", async () => {
    const as = await signedIn(made.admin);
    for (const owner of ["me", "ana@example.com"]) {
      const reply = await send("listServices", { as, query: `owner=${encodeURIComponent(owner)}` });
      expect(reply).toMatchObject({ status: 400, body: { code: "invalid_input" } });
      expect(reply.body).toMatchObject({
        errors: [{ field: "owner.0", message: expect.stringMatching(/none/) }],
      });
    }
  });
});
