import { z } from "zod";
import { isDueDay } from "../domain/as-of";
import { CURSOR_LIMIT, TEXT_LIMITS } from "../domain/text";
import { WAIVER_ENDS, WAIVER_STATES } from "../domain/waiver";
import { day, instant, pageOf, slug, text, written } from "./text";
import { area, CALLED, tier } from "./vocabulary";

const until = day.refine(isDueDay, { error: "Choose a day from 1970 to 2199." });
const person = z.strictObject({ id: z.uuid(), name: z.string() });

export const waiverAsk = z
  .strictObject({
    service: slug,
    question: z.string().max(80),
    reason: written(TEXT_LIMITS.reason),
    measure: text(TEXT_LIMITS.reason).optional().meta({
      description: "What is done meanwhile to make the risk smaller.",
    }),
    until: until.meta({
      description: "The last day: at most 90, 180, 365 or 365 days from today, by tier (S6).",
    }),
  })
  .meta({ id: "WaiverAsk", description: "The risk of a gap that was answered no or partly." });
export type WaiverAsk = z.infer<typeof waiverAsk>;

export const waiverDecision = z
  .discriminatedUnion("decision", [
    z.strictObject({
      decision: z.literal("grant"),
      until: until.optional().meta({ description: "Another last day than the one that was asked for." }),
      reason: text(TEXT_LIMITS.reason).optional(),
    }),
    z.strictObject({ decision: z.literal("refuse"), reason: written(TEXT_LIMITS.reason) }),
  ])
  .meta({ id: "WaiverDecision" });
export type WaiverDecision = z.infer<typeof waiverDecision>;

export const waiverRevocation = z
  .strictObject({ reason: written(TEXT_LIMITS.reason) })
  .meta({ id: "WaiverRevocation" });
export type WaiverRevocation = z.infer<typeof waiverRevocation>;

/** A risk that was accepted for a gap, or the request for that, with what became of it (S6, L8). */
export const waiver = z
  .strictObject({
    id: z.uuid(),
    service: slug,
    serviceName: z.string(),
    team: slug,
    teamName: z.string(),
    tier,
    question: z.string(),
    number: z.string().meta({ description: "Empty where the service is not asked the question any more." }),
    title: z.string().meta({ description: CALLED }),
    text: z.string(),
    area: area.nullable(),
    critical: z.boolean(),
    state: z.enum(WAIVER_STATES),
    verdict: z
      .enum(["no", "partly"])
      .meta({ description: "The given one that it is asked for, or was granted for." }),
    reason: z.string(),
    measure: z.string(),
    requestedBy: z.strictObject({ ...person.shape, disabled: z.boolean() }).meta({
      description: "One who is disabled cannot withdraw it; whoever decides waivers can refuse it.",
    }),
    requestedAt: instant,
    askedUntil: z.string().meta({ description: "YYYY-MM-DD, where the organisation is." }),
    decidedBy: person.nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string(),
    soleDecider: z
      .boolean()
      .meta({ description: "Decided by who asked for it, the only one who could (L8)." }),
    until: z.string().nullable().meta({ description: "Null where it was not granted." }),
    endsAt: instant.nullable().meta({ description: "The last instant of that day." }),
    endedAt: instant.nullable(),
    endCause: z
      .enum(WAIVER_ENDS)
      .nullable()
      .meta({ description: "Why it ended, or why the request lapsed." }),
    endedBy: person
      .nullable()
      .meta({ description: "Who withdrew or revoked it; null where nobody did, as when the gap closed." }),
    endReason: z.string(),
    renewal: z.int().meta({ description: "How many it follows without a day between; 0 for none." }),
    acceptedSince: instant
      .nullable()
      .meta({ description: "When the first of those that it follows was granted; its own grant for none." }),
    can: z.strictObject({ decide: z.boolean(), withdraw: z.boolean(), revoke: z.boolean() }),
  })
  .meta({ id: "Waiver" });
export type Waiver = z.infer<typeof waiver>;

export const waiverFilters = z.strictObject({
  state: z.array(z.enum(WAIVER_STATES)).optional().meta({ description: "Several widen." }),
  service: z.array(slug).optional(),
  team: z.array(slug).optional(),
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type WaiverFilters = z.infer<typeof waiverFilters>;

/** One step in the life of a waiver, for a history (H1). */
export const waiverEvent = z
  .strictObject({
    waiver: z.uuid(),
    question: z.string(),
    event: z.enum(["asked", "granted", "refused", "withdrawn", "lapsed", "ended"]),
    at: instant,
    by: person
      .nullable()
      .meta({ description: "Null where nobody did it: its day was over, or the gap changed." }),
    reason: z.string(),
    until: z.string().nullable(),
    renewal: z.int(),
    endCause: z.enum(WAIVER_ENDS).nullable(),
  })
  .meta({ id: "WaiverEvent" });
export type WaiverEvent = z.infer<typeof waiverEvent>;

/** A waiver in a list, with what its gap is expected to cause. */
const waiverRow = waiver
  .extend({
    incidentsPerYear: z.number().nullable().meta({ description: "Null where there is no gap any more." }),
    expectedLoss: z.number().nullable().meta({ description: "Null where none of the costs has a price." }),
  })
  .meta({ id: "WaiverRow" });
export type WaiverRow = z.infer<typeof waiverRow>;

export const waiverPage = pageOf(waiverRow)
  .extend({
    total: z.strictObject({
      byState: z.record(z.enum(WAIVER_STATES), z.int()),
      toDecide: z.int().meta({ description: "Open requests that the viewer may decide." }),
      endingSoon: z.int().meta({ description: "In force, and over within 30 days." }),
      acceptedLoss: z.number().nullable().meta({
        description: "Expected a year of live services' accepted gaps; null while nothing is priced.",
      }),
      currency: z.string().nullable(),
    }),
  })
  .meta({
    id: "WaiverPage",
    description: "Open requests first, the oldest first; then those in force, by their end; then the others.",
  });
export type WaiverPage = z.infer<typeof waiverPage>;
