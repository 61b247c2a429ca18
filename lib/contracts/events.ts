import { z } from "zod";
import { instant, slug } from "./text";

const changeId = z.string().regex(/^\d{1,15}$/, { error: "Use the id of an event." });

export const eventFilters = z.strictObject({
  after: changeId.optional().meta({
    description: "The id of the last event that was heard; as the header Last-Event-ID, which comes first.",
  }),
  once: z
    .enum(["true"])
    .optional()
    .meta({ description: "What happened since, and then the end: for where no stream passes." }),
});
export type EventFilters = z.infer<typeof eventFilters>;

/** What an event of the type `change` carries: enough to fetch anew what it concerns, nothing that is secret. */
export const liveEvent = z
  .strictObject({
    id: changeId,
    at: instant.meta({ description: "When it was heard of." }),
    action: z.string().meta({ description: "As audited, or service.aged, presence.moved." }),
    subjectType: z.string(),
    subject: z.string().meta({ description: "The id of what was changed." }),
    service: slug.nullable().meta({ description: "Where the subject is a service." }),
    team: slug.nullable().meta({ description: "The team that it belongs to, or that it is." }),
    question: z.string().nullable(),
    version: z.int().nullable(),
    actor: z
      .strictObject({ id: z.uuid(), name: z.string() })
      .nullable()
      .meta({ description: "Null when nobody did it, as with ageing." }),
  })
  .meta({
    id: "LiveEvent",
    description:
      "The data of an event `change`. Other events: `reset` when more was missed than is known, so that everything has to be fetched anew; `hello`, once, when all that was missed is told.",
  });
export type LiveEvent = z.infer<typeof liveEvent>;
