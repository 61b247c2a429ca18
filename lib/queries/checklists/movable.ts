import "server-only";
import type { Scope } from "../../auth/scope";
import { byName } from "../../domain/text";
import type { Lifecycle, Tier } from "../../domain/vocabulary";
import { teamOf } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";

/** A service that could be moved to another version, and the one that it is asked now. */
export interface MovableService {
  slug: string;
  name: string;
  team: string;
  teamName: string;
  tier: Tier;
  lifecycle: Lifecycle;
  checklist: string;
  checklistName: string;
  version: number;
  score: number | null;
}

/** Every service that counts, by name, with the version that it is asked. */
export async function loadMovable(_scope: Scope<"checklist:move">, now: Date): Promise<MovableService[]> {
  const snapshot = await snapshotNow(now);
  return snapshot.services
    .filter(({ counts }) => counts)
    .map(({ slug, facts: { name, tier, lifecycle, teamId }, checklist: { version }, score }) => {
      const team = teamOf(snapshot, teamId);
      return {
        ...{ slug, name, tier, lifecycle, score, team: team.slug, teamName: team.name },
        ...{
          checklist: version.checklist.key,
          checklistName: version.checklist.name,
          version: version.number,
        },
      };
    })
    .sort((a, b) => byName(a.name, b.name));
}
