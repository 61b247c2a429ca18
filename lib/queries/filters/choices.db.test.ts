import { beforeAll, describe, expect, it } from "vitest";
import { loadTeamResource } from "../../auth/resources";
import { createService } from "../../commands/services/create-service";
import { editService } from "../../commands/services/edit-service";
import { createTeam } from "../../commands/teams/create-team";
import { deleteTeam } from "../../commands/teams/delete-team";
import { db } from "../../db/client";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadPortfolio } from "../portfolio/portfolio";
import { loadFilterChoices } from "./choices";

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

const teamsOf = async (asOf: string) =>
  (await loadFilterChoices(scopeOf(made.admin, "service:list"), { asOf }, NOW)).teams;

describe("a team that was deleted since", () => {
  it("is named by the past that it owned services in, and can be chosen there", async () => {
    const asOf = "2026-06-20";
    const viewer = scopeOf(made.admin, "portfolio:read");
    const { items } = await loadPortfolio(viewer, { asOf, team: [made.teamSlug] }, NOW);
    expect(items).toMatchObject([{ team: made.teamSlug, teamName: "Payments" }]);
    expect(await teamsOf(asOf)).toEqual([
      { slug: "another", name: "Another", deleted: false },
      { slug: made.teamSlug, name: "Payments", deleted: true },
    ]);
  });

  it("is not among those of an instant at which it was gone, or owned nothing yet", async () => {
    const another = [{ slug: "another", name: "Another", deleted: false }];
    expect(await teamsOf(daysLater(31).toISOString())).toEqual(another);
    expect(await teamsOf(NOON.toISOString())).toEqual(another);
  });

  it("is offered by no list of the present, whose tags are those in use, most used first", async () => {
    const scope = scopeOf(made.admin, "service:list");
    const before = await loadFilterChoices(scope, {}, NOW);
    expect(before.teams).toEqual([{ slug: "another", name: "Another", deleted: false }]);
    const here = { team: "another", tier: 2 as const, lifecycle: "live" as const };
    const team = await loadTeamResource("another");
    for (const [name, tags] of [
      ["One", ["b", "ü 🧾"]],
      ["Two", ["ü 🧾", "a"]],
    ] as const)
      await createService(
        scopeOf(made.admin, "service:create", team),
        { ...here, name, tags: [...tags] },
        NOW,
      );
    const { tags } = await loadFilterChoices(scope, {}, NOW);
    expect(tags).toEqual([
      { tag: "ü 🧾", services: 2 },
      { tag: "a", services: 1 },
      { tag: "b", services: 1 },
    ]);
  });
});
