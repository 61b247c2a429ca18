import "server-only";
import type { Scope } from "../../auth/scope";
import { lifecycle } from "../../config/lifecycle";
import type { EventFilters } from "../../contracts/events";
import type { Streamed } from "../../contracts/operation";
import { newestChange, readMissed } from "../../db/changes/read-changes";
import { isBroadcast } from "../../domain/broadcast";
import { AppError } from "../../domain/errors";
import { aboutOf } from "./about";
import { audience } from "./audience";
import { EventStream } from "./event-stream";
import { changeFrame, helloFrame, resetFrame } from "./frames";

/** One stream per browser is what ours open; this many a person may have. */
const MOST_STREAMS = 20;
const HEADERS = {
  // Neither kept nor compressed nor held back on the way: every proxy passes on each event at once.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  // A connection that is kept open for a next request would hold up a process that stops.
  connection: "close",
};

/**
 * The changes that anybody signed in may know of, as server-sent events: what was missed since the last one that was
 * heard, then each as it happens. Ends with the session, when the process stops, and for who does not keep up.
 * @param lastEventId what the browser heard last, when it connects again by itself
 * @throws AppError too_many_attempts when the person has too many open; unavailable while the process stops
 */
export async function openEvents(
  scope: Scope<"events:listen">,
  { after, once }: EventFilters,
  lastEventId: string | null,
): Promise<Streamed> {
  const last = lastEventId ?? after;
  const heard = last !== undefined && /^\d{1,15}$/.test(last) ? Number(last) : null;
  if (once) {
    const frames = (await missed(heard)).map(({ frame }) => frame);
    return { contentType: "text/event-stream", headers: HEADERS, body: new Blob(frames).stream() };
  }
  refuseTooMany(scope.viewer.person.id);
  const stream = new EventStream(scope.viewer);
  const part = await audience().join(stream);
  try {
    stream.open(await missed(heard), part);
  } catch (error) {
    part();
    throw error;
  }
  return { contentType: "text/event-stream", headers: HEADERS, body: stream.body };
}

/** What came after `heard` as far as it is known, and the greeting: from there on the listener is up to date. */
async function missed(heard: number | null): Promise<{ frame: Uint8Array<ArrayBuffer>; id: number }[]> {
  // Before what was missed is read: whatever comes in between is in both.
  const newest = await newestChange();
  const changes = await readMissed(heard);
  const hello = { frame: helloFrame(newest), id: newest };
  if (!changes) return [{ frame: resetFrame(newest), id: newest }, hello];
  const told = changes.filter(({ action }) => isBroadcast(action));
  const frames = told.map(async (change) => ({
    frame: changeFrame(change, await aboutOf(change)),
    id: change.id,
  }));
  return [...(await Promise.all(frames)), hello];
}

function refuseTooMany(personId: string): void {
  if (lifecycle().draining) {
    throw new AppError("unavailable", {
      message: "This server is stopping. Try again.",
      retryAfterSeconds: 1,
    });
  }
  const open = [...audience().hearers].filter((hearer) => hearer.personId === personId).length;
  if (open < MOST_STREAMS) return;
  const message = `Events are open in ${MOST_STREAMS} browsers of yours already; close some of them.`;
  throw new AppError("too_many_attempts", { message, retryAfterSeconds: 30 });
}
