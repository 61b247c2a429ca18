import { beforeAll, expect, it } from "vitest";
import { createService } from "../../commands/services/create-service";
import { createTeam } from "../../commands/teams/create-team";
import { countStatements } from "../../testing/count-statements";
import { aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadFilterChoices } from "../filters/choices";
import { loadTeamStanding } from "./team-standing";
import { loadTeams } from "./teams";

let team: Awaited<ReturnType<typeof aTeam>>;
const NOW = daysLater(3);
const WORK: Record<string, () => Promise<unknown>> = {
  "all teams": () => loadTeams(scopeOf(team.admin, "team:list")),
  filters: () => loadFilterChoices(scopeOf(team.admin, "service:list"), {}, NOW),
  "a team now": () => loadTeamStanding(scopeOf(team.admin, "team:read", team.resource), undefined, NOW),
  "a team as of a day": () =>
    loadTeamStanding(scopeOf(team.admin, "team:read", team.resource), "2026-06-16", NOW),
};
async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, work] of Object.entries(WORK)) {
    found[name] = (await countStatements(work)).statements.length;
  }
  return found;
}

async function add(name: string) {
  const body = { name, team: team.slug, tier: 2 as const, lifecycle: "live" as const, tags: [name] };
  await createService(scopeOf(team.admin, "service:create", team.resource), body, NOON);
}

beforeAll(async () => {
  team = await aTeam("Payments");
  await add("one");
});

it("what the pages of teams ask takes as many statements for many teams and services as for one", async () => {
  await loadFilterChoices(scopeOf(team.admin, "service:list"), {}, NOW);
  const few = await counts();
  expect(few).toEqual({ "all teams": 3, filters: 1, "a team now": 4, "a team as of a day": 4 });
  for (const name of ["two", "three", "four"]) {
    await createTeam(scopeOf(team.admin, "team:create"), { name }, NOON);
    await add(name);
  }
  expect(await counts()).toEqual(few);
});
