import "server-only";
import type { Changes } from "../../contracts/changes";
import { stateOf } from "../../domain/effective-verdict";
import { openness } from "../../domain/exposure";
import { type ChangeCause, causeAt, countsThen, lastFlip } from "../../domain/gap-changes";
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
  at: number;
  cause: ChangeCause;
}

/** The gaps that are open at one end of a span only, with when and why they last changed: thousands are counted, few are listed. */
export class ChangedGaps {
  readonly byCause: Changes["byCause"] = {};
  readonly total = { opened: 0, closed: 0 };
  readonly #lists = { opened: [] as Listed[], closed: [] as Listed[] };
  readonly #since: number;

  constructor(since: Date) {
    this.#since = since.getTime();
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
    const incidentsPerYear = rateOf(service.checklist, place) * openness(verdict);
    insert(this.#lists[way], { service, place, incidentsPerYear, at, cause });
  }
}

/** Puts a gap where it belongs among those that are listed, the most costly first, then the newest. */
function insert(list: Listed[], gap: Listed): void {
  let index = list.length;
  while (index > 0 && isBefore(gap, list[index - 1] as Listed)) index -= 1;
  if (index === MOST) return;
  list.splice(index, 0, gap);
  if (list.length > MOST) list.pop();
}

const isBefore = (a: Listed, b: Listed): boolean =>
  a.incidentsPerYear > b.incidentsPerYear || (a.incidentsPerYear === b.incidentsPerYear && a.at > b.at);

const rates = new WeakMap<RatedChecklist, Float64Array>();

/** What a question leads to in a year at openness 1 (R2). */
function rateOf(checklist: RatedChecklist, place: number): number {
  const known = rates.get(checklist) ?? Float64Array.from(checklist.questions, (asked) => sumOf(asked.rates));
  rates.set(checklist, known);
  return known[place] as number;
}

function present({ service, place, incidentsPerYear, at, cause }: Listed, snapshot: Snapshot): ChangedGap {
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
      at: new Date(at).toISOString(),
    },
  };
}
