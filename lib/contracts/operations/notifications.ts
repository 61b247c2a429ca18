import { notificationFilters, notificationPage } from "../notifications";
import type { Operation } from "../operation";

/** What waits for whoever asks. */
export const notificationsOperations = {
  listNotifications: {
    method: "GET",
    path: "/api/v1/notifications",
    action: "notification:list",
    on: "organisation",
    summary:
      "What waits for you: sign-offs, waivers to decide, conditions, overdue fixes, reviews; paged, what is due first comes first",
    query: notificationFilters,
    status: 200,
    result: notificationPage,
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
