import "server-only";
import type { Scope } from "../../auth/scope";
import type { ExposureFilters, ExposureView } from "../../contracts/exposure";
import { byWorthOf } from "../../domain/gap-page";
import { can } from "../../domain/policy";
import { worthAYear } from "../../domain/worth";
import { carriedBy } from "../../snapshot/carried";
import { derived, keyOf } from "../../snapshot/derived";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { pageOfGaps } from "../gaps/gap-page";
import { exposedCosts } from "../portfolio/costs";
import { type GapTable, gapTable, presentGap } from "../portfolio/gap-table";
import { sharesOf } from "./shares";
import { carriedWithSpread } from "./spread-exposure";

const PAGE = 50;
/** How many gaps are named for each cost. */
const LARGEST = 4;

/**
 * What the gaps of the chosen services are expected to cause in a year (R1–R7), now or as of an earlier instant (H3) with
 * the assumptions in force then: in all, by team, tier and service, and gap by gap by what each is worth (R8).
 * @throws AppError invalid_input for an instant that is still to come, or a cursor that was not given here
 */
export async function loadExposure(
  scope: Scope<"exposure:read">,
  { cursor, limit = PAGE, when, asOf, ...choice }: ExposureFilters,
  now: Date,
): Promise<ExposureView> {
  const snapshot = await snapshotAt(asOf, now);
  const table = await gapTable(snapshot, choice);
  const figures = await derived(snapshot, keyOf("exposure", choice), () => figuresOf(snapshot, table));
  // Of one time only, where that is asked for (R6).
  const gaps = table.gaps.filter(({ live }) => when === undefined || live === (when === "now"));
  const sorting = byWorthOf(gaps, worthAYear);
  const { page, nextCursor } = pageOfGaps(gaps, table.services, sorting, { cursor, limit });
  const mayPlan = (teamId: string) => !snapshot.past && can(scope.viewer.actor, "gap:plan", { teamId });
  return {
    ...figures,
    gaps: page.map((placed) => ({
      ...presentGap(placed, table),
      plan: mayPlan(table.services[placed.place - 1]?.facts.teamId ?? ""),
    })),
    nextCursor,
  };
}

async function figuresOf(
  snapshot: Snapshot,
  table: GapTable,
): Promise<Omit<ExposureView, "gaps" | "nextCursor">> {
  const { at, day, past, model, inForce } = snapshot;
  return {
    ...{ asOf: at.toISOString(), day, past, currency: model.currency },
    model: {
      number: inForce?.row.number ?? null,
      at: inForce?.row.at.toISOString() ?? null,
      example: inForce?.row.example ?? false,
    },
    ...(await carriedWithSpread(table.services, model)),
    costs: exposedCosts(table, carriedBy(table.services, model), LARGEST),
    ...sharesOf(table.services, snapshot),
  };
}
