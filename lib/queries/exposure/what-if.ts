import "server-only";
import type { Scope } from "../../auth/scope";
import type { WhatIf, WhatIfFilters, WhatIfResult, WorthGap } from "../../contracts/exposure";
import { reader } from "../../db/transaction";
import { AppError, type FieldProblem } from "../../domain/errors";
import { type AlikeGaps, firstOf, inRankOrder } from "../../domain/gap-table";
import { can } from "../../domain/policy";
import type { Summary } from "../../domain/standing";
import { type Closing, suppose } from "../../domain/what-if";
import { worthAYear } from "../../domain/worth";
import { type GapTable, presentGap } from "../portfolio/gap-table";
import { loadCarried } from "./carried";
import { carriedWithSpread } from "./spread-exposure";
import { weighed } from "./weighed";

/** How many gaps and services are named; the totals count all. */
const MOST_GAPS = 1_000;
const MOST_SERVICES = 200;
/** How many of the gaps before and after. */
const MOST_OPEN = 50;

/**
 * What would be true now if some gaps were closed: exposure with spread, score and standings before and after, and the
 * services that would stand otherwise (R5–R8, S3, S7, S8). What is no gap is counted and passed over. Writes nothing. Two
 * statements, one while nothing changed; one more to look up names that no gap has.
 * @throws AppError invalid_input naming the entry whose service or question nobody knows
 */
export async function loadWhatIf(
  scope: Scope<"exposure:read">,
  filters: WhatIfFilters,
  { close }: WhatIf,
  now: Date,
): Promise<WhatIfResult> {
  const { money, table } = await loadCarried(scope, filters, now);
  const closings = await closingsIn(table, close);
  const supposed = suppose(await weighed(table.services, now), table.gaps, closings);
  const [before, after] = await Promise.all([
    carriedWithSpread(table.gaps, money.model),
    carriedWithSpread(supposed.left, money.model),
  ]);
  const nameOf = (place: number) => {
    const service = table.services[place - 1];
    return { service: service?.slug ?? "", name: service?.name ?? "" };
  };
  const worthMost = (gaps: readonly AlikeGaps[], most: number) =>
    firstOf(inRankOrder(gaps, worthAYear), most).map((placed) => {
      const { costs: _, ...gap } = presentGap(placed, table.services);
      return gap;
    });
  const teamOf = new Map(table.services.map(({ slug, teamId }) => [slug, teamId]));
  const plannable = (gap: WorthGap): WorthGap => ({
    ...gap,
    plan: can(scope.viewer.actor, "gap:plan", { teamId: teamOf.get(gap.service) ?? "" }),
  });
  const moved = [...supposed.changed].sort(
    (a, b) =>
      Number(b.before.standing !== b.after.standing) - Number(a.before.standing !== a.after.standing) ||
      a.place - b.place,
  );
  return {
    currency: money.model.currency,
    before: { ...before, gaps: worthMost(table.gaps, MOST_OPEN), ...standsOf(supposed.before) },
    after: { ...after, gaps: worthMost(supposed.left, MOST_OPEN), ...standsOf(supposed.after) },
    gaps: worthMost(supposed.closed, MOST_GAPS).map(plannable),
    total: {
      gaps: supposed.closed.reduce((sum, gap) => sum + gap.places.length, 0),
      services: moved.length,
    },
    ignored: supposed.ignored,
    effortDays: supposed.effortDays,
    services: moved
      .slice(0, MOST_SERVICES)
      .map(({ place, before, after }) => ({ ...nameOf(place), before, after })),
  };
}

const standsOf = ({ score, byStanding }: Summary) => ({ score, byStanding });

/** What is to be closed, by place. @throws AppError invalid_input naming what nobody knows */
async function closingsIn({ services, gaps }: GapTable, close: WhatIf["close"]): Promise<Closing[]> {
  const placeOf = new Map(services.map(({ slug }, index) => [slug, index + 1]));
  const open = new Set(gaps.map((gap) => gap.question));
  const strange = close.filter(
    ({ service, question }) => (service !== undefined && !placeOf.has(service)) || !open.has(question),
  );
  if (strange.length > 0) await refuseUnknown(close, strange);
  return close.map(({ service, question }) => ({
    question,
    // Of a service that is not meant, nothing is open.
    place: service === undefined ? null : (placeOf.get(service) ?? 0),
  }));
}

async function refuseUnknown(close: WhatIf["close"], strange: WhatIf["close"]): Promise<void> {
  const slugs = [...new Set(strange.flatMap(({ service }) => service ?? []))];
  const keys = [...new Set(strange.map(({ question }) => question))];
  const rows = await reader().$queryRaw<{ slug: string | null; key: string | null }[]>`
    SELECT s."slug", NULL AS "key" FROM "Service" s WHERE s."slug" = ANY(${slugs}::text[])
    UNION ALL SELECT DISTINCT NULL, q."key" FROM "Question" q WHERE q."key" = ANY(${keys}::text[])`;
  const known = { slugs: new Set(rows.map((row) => row.slug)), keys: new Set(rows.map((row) => row.key)) };
  const isStrange = new Set(strange);
  const fields = close.flatMap((each, index): FieldProblem[] => {
    if (!isStrange.has(each)) return [];
    const problems: FieldProblem[] = [];
    if (each.service !== undefined && !known.slugs.has(each.service)) {
      problems.push({ field: `close.${index}.service`, message: `There is no service ${each.service}.` });
    }
    if (!known.keys.has(each.question)) {
      problems.push({ field: `close.${index}.question`, message: `No checklist asks ${each.question}.` });
    }
    return problems;
  });
  const [first] = fields;
  if (first) {
    throw new AppError("invalid_input", {
      message: `${first.field}: ${first.message}`,
      fields: fields.slice(0, 20),
    });
  }
}
