import "server-only";
import type { Changes } from "../../contracts/changes";
import { stateOf } from "../../domain/effective-verdict";
import { openness } from "../../domain/exposure";
import { type ChangeCause, causeAt, countsThen, lastFlip } from "../../domain/gap-changes";
import type { Pricing } from "../../domain/gap-worth";
import { sumOf } from "../../domain/sum";
import type { RatedChecklist } from "../../snapshot/checklists";
import { goodUntil, questionHistory } from "../../snapshot/open-since";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";

/** The lists hold at most so many; the totals count all. */
const MOST = 200;

type ChangedGap = Changes["gaps"]["opened"][number];

/** A gap that is open at one end only, as far as a list is sorted by it. */
interface Listed {
  service: ServiceThen;
  place: number;
  incidentsPerYear: number;
  expectedLoss: number | null;
  at: number;
  cause: ChangeCause;
}

/** The gaps that are open at one end of a span only, with when and why they last changed: thousands are counted, few are listed. */
export class ChangedGaps {
  readonly byCause: Changes["byCause"] = {};
  readonly total = { opened: 0, closed: 0 };
  readonly #lists = { opened: [] as Listed[], closed: [] as Listed[] };
  readonly #since: number;
  readonly #pricing: Pricing;
  /** By checklist and place, what an open question is expected to lose a year at severity 1; NaN without a price. */
  readonly #losses = new Map<RatedChecklist, Float64Array>();

  constructor(since: Date, pricing: Pricing) {
    this.#since = since.getTime();
    this.#pricing = pricing;
  }

  /** @param from null where the service was not there yet */
  add(from: ServiceThen | null, to: ServiceThen): void {
    this.#addOnlyIn(to, from, "opened", to);
    if (from) this.#addOnlyIn(from, to, "closed", to);
  }

  /** Those in the order of a list. */
  list(way: "opened" | "closed", snapshot: Snapshot): ChangedGap[] {
    return this.#lists[way].map((listed) => present(listed, snapshot));
  }

  #addOnlyIn(end: ServiceThen, other: ServiceThen | null, way: "opened" | "closed", to: ServiceThen): void {
    if (!end.counts) return;
    const there = other?.counts ? other : null;
    const isSameVersion = there?.checklist.version === end.checklist.version;
    for (let place = 0; place < end.codes.length; place += 1) {
      if (!end.isGap(place)) continue;
      if (there) {
        const placeThere = isSameVersion ? place : there.checklist.placeOf(end.checklist.at(place).key);
        if (placeThere !== undefined && there.isGap(placeThere)) continue;
      }
      this.#count(end, place, way, to);
    }
  }

  #count(service: ServiceThen, place: number, way: "opened" | "closed", to: ServiceThen): void {
    const history = questionHistory(service, place, countsThen);
    const at = lastFlip(history, this.#since, goodUntil(to));
    if (at === null) throw new RangeError(`gap ${place} of ${service.id} changed by nothing`);
    const cause = causeAt(history, at);
    const counts = this.byCause[cause] ?? { opened: 0, closed: 0 };
    this.byCause[cause] = counts;
    counts[way] += 1;
    this.total[way] += 1;
    const verdict = stateOf(service.codes[place] as number);
    const open = openness(verdict);
    const incidentsPerYear = rateOf(service.checklist, place) * open;
    const loss = this.#lossOf(service.checklist, place) * this.#pricing.severity[service.facts.tier] * open;
    const expectedLoss = Number.isNaN(loss) ? null : loss;
    insert(this.#lists[way], { service, place, incidentsPerYear, expectedLoss, at, cause });
  }

  #lossOf(checklist: RatedChecklist, place: number): number {
    const { means } = this.#pricing;
    const known =
      this.#losses.get(checklist) ??
      Float64Array.from(checklist.questions, ({ question }) => {
        const priced = question.costs.filter(({ cost }) => means[cost] !== null);
        if (priced.length === 0) return Number.NaN;
        return sumOf(priced.map(({ cost, incidentsPerYear }) => incidentsPerYear * (means[cost] ?? 0)));
      });
    this.#losses.set(checklist, known);
    return known[place] as number;
  }
}

/** Puts a gap where it belongs among those that are listed: what cost most first, what has no price last and by its incidents, then the newest. */
function insert(list: Listed[], gap: Listed): void {
  let index = list.length;
  while (index > 0 && isBefore(gap, list[index - 1] as Listed)) index -= 1;
  if (index === MOST) return;
  list.splice(index, 0, gap);
  if (list.length > MOST) list.pop();
}

const isBefore = (a: Listed, b: Listed): boolean =>
  ((a.expectedLoss ?? -1) - (b.expectedLoss ?? -1) ||
    a.incidentsPerYear - b.incidentsPerYear ||
    a.at - b.at) > 0;

const rates = new WeakMap<RatedChecklist, Float64Array>();

/** What a question leads to in a year at openness 1 (R2). */
function rateOf(checklist: RatedChecklist, place: number): number {
  const known = rates.get(checklist) ?? Float64Array.from(checklist.questions, (asked) => sumOf(asked.rates));
  rates.set(checklist, known);
  return known[place] as number;
}

function present(
  { service, place, incidentsPerYear, expectedLoss, at, cause }: Listed,
  snapshot: Snapshot,
): ChangedGap {
  const { key, title, text, area, critical } = service.checklist.at(place);
  return {
    ...{
      service: service.slug,
      serviceName: service.facts.name,
      team: teamOf(snapshot, service.facts.teamId).slug,
    },
    ...{
      question: key,
      title,
      text,
      area,
      critical,
      cause,
      incidentsPerYear,
      expectedLoss,
      at: new Date(at).toISOString(),
    },
  };
}
