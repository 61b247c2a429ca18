import { log } from "../config/log";
import { once } from "../config/once";
import { yieldRegularly } from "../config/yield-regularly";
import { databaseError } from "../db/errors";
import type { Tx } from "../db/transaction";
import { Histories, type HistoriesParts, placesOf } from "./histories";
import {
  factsOf,
  NO_ANSWERS,
  NO_WAIVERS,
  type Plan,
  type Plans,
  type ServiceHistory,
  withEntries,
  withWaivers,
} from "./history";
import { bySlug, type Loaded, loadHistories, NOT_SET_UP } from "./load-histories";
import { isMuch, isNothing, type News, readNews, readNewsWithin } from "./news";
import type { Position } from "./position";
import {
  entryLine,
  factsLine,
  modelOf,
  plansWith,
  teamNames,
  titlesWith,
  type WaiverRow,
  waiverThen,
} from "./rows";

/** Why what was read once is of no use; null as long as it is. */
function outdated(news: News, position: Position): string | null {
  if (news.cluster !== position.cluster) return "the database is another one, or started anew";
  return news.erased.some(([table]) => table === "everything") ? "all of it was replaced" : null;
}

/** The histories of this process, brought up to what the database has. */
class Current {
  #loaded: Loaded | null = null;
  #running: Promise<Histories> | null = null;
  #next: Promise<Histories> | null = null;

  get isLoaded(): boolean {
    return this.#loaded !== null;
  }

  /** A look that began after this was called: whoever saved before that sees what they saved. One at a time. */
  look(): Promise<Histories> {
    if (!this.#running) {
      const running = this.#read()
        .catch((error: unknown) => {
          throw databaseError(error) ?? error;
        })
        .finally(() => {
          if (this.#running === running) this.#running = null;
        });
      this.#running = running;
      return running;
    }
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.look();
      });
    return this.#next;
  }

  async #read(): Promise<Histories> {
    const loaded = this.#loaded;
    if (!loaded) return (await this.#load("a process has to know all of it once")).histories;
    const news = await readNews(loaded.position);
    const why = outdated(news, loaded.position) ?? (isMuch(news) ? "much is new" : null);
    if (why !== null) return (await this.#load(why)).histories;
    const parts = await withNews(loaded.histories, news);
    const histories = parts
      ? new Histories(parts, loaded.histories, changedFrom(loaded.histories, parts, news))
      : loaded.histories;
    this.#loaded = { histories, position: { seen: news.seen, cluster: news.cluster } };
    return histories;
  }

  /** As a transaction sees it: nothing of that is kept. What has to be read anew is read beside it. */
  async within(tx: Tx, ids: readonly string[] | null): Promise<Histories> {
    let loaded = this.#loaded ?? (await this.#load("a transaction asks, and nobody did before"));
    for (let tries = 0; ; tries += 1) {
      const news = await readNewsWithin(tx, loaded.position, ids);
      const why = outdated(news, loaded.position);
      if (why !== null && tries === 0) {
        loaded = await this.#load(why);
        continue;
      }
      const parts = (await withNews(loaded.histories, news)) ?? loaded.histories;
      if (ids === null) return new Histories(parts, null, Number.NEGATIVE_INFINITY);
      const services = ids.flatMap((id) => serviceIn(parts, id) ?? []).sort(bySlug);
      const some = { ...parts, services, places: placesOf(services) };
      return new Histories(some, null, Number.NEGATIVE_INFINITY);
    }
  }

  async #load(why: string): Promise<Loaded> {
    const began = performance.now();
    const loaded = await loadHistories();
    this.#loaded = loaded;
    const { services } = loaded.histories;
    const ms = Math.round(performance.now() - began);
    log().info({ services: services.length, ms, why }, "every history was read");
    return loaded;
  }
}

const current = () => once("histories", () => new Current());

/** The history of every service, as the database has it by now: one short statement, shared by all who ask at a time. */
export const currentHistories = (): Promise<Histories> => current().look();

/**
 * The same as a transaction sees it, what it wrote itself included: what is decided under its locks is decided by this.
 * Takes no other connection of the pool.
 * @param ids of the services that it is about; null: all
 */
export const historiesIn = (tx: Tx, ids: readonly string[] | null): Promise<Histories> =>
  current().within(tx, ids);

/** Whether this process has read them at all: until then it cannot answer. */
export const hasHistories = (): boolean => current().isLoaded;

/** What histories are made of with what is new; null where nothing is. */
async function withNews(before: Histories, news: News): Promise<HistoriesParts | null> {
  const timeZone = news.timeZone ?? NOT_SET_UP.timeZone;
  const currency = news.currency ?? NOT_SET_UP.currency;
  const isSame = timeZone === before.timeZone && currency === before.currency && isNothing(news);
  if (isSame) return null;
  const teams = new Map(before.teams);
  for (const [table, subject] of news.erased) if (table === "Team") teams.delete(subject);
  for (const row of news.teams) teams.set(row[0], teamNames(row));
  return {
    ...(await newServices(before, news)),
    teams: news.teams.length + news.erased.length > 0 ? teams : before.teams,
    plans: newPlans(before.plans, news),
    titles: news.titles.length > 0 ? titlesWith(before.titles, news.titles) : before.titles,
    models: newModels(before, news),
    ...{ timeZone, currency },
  };
}

/** The first instant (ms) at which anything is different: what was true before that still is. */
function changedFrom(
  before: Histories,
  parts: Pick<Histories, "services" | "places" | "timeZone" | "currency">,
  news: News,
): number {
  const everywhere =
    news.erased.some(([table]) => table !== "GapPlan") ||
    news.titles.length > 0 ||
    news.services.some(([id]) => isRenamed(before, parts, id)) ||
    parts.timeZone !== before.timeZone ||
    parts.currency !== before.currency;
  if (everywhere) return Number.NEGATIVE_INFINITY;
  return [
    ...news.entries.map(([, , , at]) => at),
    ...news.facts.map(([, , at]) => at),
    ...news.models.map(({ at }) => new Date(at).getTime()),
    ...news.waivers.map((row) => waiverChangedAt(before, row)),
  ].reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY);
}

/** The first instant (ms) at which a waiver is another than it was known. */
function waiverChangedAt(before: Services, row: WaiverRow): number {
  const { id, grantedAt, endedAt } = waiverThen(row);
  const known = serviceIn(before, row[0])?.waivers.find((each) => each.id === id);
  return known ? Math.min(known.endedAt, endedAt) : grantedAt;
}

type Services = Pick<Histories, "services" | "places">;

const serviceIn = ({ services, places }: Services, id: string): ServiceHistory | undefined =>
  services[places.get(id) ?? -1];

/** Services with what happened to them; others have their turn in between, should it be many. */
async function newServices(before: Services, news: News): Promise<Services> {
  const concerned = new Set(
    [news.services, news.facts, news.entries, news.waivers].flatMap((rows) => rows.map(([id]) => id)),
  );
  const gone = new Set(news.erased.flatMap(([table, subject]) => (table === "Service" ? [subject] : [])));
  if (concerned.size + gone.size === 0) return { services: before.services, places: before.places };
  const breathe = yieldRegularly();
  const known = [...concerned].flatMap((id) => serviceIn(before, id) ?? []);
  const byId = new Map<string, ServiceHistory>(known.map((service) => [service.id, service]));
  for (const id of gone) byId.delete(id);
  for (const [id, slug, createdAt, example] of news.services) {
    const service = byId.get(id) ?? { facts: [], answers: NO_ANSWERS, waivers: NO_WAIVERS };
    byId.set(id, { ...service, id, slug, createdAt: new Date(createdAt), example });
  }
  for (const [id, rows] of grouped(news.facts)) {
    await breathe();
    const service = byId.get(id);
    if (service) byId.set(id, { ...service, facts: factsOf([...service.facts, ...rows.map(factsLine)]) });
  }
  for (const [id, rows] of grouped(news.entries)) {
    await breathe();
    const service = byId.get(id);
    if (service) byId.set(id, { ...service, answers: withEntries(service.answers, rows.map(entryLine)) });
  }
  for (const [id, rows] of grouped(news.waivers)) {
    const service = byId.get(id);
    if (service) byId.set(id, { ...service, waivers: withWaivers(service.waivers, rows.map(waiverThen)) });
  }
  // Mostly nobody came, left or is called otherwise: then they stand in order already.
  const isInOrder = known.length === byId.size && known.every(({ id, slug }) => byId.get(id)?.slug === slug);
  if (gone.size === 0 && isInOrder) {
    const services = [...before.services];
    for (const [id, service] of byId) services[before.places.get(id) as number] = service;
    return { services, places: before.places };
  }
  const others = before.services.filter(({ id }) => !concerned.has(id) && !gone.has(id));
  const services = [...others, ...byId.values()].sort(bySlug);
  return { services, places: placesOf(services) };
}

function newPlans(before: Plans, { plans, erased }: News): Plans {
  const gone = erased.filter(([table]) => table === "GapPlan");
  if (plans.length + gone.length === 0) return before;
  const left = new Map<string, ReadonlyMap<string, Plan>>(before);
  for (const [, subject] of gone) {
    const [id = "", question = ""] = subject.split(" ");
    left.set(id, new Map([...(left.get(id) ?? [])].filter(([key]) => key !== question)));
  }
  return plansWith(left, plans);
}

function newModels({ models }: Histories, news: News): Histories["models"] {
  const gone = new Set(
    news.erased.flatMap(([table, subject]) => (table === "CostModel" ? [Number(subject)] : [])),
  );
  if (news.models.length + gone.size === 0) return models;
  const added = news.models.map(modelOf);
  const left = models.all.filter(
    ({ row }) => !gone.has(row.number) && !added.some((each) => each.row.number === row.number),
  );
  return { all: [...added, ...left].sort((a, b) => b.row.number - a.row.number) };
}

/** Whether a service that was known has another short name, or is no invented one any more. */
function isRenamed(before: Services, after: Services, id: string): boolean {
  const [was, is] = [serviceIn(before, id), serviceIn(after, id)];
  return was !== undefined && (was.slug !== is?.slug || was.example !== is.example);
}

function grouped<Row extends readonly [string, ...unknown[]]>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row[0]);
    if (own) own.push(row);
    else found.set(row[0], [row]);
  }
  return found;
}
