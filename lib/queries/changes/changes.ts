import "server-only";
import type { Scope } from "../../auth/scope";
import type { Changes, ChangesFilters } from "../../contracts/changes";
import { AppError } from "../../domain/errors";
import type { ChangeCause } from "../../domain/gap-changes";
import { assessThen } from "../past/assess-all-at";
import { loadFactsThen } from "../past/facts-then";
import { momentIn, timeZoneOf } from "../past/moment";
import { loadCandidates, type Span } from "./candidates";
import { type ChangedGaps, changedGaps, type Ends } from "./changed-gaps";
import { isChosen, standsChosen } from "./choice";
import { exposureByCause } from "./exposure-by-cause";
import { countMoves, distance, movedService } from "./moved-services";
import { loadUntouched } from "./untouched";

/** The lists hold at most so many; the totals count all. */
const MOST = 200;

/**
 * What changed between two instants: services that came, left or moved, the gaps that are open at one end only, and what
 * is expected to be lost in a year (R5), by cause. A gap that opened and closed again in between is no change. A choice means the services that it fits at either
 * end. Looks closely only at services to which something happened in between: eight statements, however many.
 * @throws AppError invalid_input when an instant is still to come, or they stand the wrong way round
 */
export async function loadChanges(
  _scope: Scope<"portfolio:read">,
  filters: ChangesFilters,
  now: Date,
): Promise<Changes> {
  const span = await spanOf(filters, now);
  const causes = await loadCandidates(span, filters.service);
  const ends = await endsOf([...causes.keys()], filters, span);
  const services = ends
    .flatMap((each) => movedService(each, causes.get(each.id) ?? []))
    .sort((a, b) => distance(b) - distance(a) || (a.serviceName < b.serviceName ? -1 : 1));
  const gaps = await changedGaps(ends, span);
  const until = { at: span.until, past: span.until < now };
  const untouched = await loadUntouched(filters, until, [...causes.keys()]);
  for (const list of [gaps.opened, gaps.closed]) list.sort(byWorth);
  return {
    since: span.since.toISOString(),
    until: span.until.toISOString(),
    services: services.slice(0, MOST),
    gaps: { opened: gaps.opened.slice(0, MOST), closed: gaps.closed.slice(0, MOST) },
    byCause: countByCause(gaps),
    exposure: await exposureByCause(ends, untouched, filters, span),
    total: {
      services: services.length,
      ...countMoves(services),
      opened: gaps.opened.length,
      closed: gaps.closed.length,
    },
  };
}

async function spanOf(filters: Pick<ChangesFilters, "since" | "until">, now: Date): Promise<Span> {
  const timeZone = await timeZoneOf();
  const { at: since } = momentIn(timeZone, filters.since, now, "since");
  const { at: until } = momentIn(timeZone, filters.until, now, "until");
  if (since <= until) return { since, until };
  const message = "Choose one that is not before since.";
  throw new AppError("invalid_input", {
    message: `until: ${message}`,
    fields: [{ field: "until", message }],
  });
}

/** The services at both ends, as far as the choice means them. Four statements. */
async function endsOf(
  candidates: readonly string[],
  filters: ChangesFilters,
  { since, until }: Span,
): Promise<Ends[]> {
  const [before, after] = [await loadFactsThen(candidates, since), await loadFactsThen(candidates, until)];
  const chosen = new Set([...before, ...after].flatMap((each) => (isChosen(each, filters) ? [each.id] : [])));
  const from = await assessThen(
    before.filter((each) => chosen.has(each.id)),
    since,
  );
  const to = await assessThen(
    after.filter((each) => chosen.has(each.id)),
    until,
  );
  return [...chosen]
    .map((id) => ({ id, from: from.get(id) ?? null, to: to.get(id) ?? null }))
    .filter((ends) =>
      standsChosen(
        [ends.from, ends.to].flatMap((end) => end?.readiness.standing ?? []),
        filters,
      ),
    );
}

const byWorth = (a: ChangedGaps["opened"][number], b: ChangedGaps["opened"][number]) =>
  b.incidentsPerYear - a.incidentsPerYear || (a.at < b.at ? 1 : -1);

function countByCause({ opened, closed }: ChangedGaps): Changes["byCause"] {
  const counts: Changes["byCause"] = {};
  const add = (cause: ChangeCause, way: "opened" | "closed") => {
    const count = counts[cause] ?? { opened: 0, closed: 0 };
    counts[cause] = count;
    count[way] += 1;
  };
  for (const { cause } of opened) add(cause, "opened");
  for (const { cause } of closed) add(cause, "closed");
  return counts;
}
