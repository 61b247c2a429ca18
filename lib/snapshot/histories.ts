import type { Models } from "../db/cost-model";
import type { TitlesByChecklist } from "./checklists";
import type { Plans, ServiceHistory } from "./history";
import { foldAt, type Snapshot, type TeamNames } from "./snapshot";

/** How many earlier instants are kept: a few, for each is as large as the present. */
const MOST_PASTS = 6;
/** The present is said to be as of an instant that is at most so old. */
const PRESENT_MS = 60_000;

/** What a state of all histories is made of. */
export interface HistoriesParts {
  /** By short name. */
  services: readonly ServiceHistory[];
  /** Where each of them stands, by id. */
  places: ReadonlyMap<string, number>;
  /** By id. */
  teams: ReadonlyMap<string, TeamNames>;
  plans: Plans;
  titles: TitlesByChecklist;
  /** Newest first. */
  models: Pick<Models, "all">;
  timeZone: string;
  currency: string;
}

/** Where services stand, by id. */
export const placesOf = (services: readonly ServiceHistory[]): ReadonlyMap<string, number> =>
  new Map(services.map(({ id }, place) => [id, place]));

/** A present, and what it was folded from: what nothing happened to since is told by it. */
export type Base = Omit<HistoriesParts, "teams" | "plans"> & { snapshot: Snapshot };

/**
 * The history of every service as one state of the database has it; whatever instant is asked about is a fold of it. Never changed; what
 * happens makes another one, which takes over the pasts that are the same in both.
 */
export class Histories implements HistoriesParts {
  readonly services: HistoriesParts["services"];
  readonly places: HistoriesParts["places"];
  readonly teams: HistoriesParts["teams"];
  readonly plans: Plans;
  readonly titles: TitlesByChecklist;
  readonly models: HistoriesParts["models"];
  readonly timeZone: string;
  readonly currency: string;
  /** Its newest state, for what was folded from an older one: that would be kept for ever by what came of it. */
  readonly lineage: { newest: Histories };
  #present: { from: number; until: number; snapshot: Promise<Snapshot> } | null = null;
  /** Of this state, or of one before it: no state keeps another one. */
  #base: Base | null;
  readonly #pasts: Map<number, Promise<Snapshot>>;

  /**
   * @param before the state that this one comes after
   * @param changedFrom the first instant (ms) at which the two may differ; -Infinity: everywhere
   */
  constructor(parts: HistoriesParts, before: Histories | null, changedFrom: number) {
    this.services = parts.services;
    this.places = parts.places;
    this.teams = parts.teams;
    this.plans = parts.plans;
    this.titles = parts.titles;
    this.models = parts.models;
    this.timeZone = parts.timeZone;
    this.currency = parts.currency;
    this.lineage = before?.lineage ?? { newest: this };
    this.lineage.newest = this;
    this.#base = before ? before.#base : null;
    this.#pasts = new Map();
    for (const [at, past] of before ? before.#pasts : []) {
      if (at >= changedFrom) continue;
      const mine = this.#takeOver(past);
      mine.catch(() => this.#pasts.delete(at));
      this.#pasts.set(at, mine);
    }
  }

  /** An earlier instant, with what is told as it is today. */
  async #takeOver(past: Promise<Snapshot>): Promise<Snapshot> {
    const { plans, teams } = this;
    const snapshot = await past;
    const isSame = plans === snapshot.plans && teams === snapshot.teams;
    return isSame ? snapshot : { ...snapshot, plans, teams };
  }

  /** What is true now; the same object for as long as nothing changes it. */
  now(now: Date): Promise<Snapshot> {
    const at = now.getTime();
    const known = this.#present;
    if (known && known.from <= at && at < known.until) return known.snapshot;
    const promise = foldAt(this, now, false, this.#base);
    const present = { from: at, until: at + 1, snapshot: promise };
    this.#present = present;
    promise.then(
      (snapshot) => {
        const { services, places, titles, models, timeZone, currency } = this;
        this.#base = { services, places, titles, models, timeZone, currency, snapshot };
        present.until = Math.min(snapshot.until.getTime(), at + PRESENT_MS);
      },
      () => {
        if (this.#present === present) this.#present = null;
      },
    );
    return promise;
  }

  /** What was true at an earlier instant. */
  at(at: Date): Promise<Snapshot> {
    const key = at.getTime();
    const known = this.#pasts.get(key);
    this.#pasts.delete(key);
    const snapshot = known ?? foldAt(this, at, true);
    this.#pasts.set(key, snapshot);
    snapshot.catch(() => this.#pasts.delete(key));
    for (const oldest of this.#pasts.keys()) {
      if (this.#pasts.size <= MOST_PASTS) break;
      this.#pasts.delete(oldest);
    }
    return snapshot;
  }
}
