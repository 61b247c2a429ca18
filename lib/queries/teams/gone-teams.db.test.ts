import { beforeAll, describe, expect, it } from "vitest";
import { editService } from "../../commands/services/edit-service";
import { createTeam } from "../../commands/teams/create-team";
import { deleteTeam } from "../../commands/teams/delete-team";
import { db } from "../../db/client";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadPortfolio } from "../portfolio/portfolio";
import { loadGoneTeams } from "./gone-teams";

const NOW = daysLater(40);
let made: Awaited<ReturnType<typeof aService>>;

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  made = await aService({}, daysLater(1));
  const { slug } = await createTeam(scopeOf(made.admin, "team:create"), { name: "Another" }, NOON);
  await editService(scopeOf(made.admin, "service:edit", made.resource), { team: slug }, daysLater(10));
  const gone = { kind: "team" as const, id: made.teamId, slug: made.teamSlug, teamId: made.teamId };
  await deleteTeam(scopeOf(made.admin, "team:delete", gone), daysLater(30));
});

describe("a team that was deleted since", () => {
  it("is named by the past that it owned services in, and can be chosen there", async () => {
    const [asOf, at] = ["2026-06-20", new Date("2026-06-20T21:59:59.999Z")];
    const viewer = scopeOf(made.admin, "portfolio:read");
    const { items } = await loadPortfolio(viewer, { asOf, team: [made.teamSlug] }, NOW);
    expect(items).toMatchObject([{ team: made.teamSlug, teamName: "Payments" }]);
    expect(await loadGoneTeams(scopeOf(made.admin, "team:list"), at)).toEqual([
      { slug: made.teamSlug, name: "Payments" },
    ]);
  });

  it("is not among those of an instant at which it was gone, or owned nothing yet", async () => {
    const list = scopeOf(made.admin, "team:list");
    expect(await loadGoneTeams(list, daysLater(31))).toEqual([]);
    expect(await loadGoneTeams(list, NOON)).toEqual([]);
  });
});
