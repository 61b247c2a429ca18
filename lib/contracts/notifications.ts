import { z } from "zod";
import { NOTIFICATION_KINDS } from "../domain/notifications";
import { CURSOR_LIMIT } from "../domain/text";
import { signRole } from "./launch-parts";
import { day, instant, pageOf, slug } from "./text";

export const notificationFilters = z.strictObject({
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type NotificationFilters = z.infer<typeof notificationFilters>;

/** Something that waits for the viewer: computed from what is so now, and gone when it is done. */
export const notification = z
  .strictObject({
    id: z.string().meta({ description: "The same for as long as it waits." }),
    kind: z.enum(NOTIFICATION_KINDS).meta({
      description:
        "`sign_again`: a go went out of date. `look_again`: the day that a no_go of the viewer's named has come. `gap`: a fix of the viewer's that is overdue. `close`: the day of a launch that the viewer facilitates has passed.",
    }),
    launch: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
    service: z.strictObject({ slug, name: z.string() }).nullable(),
    question: z.strictObject({ key: z.string(), title: z.string() }).nullable(),
    role: signRole.nullable(),
    waiver: z.uuid().nullable(),
    since: instant.nullable().meta({ description: "Since when it waits, where that is known." }),
    dueOn: day.nullable().meta({ description: "The last day for it." }),
    late: z.boolean(),
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof notification>;

export const notificationPage = pageOf(notification)
  .extend({
    total: z.int().meta({ description: "Everything that waits, beyond this page too." }),
    late: z.int(),
  })
  .meta({ id: "NotificationPage", description: "What is due first comes first." });
export type NotificationPage = z.infer<typeof notificationPage>;
