import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadNotifications } from "@/lib/queries/notifications/notifications";

/** What waits for whoever asks; what is due first comes first. */
export const GET = handle(operations.listNotifications, ({ scope, query, now }) =>
  loadNotifications(scope, query, now),
);
