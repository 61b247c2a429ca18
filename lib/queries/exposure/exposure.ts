import "server-only";
import type { Scope } from "../../auth/scope";
import type { ExposureFilters, ExposureView, WorthGap } from "../../contracts/exposure";
import { groundEnds } from "../../db/ground";
import { can } from "../../domain/policy";
import { carriedBy, exposedCosts } from "../portfolio/costs";
import type { GapTable } from "../portfolio/gap-table";
import { kept, keyOf } from "../portfolio/kept";
import { type CarriedTable, loadCarried } from "./carried";
import { pageOfGaps } from "./gap-pages";
import { sharesOf } from "./shares";
import { carriedWithSpread } from "./spread-exposure";

const PAGE = 50;
/** How many gaps are named for each cost. */
const LARGEST = 4;

/**
 * What the gaps of the chosen services are expected to cause in a year (R1–R7), now or as of an earlier instant (H3) with
 * the assumptions in force then: in all, by team, tier and service, and gap by gap by what each is worth (R8). Two
 * statements, one while nothing changed; see loadCarried.
 * @throws AppError invalid_input for an instant that is still to come, or a cursor that was not given here
 */
export async function loadExposure(
  scope: Scope<"exposure:read">,
  { cursor, limit, when, ...asked }: ExposureFilters,
  now: Date,
): Promise<ExposureView> {
  const carried = await loadCarried(scope, asked, now);
  const { ground, moment, table } = carried;
  const key = keyOf("exposure", ground.stamp, {
    ...asked,
    asOf: moment.past ? moment.at.toISOString() : undefined,
  });
  const figures = await kept(key, now, async () => ({
    value: await figuresOf(carried),
    until: groundEnds(ground, now),
  }));
  const page = pageOfGaps(carriedIn(table, when), cursor, limit ?? PAGE);
  const teamOf = new Map(table.services.map(({ slug, teamId }) => [slug, teamId]));
  const plan = (gap: WorthGap) =>
    !moment.past && can(scope.viewer.actor, "gap:plan", { teamId: teamOf.get(gap.service) ?? "" });
  return { ...figures, ...page, gaps: page.gaps.map((gap) => ({ ...gap, plan: plan(gap) })) };
}

/** The gaps of one time only, where one is asked for (R6). */
const carriedIn = ({ services, gaps }: GapTable, when: ExposureFilters["when"]): GapTable => ({
  services,
  gaps: when === undefined ? gaps : gaps.filter(({ live }) => live === (when === "now")),
});

async function figuresOf({
  moment,
  money,
  table,
}: CarriedTable): Promise<Omit<ExposureView, "gaps" | "nextCursor">> {
  const { model, inForce, pricing } = money;
  return {
    asOf: moment.at.toISOString(),
    day: moment.day,
    past: moment.past,
    currency: model.currency,
    model: {
      number: inForce?.row.number ?? null,
      at: inForce?.row.at.toISOString() ?? null,
      example: inForce?.row.example ?? false,
    },
    ...(await carriedWithSpread(table.gaps, model)),
    costs: exposedCosts(table, carriedBy(table.gaps, model), LARGEST),
    ...sharesOf(table, pricing.priced),
  };
}
