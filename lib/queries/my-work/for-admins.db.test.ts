import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { loadExampleAs } from "../../testing/example";
import { aPerson, aService, aTeam, scopeOf } from "../../testing/factories";
import { loadForAdmins } from "./for-admins";

describe("what an admin sees to", () => {
  it("is who is on no team, which team has nobody, and which service has no answer", async () => {
    const admin = await aPerson({ admin: true });
    const load = () => loadForAdmins(scopeOf(admin, "person:list"), new Date());
    const before = await load();
    const alone = await aPerson();
    await aPerson({ executive: true });
    const gone = await aPerson();
    await db().person.update({ where: { id: gone.person.id }, data: { disabledAt: new Date() } });
    const { people, teams, services } = await load();
    expect(people.total).toBe(before.people.total + 1);
    expect(people.items.map(({ id }) => id)).toContain(alone.person.id);
    expect(teams.total).toBe(before.teams.total);
    expect(services.total).toBe(before.services.total);
    const empty = await aTeam("Nobody");
    const later = await load();
    expect(later.teams.total).toBe(before.teams.total + 1);
    expect(later.teams.items).toContainEqual({ slug: empty.slug, name: "Nobody" });
    const { resource } = await aService();
    expect((await load()).services.total).toBe(before.services.total + 1);
    expect((await load()).services.items.map(({ slug }) => slug)).toContain(resource.slug);
    expect((await load()).services.alone).toBe(true);
  });

  it("is nothing that the example invented", async () => {
    const admin = await aPerson({ admin: true });
    const load = () => loadForAdmins(scopeOf(admin, "person:list"), new Date());
    const before = await load();
    await loadExampleAs(admin, new Date());
    const team = {
      id: randomUUID(),
      slug: "invented",
      name: "Invented",
      example: true,
      createdAt: new Date(),
    };
    await db().team.create({ data: team });
    const { people, teams, services } = await load();
    expect({ people, teams, services }).toEqual({
      ...before,
      services: { ...before.services, alone: false },
    });
  });
});
