import { beforeAll, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { createService } from "../../commands/services/create-service";
import { deleteService } from "../../commands/services/delete-service";
import type { ServiceNew } from "../../contracts/services";
import { countStatements } from "../../testing/count-statements";
import { aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadSummary } from "../services/services";
import { loadTeamStandings } from "./team-standings";

type ATeam = Awaited<ReturnType<typeof aTeam>>;
let payments: ATeam;
let search: ATeam;

async function add(team: ATeam, name: string, some: Partial<ServiceNew> = {}) {
  const body: ServiceNew = { name, team: team.slug, tier: 3, lifecycle: "live", ...some };
  const { id, slug } = await createService(scopeOf(team.admin, "service:create", team.resource), body, NOON);
  return { kind: "service" as const, id, slug, teamId: team.id, deletedAt: null };
}

beforeAll(async () => {
  payments = await aTeam("Payments");
  search = await aTeam("Search");
  await aTeam("Idle");
  const checkout = await add(payments, "Checkout", { tier: 1 });
  const answer = { verdict: "yes", reason: "shown", expectedVersion: 0 } as const;
  await saveAnswer(scopeOf(payments.admin, "answer:save", checkout), "we-know-first", answer, NOON);
  await add(payments, "Ledger");
  await add(search, "Index");
  await add(search, "Old", { lifecycle: "retired" });
  const gone = await add(search, "Gone");
  await deleteService(scopeOf(search.admin, "service:delete", gone), daysLater(1));
});

it.each([
  ["now", daysLater(2)],
  ["after the answers went stale", daysLater(400)],
])("says of each team what its own summary says, %s", async (_, now) => {
  const standings = await loadTeamStandings(scopeOf(payments.admin, "team:list"), now);
  for (const team of [payments, search]) {
    const filters = { team: [team.slug] };
    const { services, byStanding, score } = await loadSummary(
      scopeOf(team.admin, "service:list"),
      filters,
      now,
    );
    expect(standings.get(team.slug)).toEqual({ services, byStanding, score });
  }
  expect(standings.get(payments.slug)).toMatchObject({
    services: 2,
    byStanding: { working: 1, unassessed: 1 },
  });
});

it("leaves out retired and deleted services, and teams that own none in use", async () => {
  const standings = await loadTeamStandings(scopeOf(payments.admin, "team:list"), daysLater(2));
  expect(standings.get(search.slug)?.services).toBe(1);
  expect([...standings.keys()].sort()).toEqual(["payments", "search"]);
});

it("takes one statement, however many teams there are", async () => {
  const scope = scopeOf(payments.admin, "team:list");
  const { statements } = await countStatements(() => loadTeamStandings(scope, daysLater(2)));
  expect(statements).toHaveLength(1);
});
