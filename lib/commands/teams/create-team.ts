import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "../../auth/scope";
import type { Team, TeamNew } from "../../contracts/teams";
import { audit } from "../../db/audit";
import { freeSlug } from "../../db/free-slug";
import { inTransaction } from "../../db/transaction";
import { readTeam } from "../../queries/teams/teams";

/** Creates a team; the server makes its short name. */
export async function createTeam(scope: Scope<"team:create">, body: TeamNew, now: Date): Promise<Team> {
  return inTransaction(async (tx) => {
    const id = randomUUID();
    const slug = await freeSlug(tx, "team", body.name);
    await tx.team.create({
      data: {
        ...{ id, slug, name: body.name, description: body.description ?? "", createdAt: now },
        example: scope.viewer.person.example ?? false,
      },
    });
    await audit(
      tx,
      scope,
      { action: "team.created", subject: ["team", id], details: { slug, name: body.name } },
      now,
    );
    return readTeam(id, scope.viewer.actor);
  });
}
