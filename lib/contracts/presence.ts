import { z } from "zod";
import { instant } from "./text";

const question = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "Use the key of a question." })
  .max(120);

export const presenceReport = z
  .strictObject({
    tab: z.uuid({ error: "Use a UUID of the browser tab." }),
    question: question.nullable().meta({ description: "Where they are; null: nowhere in particular." }),
    gone: z.literal(true).optional().meta({ description: "The tab left." }),
  })
  .meta({ id: "PresenceTold", description: "Repeat it every 20 s; after 45 s one counts as gone." });
export type PresenceReport = z.infer<typeof presenceReport>;

export const presence = z
  .strictObject({
    person: z.strictObject({ id: z.uuid(), name: z.string() }),
    question: z.string().nullable(),
    seenAt: instant,
  })
  .meta({
    id: "Presence",
    description: "A person and where they are; one who is at two places stands twice.",
  });
export type Presence = z.infer<typeof presence>;

export const presences = z.strictObject({ items: z.array(presence) }).meta({ id: "Presences" });
export type Presences = z.infer<typeof presences>;
