import "server-only";
import type { Scope } from "../../auth/scope";
import { yieldRegularly } from "../../config/yield-regularly";
import type { WhatIf, WhatIfFilters, WhatIfResult } from "../../contracts/exposure";
import { reader } from "../../db/transaction";
import { AppError, type FieldProblem } from "../../domain/errors";
import { type AlikeGaps, firstOf, inRankOrder, type PlacedGap } from "../../domain/gap-table";
import { can } from "../../domain/policy";
import { worthAYear } from "../../domain/worth";
import { alikeGaps } from "../../snapshot/alike-gaps";
import { derived, keyOf } from "../../snapshot/derived";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { withYes } from "../../snapshot/suppose";
import { type GapTable, gapTable, presentGap } from "../portfolio/gap-table";
import { summaryOfServices } from "../services/services";
import { carriedWithSpread } from "./spread-exposure";

/** How many gaps and services are named; the totals count all. */
const MOST_GAPS = 1_000;
const MOST_SERVICES = 200;
/** How many of the gaps before and after. */
const MOST_OPEN = 50;

/**
 * What would be true now if some gaps were closed: exposure with spread, score and standings before and after, and the
 * services that would stand otherwise (R5–R8, S3, S7, S8). What is no gap is counted and passed over. Writes nothing. One
 * statement beside the look at what is new, to look up names that no gap has.
 * @throws AppError invalid_input naming the entry whose service or question nobody knows
 */
export async function loadWhatIf(
  scope: Scope<"exposure:read">,
  filters: WhatIfFilters,
  { close }: WhatIf,
  now: Date,
): Promise<WhatIfResult> {
  const snapshot = await snapshotNow(now);
  const table = await gapTable(snapshot, filters);
  await refuseUnknown(close, snapshot, table);
  const wanted = wantedOf(close);
  const supposed = await suppose(table.services, wanted);
  const closed = table.gaps.flatMap((gap) => {
    const which = wanted.get(gap.question);
    if (!which) return [];
    const places = which.has(undefined)
      ? gap.places
      : gap.places.filter((place) => which.has(table.services[place - 1]?.slug));
    return places.length === 0 ? [] : [{ ...gap, places }];
  });
  const [before, after] = await Promise.all([
    derived(snapshot, keyOf("before", filters), () => shown(snapshot, table)),
    shown(snapshot, { ...table, services: supposed, gaps: alikeGaps(snapshot, supposed) }),
  ]);
  const mayPlan = (place: number) =>
    can(scope.viewer.actor, "gap:plan", { teamId: table.services[place - 1]?.facts.teamId ?? "" });
  const moved = movedBy(table.services, supposed);
  return {
    currency: snapshot.model.currency,
    ...{ before, after },
    gaps: firstOf(inRankOrder(closed, worthAYear), MOST_GAPS).map((placed) => ({
      ...named(placed, table),
      plan: mayPlan(placed.place),
    })),
    total: { gaps: closed.reduce((sum, gap) => sum + gap.places.length, 0), services: moved.length },
    ignored: notOpen(close, table.services, closed),
    effortDays: closed.reduce((sum, gap) => sum + gap.effortDays * gap.places.length, 0),
    services: moved.slice(0, MOST_SERVICES),
  };
}

/** Exposure, score and standings of services, and the gaps of theirs that are worth most. */
async function shown(snapshot: Snapshot, table: GapTable): Promise<WhatIfResult["before"]> {
  const { score, byStanding } = summaryOfServices(table.services.filter(({ counts }) => counts));
  const largest = firstOf(inRankOrder(table.gaps, worthAYear), MOST_OPEN);
  return {
    ...(await carriedWithSpread(table.services, snapshot.model)),
    gaps: largest.map((placed) => named(placed, table)),
    ...{ score, byStanding },
  };
}

function named(placed: PlacedGap, table: GapTable) {
  const { costs: _, ...gap } = presentGap(placed, table);
  return gap;
}

/** By question, in which services it is to be closed; undefined for all. */
function wantedOf(close: WhatIf["close"]): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const wanted = new Map<string, Set<string | undefined>>();
  for (const { service, question } of close) {
    const known = wanted.get(question) ?? new Set();
    wanted.set(question, known.add(service));
  }
  return wanted;
}

/** Services as they would be; others have their turn in between. */
async function suppose(
  services: readonly ServiceThen[],
  wanted: ReturnType<typeof wantedOf>,
): Promise<ServiceThen[]> {
  const breathe = yieldRegularly();
  const supposed: ServiceThen[] = [];
  for (const then of services) {
    const pause = breathe();
    if (pause) await pause;
    const places: number[] = [];
    for (const [question, which] of wanted) {
      if (!then.counts || (!which.has(undefined) && !which.has(then.slug))) continue;
      const place = then.checklist.placeOf(question);
      if (place !== undefined && then.isGap(place)) places.push(place);
    }
    supposed.push(places.length === 0 ? then : withYes(then, places));
  }
  return supposed;
}

/** The services whose score or standing would be another, those whose standing would be first. */
function movedBy(services: readonly ServiceThen[], supposed: readonly ServiceThen[]) {
  const stands = ({ score, standing }: ServiceThen) => ({ score, standing });
  return services
    .flatMap((before, index) => {
      const after = supposed[index] ?? before;
      if (after.score === before.score && after.standing === before.standing) return [];
      return [
        {
          ...{ service: before.slug, name: before.facts.name },
          ...{ before: stands(before), after: stands(after) },
        },
      ];
    })
    .sort(
      (a, b) =>
        Number(b.before.standing !== b.after.standing) - Number(a.before.standing !== a.after.standing),
    );
}

/** How many of what was to be closed is no gap of anybody. */
function notOpen(
  close: WhatIf["close"],
  services: GapTable["services"],
  closed: readonly AlikeGaps[],
): number {
  const open = new Map<string, Set<string>>();
  for (const { question, places } of closed) {
    const slugs = open.get(question) ?? new Set<string>();
    for (const place of places) slugs.add(services[place - 1]?.slug ?? "");
    open.set(question, slugs);
  }
  return close.filter(({ question, service }) => {
    const slugs = open.get(question);
    return !slugs || (service !== undefined && !slugs.has(service));
  }).length;
}

/** @throws AppError invalid_input naming what nobody knows */
async function refuseUnknown(
  close: WhatIf["close"],
  { services }: Snapshot,
  { gaps }: GapTable,
): Promise<void> {
  const slugs = new Set(services.map(({ slug }) => slug));
  const keys = new Set(gaps.map(({ question }) => question));
  const strange = close.flatMap(({ question }) => (keys.has(question) ? [] : [question]));
  for (const key of await askedAnywhere(strange)) keys.add(key);
  const fields = close.flatMap(({ service, question }, index): FieldProblem[] => {
    const problems: FieldProblem[] = [];
    if (service !== undefined && !slugs.has(service))
      problems.push({ field: `close.${index}.service`, message: `There is no service ${service}.` });
    if (!keys.has(question))
      problems.push({ field: `close.${index}.question`, message: `No checklist asks ${question}.` });
    return problems;
  });
  const [first] = fields;
  if (!first) return;
  const message = `${first.field}: ${first.message}`;
  throw new AppError("invalid_input", { message, fields: fields.slice(0, 20) });
}

/** Which of some questions any checklist asks: one statement, none for none. */
async function askedAnywhere(keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await reader().question.findMany({
    where: { key: { in: [...new Set(keys)] } },
    distinct: ["key"],
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}
