import { expect } from "vitest";
import { readEvents } from "./event-reader";
import { respond } from "./http";

type Events = ReturnType<typeof readEvents>;
const opened: Events[] = [];

/** Opens the stream of events, until leaveStreams(). */
export async function openStream(sent: Parameters<typeof respond>[1]) {
  const response = await respond("listenEvents", sent);
  expect(response.status).toBe(200);
  const events = readEvents(response);
  opened.push(events);
  return { response, events };
}

/** Leaves whatever is still open. */
export async function leaveStreams(): Promise<void> {
  for (const each of opened.splice(0)) await each.leave().catch(() => undefined);
}

/** Past what was missed. */
export async function untilHello(events: Events) {
  let event = await events.next();
  while (event && event.event !== "hello") event = await events.next();
  return event;
}
