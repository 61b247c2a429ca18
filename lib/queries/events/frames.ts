import "server-only";
import type { LiveEvent } from "../../contracts/events";
import type { Change } from "../../db/changes/change";

const encoder = new TextEncoder();

/** One server-sent event. @param id kept by the browser as the last one heard */
const frame = (event: string, id: number, data: unknown): Uint8Array<ArrayBuffer> =>
  encoder.encode(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);

/** Everything up to `id` was told: where to go on from. */
export const helloFrame = (id: number): Uint8Array<ArrayBuffer> => frame("hello", id, {});
/** More was missed than is known: fetch everything anew. */
export const resetFrame = (id: number): Uint8Array<ArrayBuffer> => frame("reset", id, {});
/** Nothing: keeps what stands between from giving the connection up. */
export const heartbeat: Uint8Array<ArrayBuffer> = encoder.encode(": still here\n\n");

/** What a change does not say itself. */
export type About = Pick<LiveEvent, "actor" | "service" | "team">;

/** A change, as listeners hear it. */
export function changeFrame(change: Change, about: About): Uint8Array<ArrayBuffer> {
  const { id, at, action, subjectType, subject, question, version } = change;
  const event: LiveEvent = {
    ...{ id: String(id), at: at.toISOString(), action, subjectType, subject, question, version, ...about },
  };
  return frame("change", id, event);
}
