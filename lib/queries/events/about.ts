import "server-only";
import { once } from "../../config/once";
import type { Change } from "../../db/changes/change";
import { db } from "../../db/client";
import { isUuid } from "../../domain/text";
import type { About } from "./frames";

/** Names and teams are those of at most a minute ago. */
const KEPT_MS = 60_000;

type Place = Pick<About, "service" | "team">;
const NOWHERE: Place = { service: null, team: null };

/** What was looked up lately, each thing once for all who hear of it. */
class Lately<T> {
  readonly #found = new Map<string, { value: Promise<T>; at: number }>();

  get(key: string, find: () => Promise<T>): Promise<T> {
    const now = Date.now();
    for (const [each, { at }] of this.#found) {
      if (now - at <= KEPT_MS) break;
      this.#found.delete(each);
    }
    const there = this.#found.get(key);
    if (there) return there.value;
    const value = find();
    value.catch(() => this.#found.delete(key));
    this.#found.set(key, { value, at: now });
    return value;
  }

  forget(key: string): void {
    this.#found.delete(key);
  }
}

const lately = () =>
  once("events-about", () => ({ actors: new Lately<About["actor"]>(), places: new Lately<Place>() }));

/** Who made a change, and where: null what nobody made, what has no place, and what cannot be told at the moment. */
export async function aboutOf({ action, actor, subjectType, subject }: Change): Promise<About> {
  const { actors, places } = lately();
  // It may have moved to another team.
  if (action === "service.edited") places.forget(subject);
  const [who, where] = await Promise.all([
    actor === null ? null : actors.get(actor, () => findActor(actor)).catch(() => null),
    isUuid(subject)
      ? places.get(subject, () => findPlace(subjectType, subject)).catch(() => NOWHERE)
      : NOWHERE,
  ]);
  return { actor: who, ...where };
}

const findActor = (id: string) => db().person.findUnique({ where: { id }, select: { id: true, name: true } });

async function findPlace(subjectType: string, id: string): Promise<Place> {
  if (subjectType === "team") {
    const team = await db().team.findUnique({ where: { id }, select: { slug: true } });
    return { service: null, team: team?.slug ?? null };
  }
  if (subjectType !== "service") return NOWHERE;
  const select = { slug: true, team: { select: { slug: true } } };
  const service = await db().service.findUnique({ where: { id }, select });
  return { service: service?.slug ?? null, team: service?.team.slug ?? null };
}
