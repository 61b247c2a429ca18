import type { LiveEvent } from "../../contracts/events";
import type { LiveNews } from "./live-news";

/** A change that the server told. */
export const anEvent = (some: Partial<LiveEvent> = {}): LiveEvent => ({
  id: "7",
  at: "2026-06-15T12:00:00.000Z",
  action: "answer.saved",
  subjectType: "service",
  subject: "6f1d7b86-0000-4000-8000-000000000001",
  service: "checkout",
  team: "payments",
  question: "calls-time-out",
  version: 2,
  actor: { id: "6f1d7b86-0000-4000-8000-0000000000aa", name: "Ana Kirsch" },
  ...some,
});

/** The same as news. */
export const aChange = (id: string, some: Partial<LiveEvent> = {}): LiveNews => ({
  kind: "change",
  event: anEvent({ id, ...some }),
});
