import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { openEvents } from "@/lib/queries/events/open-events";

/** Changes as they happen → 200 a stream · 401 · 429 from too many browsers. */
export const GET = handle(operations.listenEvents, ({ scope, query, headers }) =>
  openEvents(scope, query, headers.get("last-event-id")),
);
