import "server-only";
import type { Turn } from "../../contracts/launch-parts";
import type { Launch } from "../../contracts/launches";
import { reader } from "../../db/transaction";
import { isUnmet } from "../../domain/launch/conditions";
import type { Decision, Outcome, SignRole } from "../../domain/launch/vocabulary";
import type { Snapshot } from "../../snapshot/snapshot";
import { type Evaluated, evaluateAll } from "./evaluate";
import type { LaunchRows } from "./launch-rows";
import type { SharedLaunch } from "./present";
import { reviewTurns, turnsOf } from "./turns";

/** How a launch stands, as far as lists say it; how one stood that is closed. */
export interface Standing {
  outcome: Outcome;
  reasons: Launch["outcomeReasons"];
  overObjection: boolean;
  /** How many, and how many of them undisposed. */
  blockers: number;
  undisposed: number;
  openConditions: number;
  /** Those in force, by the id of who signed. */
  signOffs: readonly {
    role: SignRole;
    person: string;
    decision: Decision;
    /** ISO 8601 */
    at: string;
    outOfDate: boolean;
    overruled: boolean;
  }[];
  turns: readonly Turn[];
}

/** How launches stand, by id: open ones evaluated, each once; of closed ones what was frozen. */
export async function standingsOf(
  rows: readonly LaunchRows[],
  snapshot: Snapshot,
): Promise<ReadonlyMap<string, Standing>> {
  const open = rows.filter(({ state }) => state === "open");
  const closed = rows.filter(({ state }) => state !== "open");
  const frozen = await frozenParts(closed.map(({ id }) => id));
  return new Map([
    ...(await evaluateAll(open, snapshot)).map((each) => [each.rows.id, standingOf(each)] as const),
    ...closed.flatMap((each) => {
      const parts = frozen.get(each.id);
      return parts ? [[each.id, frozenStanding(parts, each)] as const] : [];
    }),
  ]);
}

function standingOf(evaluated: Evaluated): Standing {
  const { outcome, blockers, undisposed, conditions, signOffs } = evaluated;
  return {
    ...{ outcome: outcome.outcome, reasons: outcome.reasons, overObjection: outcome.overObjection },
    ...{ blockers: blockers.length, undisposed: undisposed.length },
    openConditions: conditions.filter(isUnmet).length,
    signOffs: signOffs
      .filter(({ row }) => row.supersededAt === null)
      .map(({ row: { role, personId: person, decision, at }, because, overruling }) => ({
        ...{ role, person, decision, at: at.toISOString(), outOfDate: because.length > 0 },
        overruled: overruling !== null && overruling.because.length === 0,
      })),
    turns: turnsOf(evaluated),
  };
}

type FrozenParts = Pick<
  SharedLaunch,
  "outcome" | "outcomeReasons" | "overObjection" | "blockers" | "conditions" | "signOffs"
>;

/** What lists say of what was frozen, which has every answer in it. */
async function frozenParts(ids: readonly string[]): Promise<ReadonlyMap<string, FrozenParts>> {
  if (ids.length === 0) return new Map();
  const rows = await reader().$queryRaw<{ id: string; parts: FrozenParts }[]>`
    SELECT "id", jsonb_build_object('outcome', "frozen"->'outcome', 'outcomeReasons', "frozen"->'outcomeReasons',
      'overObjection', "frozen"->'overObjection', 'blockers', "frozen"->'blockers', 'conditions', "frozen"->'conditions',
      'signOffs', "frozen"->'signOffs') AS "parts"
    FROM "Launch" WHERE "id" = ANY(${ids}::uuid[]) AND "frozen" IS NOT NULL`;
  return new Map(rows.map(({ id, parts }) => [id, parts]));
}

function frozenStanding(
  { outcome, outcomeReasons, overObjection, blockers, conditions, signOffs }: FrozenParts,
  rows: LaunchRows,
): Standing {
  return {
    ...{ outcome, reasons: outcomeReasons, overObjection, blockers: blockers.length },
    undisposed: blockers.filter(({ disposition }) => disposition === null).length,
    openConditions: conditions.filter(isUnmet).length,
    signOffs: signOffs
      .filter(({ supersededAt }) => supersededAt === null)
      .map(({ role, person, decision, at, outOfDate, overruling }) => ({
        ...{ role, person, decision, at, outOfDate },
        overruled: overruling !== null && !overruling.outOfDate,
      })),
    turns: reviewTurns(rows),
  };
}
