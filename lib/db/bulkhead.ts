import { AsyncLocalStorage } from "node:async_hooks";
import { metrics } from "../config/metrics";
import { once } from "../config/once";
import { Semaphore } from "../config/semaphore";
import { AppError } from "../domain/errors";
import { databaseError } from "./errors";

/** So many expensive reads are under way at a time: more would only make each of them, and everything else, slower. */
const PLACES = 2;
/** How long somebody waits for a place who is told so when there is none. */
const WAIT_MS = 2_000;

const within = () => once("expensive", () => new AsyncLocalStorage<{ held: boolean; leave: () => void }>());
const flights = () => once("flights", () => new Map<string, Promise<unknown>>());

/** The places of expensive reads. */
export const expensivePlaces = (): Semaphore => once("expensive-places", () => new Semaphore(PLACES));

/** Whether what runs here belongs to an expensive read, and so reads by their connections. */
export const isExpensiveHere = (): boolean => within().getStore() !== undefined;

/** Whether what runs here has a place: what streams has left the place of what it began with. */
export const hasPlace = (): boolean => within().getStore()?.held === true;

/** Gives back the place of what runs here, if it has one, before it ends: for what it still does it needs none. */
export const leavePlace = (): void => within().getStore()?.leave();

/**
 * Does an expensive read in one of the few places that there are for them, by their own connections. Within another it
 * goes on in the place of that one.
 * @param waitMs how long to wait for a place
 * @throws AppError unavailable when none became free in time, or the database cannot be used
 */
export async function inBulkhead<T>(work: () => Promise<T>, waitMs = WAIT_MS): Promise<T> {
  if (hasPlace()) return work();
  const leave = await expensivePlaces().take(waitMs);
  if (!leave) {
    metrics().expensiveRefused.inc();
    const message =
      "Several large requests are running, and this one has to wait for them. Nothing was changed; try again in a few seconds.";
    throw new AppError("unavailable", { message, retryAfterSeconds: 3 });
  }
  const place = {
    held: true,
    leave() {
      place.held = false;
      leave();
    },
  };
  try {
    return await within().run(place, work);
  } catch (error) {
    throw databaseError(error) ?? error;
  } finally {
    place.leave();
  }
}

/**
 * The same for what may be asked by many at once: who asks the same while it is under way gets the same answer.
 * @param key says all that the answer depends on, the stamp of all changes included; the answer is shared: do not change it
 * @param first what it begins with, before it waits for a place
 */
export async function onceInBulkhead<T, F>(
  key: string,
  work: (found: F) => Promise<T>,
  first: () => Promise<F>,
): Promise<T> {
  const under = flights().get(key) as Promise<T> | undefined;
  if (under) return under;
  const flight = first().then((found) => inBulkhead(() => work(found)));
  flights().set(key, flight);
  try {
    return await flight;
  } finally {
    flights().delete(key);
  }
}
