/** What can wait for somebody, in the order in which it is listed where it is due on the same day. */
export const NOTIFICATION_KINDS = [
  "sign_again",
  "sign",
  "look_again",
  "decide_waiver",
  "condition",
  "gap",
  "name_signer",
  "close",
  "review",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Types of what can make something wait, or be done, when something happens to it. */
export const NOTIFIED_BY = ["launch", "service", "organisation", "person", "team"] as const;

/** After every day: what has none comes last. */
const NO_DAY = "9999-12-31";

/**
 * Where something stands in a list of what waits, as a text that compares as the list is sorted: what is due first, then by
 * kind. Different for different things.
 */
export const notificationKey = (one: { kind: NotificationKind; dueOn: string | null; id: string }): string =>
  `${one.dueOn ?? NO_DAY} ${NOTIFICATION_KINDS.indexOf(one.kind)} ${one.id}`;

/** Whether a text can be such a place. */
export const isNotificationKey = (text: string): boolean => /^\d{4}-\d\d-\d\d \d \S+$/.test(text);
