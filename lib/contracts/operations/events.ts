import { eventFilters, liveEvent } from "../events";
import type { Operation } from "../operation";
import { presenceReport, presences } from "../presence";

/** What happens just now: live events, and who is where. */
export const eventsOperations = {
  listenEvents: {
    method: "GET",
    path: "/api/v1/events",
    action: "events:listen",
    on: "organisation",
    summary: "Changes as they happen, as server-sent events (see LiveEvent)",
    query: eventFilters,
    status: 200,
    streams: { "text/event-stream": liveEvent },
    background: true,
    refusals: ["too_many_attempts"],
  },
  listPresence: {
    method: "GET",
    path: "/api/v1/services/:service/presence",
    action: "service:read",
    on: "service",
    summary: "Who has the assessment of a service open, and where they are",
    status: 200,
    result: presences,
    background: true,
    refusals: [],
  },
  tellPresence: {
    method: "PUT",
    path: "/api/v1/services/:service/presence",
    action: "presence:tell",
    on: "service",
    summary: "Say where one is in the assessment of a service; answers who else is there",
    body: presenceReport,
    status: 200,
    result: presences,
    background: true,
    refusals: ["refused"],
  },
} as const satisfies Record<string, Operation>;
