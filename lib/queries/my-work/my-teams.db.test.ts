import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { createService } from "../../commands/services/create-service";
import { deleteService } from "../../commands/services/delete-service";
import type { ServiceNew } from "../../contracts/services";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadMyTeams } from "./my-teams";

type ATeam = Awaited<ReturnType<typeof aTeam>>;
async function add(team: ATeam, name: string, some: Partial<ServiceNew> = {}) {
  const body: ServiceNew = { name, team: team.slug, tier: 3, lifecycle: "live", ...some };
  const { id, slug } = await createService(scopeOf(team.admin, "service:create", team.resource), body, NOON);
  return { kind: "service" as const, id, slug, teamId: team.id, deletedAt: null };
}
type AService = Awaited<ReturnType<typeof add>>;
const answer = (team: ATeam, service: AService, question: string) => {
  const body = { verdict: "yes", reason: "shown", expectedVersion: 0 } as const;
  return saveAnswer(scopeOf(team.admin, "answer:save", service), question, body, NOON);
};

let payments: ATeam;
let search: ATeam;
beforeAll(async () => {
  payments = await aTeam("Payments");
  search = await aTeam("Search");
  await aTeam("Not mine");
});
const start = async (teams: Record<string, "lead" | "member">, now = daysLater(1)) =>
  loadMyTeams(scopeOf(await aPerson({ teams }), "service:list"), now);

describe("what somebody who has just joined is shown", () => {
  it("on no team: nothing", async () => {
    expect(await start({})).toEqual({ teams: [], services: [], total: 0 });
  });

  it("on a team without services: that there is nothing to answer", async () => {
    expect(await start({ [search.id]: "lead" })).toEqual({
      teams: [
        {
          slug: "search",
          name: "Search",
          role: "lead",
          services: 0,
          unassessed: 0,
          next: null,
          stale: 0,
          aged: null,
        },
      ],
      ...{ services: [], total: 0 },
    });
  });

  it("their teams by name; the most critical service that nobody has assessed comes first", async () => {
    const begun = await add(payments, "Begun", { tier: 1 });
    await answer(payments, begun, "we-know-first");
    await add(payments, "Less critical", { tier: 4 });
    await add(payments, "Critical", { tier: 2 });
    await add(payments, "Retired", { tier: 1, lifecycle: "retired" });
    const gone = await add(payments, "Gone", { tier: 1 });
    await deleteService(scopeOf(payments.admin, "service:delete", gone), NOON);
    const { teams } = await start({ [search.id]: "member", [payments.id]: "lead" });
    expect(teams.map((team) => team.slug)).toEqual(["payments", "search"]);
    expect(teams[0]).toMatchObject({ role: "lead", services: 3, unassessed: 2 });
    const next = teams[0]?.next;
    expect(next).toMatchObject({ slug: "critical", name: "Critical", answered: 0 });
    expect(next?.counting).toBeGreaterThan(10);
  });

  it("then one that is begun, with how far it is; an answer that does not apply counts for nothing", async () => {
    const service = await add(search, "Index");
    await answer(search, service, "we-know-first");
    const before = (await start({ [search.id]: "member" })).teams[0];
    expect(before).toMatchObject({ services: 1, unassessed: 0, next: { slug: "index", answered: 1 } });
    const body = { verdict: "not_applicable", reason: "none here", expectedVersion: 0 } as const;
    const scope = scopeOf(search.admin, "answer:save", service);
    await saveAnswer(scope, "simultaneous-edits-kept", body, NOON);
    const after = (await start({ [search.id]: "member" })).teams[0];
    expect(after?.next).toMatchObject({ answered: 1, counting: (before?.next?.counting ?? 0) - 1 });
  });

  it("lists the services that ask for answers, unassessed ones first, and no stranger's", async () => {
    const { services, total } = await start({ [search.id]: "member", [payments.id]: "lead" });
    expect(services.map(({ slug }) => slug)).toEqual(["critical", "less-critical", "begun", "index"]);
    expect(total).toBe(4);
    expect(services.at(-1)).toMatchObject({
      ...{ team: { slug: "search", name: "Search" }, standing: "working" },
      ...{ answered: 1, stale: 0 },
    });
    const later = await start({ [search.id]: "member" }, daysLater(400));
    expect(later.services).toMatchObject([{ slug: "index", stale: 1 }]);
  });

  it("takes one statement, however many teams and services", async () => {
    const scope = scopeOf(
      await aPerson({ teams: { [search.id]: "lead", [payments.id]: "lead" } }),
      "service:list",
    );
    const { statements } = await countStatements(() => loadMyTeams(scope, daysLater(1)));
    expect(statements).toHaveLength(1);
  });

  it("says the same long afterwards, when answers went stale: they are answers", async () => {
    const { teams } = await start({ [search.id]: "lead" }, daysLater(4000));
    expect(teams[0]).toMatchObject({
      ...{ services: 1, unassessed: 0, next: { slug: "index", answered: 1 } },
      ...{ stale: 1, aged: { slug: "index", name: "Index", stale: 1 } },
    });
  });
});
