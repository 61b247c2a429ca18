import { z } from "zod";
import { amongGapsName, GAP_FILTER_NAMES, isServiceFilter, SERVICE_FILTER_NAMES } from "../domain/filters";
import { PLAN_STATES } from "../domain/gap-plan";
import { DECISIONS, LAUNCH_STATES, OUTCOMES } from "../domain/launch/vocabulary";
import { CURSOR_LIMIT } from "../domain/text";
import { entry, origin } from "./answers";
import { gapFilters } from "./gaps";
import { outcomeReason, signRole } from "./launch-parts";
import { portfolioFilters } from "./portfolio";
import { shownTexts } from "./services";
import { asOf, instant, link, slug } from "./text";
import { answerState, area, cost, lifecycle, source, standing, tier } from "./vocabulary";
import { waiver } from "./waivers";

/** What can be exported, and as what. */
export const EXPORTS = ["services", "answers", "gaps", "history", "exposure", "waivers", "launches"] as const;
export type ExportName = (typeof EXPORTS)[number];
const EXPORT_FORMATS = ["json", "ndjson", "csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** All names of the widest export, and more. */
const FIELDS_LIMIT = 1000;

export const exportFilters = gapFilters.omit({ limit: true }).extend({
  asOf: asOf.optional().meta({
    description:
      "What was true then (H3); of history, what had happened by then. Plans are kept for the present only.",
  }),
  sort: portfolioFilters.shape.sort.meta({ description: "Of services; by name when left out." }),
  cursor: z.string().max(CURSOR_LIMIT).optional().meta({ description: "Refused: an export is whole." }),
  fields: z.string().max(FIELDS_LIMIT).optional().meta({
    description:
      "The only ones that are wanted, with commas between them, in their order: of JSON and NDJSON its fields, of CSV and xlsx its columns. What is not wanted is not read: `service,question,verdict` is quick.",
  }),
  format: z.enum(EXPORT_FORMATS, { error: "Choose json, ndjson, csv or xlsx." }).optional(),
});
export type ExportFilters = z.infer<typeof exportFilters>;
/** What an export is narrowed by; the filters of gaps are for that of gaps alone. */
export type ExportChoice = Omit<ExportFilters, "format" | "fields">;

/** The filters that are about gaps, not about services; those that are about plans; what only services can be given. */
const OF_GAPS = [
  ...(["question", "due"] as const),
  ...GAP_FILTER_NAMES.filter((name) => name !== "service" && !isServiceFilter(name)),
  ...["q" as const, ...SERVICE_FILTER_NAMES].map(amongGapsName).filter((name) => !isServiceFilter(name)),
];
const OF_PLANS = ["owner", "due"] as const;
const OF_SERVICES = ["sort"] as const;

/**
 * What an export cannot be asked for, by field, and why.
 * @param past it is asked as of an earlier instant
 */
export function notForExport(
  what: ExportName,
  choice: ExportChoice,
  past: boolean,
): { field: keyof ExportChoice; message: string }[] {
  const given = (names: readonly (keyof ExportChoice)[], message: string) =>
    names.flatMap((field) => (choice[field] === undefined ? [] : [{ field, message }]));
  return [
    ...given(["cursor"], "An export is whole and has no pages: leave it out."),
    ...(what === "gaps" ? [] : given(OF_GAPS, "Only the export of gaps can be narrowed by this.")),
    ...(what === "services" ? [] : given(OF_SERVICES, "Only the export of services can be sorted.")),
    ...(what === "gaps" && past
      ? given(OF_PLANS, "Plans are kept for the present only: leave this out, or asOf.")
      : []),
    ...(what === "launches" && past
      ? given(["asOf"], "Launches are exported as they are now: leave it out.")
      : []),
  ];
}

const person = z.strictObject({ id: z.uuid(), name: z.string() });
const links = z.array(link);
const place = { service: slug, serviceName: z.string(), team: slug, tier, lifecycle };
const asked = {
  question: z.string().meta({ description: "Its key; its title and text are in the checklist, and in CSV." }),
  area,
  critical: z.boolean(),
  verdict: answerState.meta({ description: "The given one." }),
  effectiveVerdict: answerState,
  stale: z.boolean(),
};

export const exportedService = z
  .strictObject({
    slug,
    name: z.string(),
    team: slug,
    teamName: z.string(),
    tier,
    lifecycle,
    tags: z.array(z.string()),
    ...shownTexts,
    links,
    dependsOn: z.array(slug),
    externalRef: z.string().nullable().meta({ description: "Today's, like the short name." }),
    version: z.int(),
    createdAt: instant,
    standing,
    score: z.int().nullable(),
    counting: z.int(),
    answered: z.int(),
    gaps: z.int(),
    blockers: z.int(),
    stale: z.int(),
    unanswered: z.int(),
    incidentsPerYear: z
      .number()
      .meta({ description: "Expected, known and unknown together (R2); 0 once retired." }),
    expectedLoss: z
      .number()
      .nullable()
      .meta({ description: "A year, where priced (R5); null while nothing is." }),
    currency: z.string(),
  })
  .meta({ id: "ExportedService" });
export type ExportedService = z.infer<typeof exportedService>;

export const exportedAnswer = z
  .strictObject({
    ...place,
    ...asked,
    reason: z.string(),
    evidence: links,
    savedAt: instant.nullable(),
    savedBy: person.nullable(),
    source: source.nullable(),
    origin: origin.nullable(),
    version: z.int(),
  })
  .meta({ id: "ExportedAnswer", description: "Every question that applies, unanswered ones included." });
export type ExportedAnswer = z.infer<typeof exportedAnswer>;

export const exportedGap = z
  .strictObject({
    ...place,
    teamName: z.string(),
    number: z.string().meta({ description: "Area and place within it, as on the screen: 3.2." }),
    ...asked,
    blocker: z.boolean(),
    accepted: z.boolean(),
    incidentsPerYear: z.number().meta({ description: "Of the chosen costs, where some are." }),
    expectedLoss: z
      .number()
      .nullable()
      .meta({ description: "A year, of the same costs (R5); null where none of them has a price." }),
    currency: z.string().nullable().meta({ description: "Of the loss; null where there is none." }),
    costs: z.array(cost).meta({ description: "That it leads to, of the chosen ones." }),
    openedAt: instant.nullable(),
    owner: person.nullable(),
    dueOn: z.string().nullable(),
    overdue: z.boolean(),
    effortDays: z.number().nullable().meta({ description: "The own estimate." }),
    usualEffortDays: z
      .number()
      .meta({ description: "By the checklist: what holds without an own estimate." }),
    state: z.enum(PLAN_STATES).nullable(),
    ticket: z.string().nullable(),
    note: z.string(),
    version: z.int().meta({ description: "Of the plan; 0 when nothing is planned." }),
  })
  .meta({ id: "ExportedGap" });
export type ExportedGap = z.infer<typeof exportedGap>;

export const exportedEntry = entry
  .extend({ service: slug, serviceName: z.string() })
  .meta({ id: "ExportedEntry" });
export type ExportedEntry = z.infer<typeof exportedEntry>;

export const exportedExposure = z
  .strictObject({
    ...place,
    carried: z.enum(["now", "at_launch"]).meta({ description: "Never to be added up (R6)." }),
    cost,
    known: z.number().meta({ description: "Expected incidents a year (R1, R2); known and unknown add up." }),
    unknown: z.number(),
    accepted: z.number().meta({ description: "Cuts across both." }),
    expectedLoss: z
      .number()
      .nullable()
      .meta({ description: "A year (R5); null while this cost is unpriced." }),
    knownLoss: z.number().nullable(),
    currency: z.string(),
  })
  .meta({ id: "ExportedExposure", description: "A cost that gaps of a service lead to." });
export type ExportedExposure = z.infer<typeof exportedExposure>;

export const exportedLaunch = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    state: z.enum(LAUNCH_STATES),
    services: z.array(slug),
    targetDate: z.string(),
    facilitator: person,
    outcome: z.enum(OUTCOMES),
    reasons: z.array(outcomeReason),
    overObjection: z.boolean(),
    launchedWithoutGo: z.boolean(),
    blockers: z.int(),
    undisposed: z.int(),
    conditionsOpen: z.int(),
    signOffs: z
      .array(
        z.strictObject({
          role: signRole,
          person,
          decision: z.enum(DECISIONS),
          at: instant,
          outOfDate: z.boolean(),
          overruled: z.boolean(),
        }),
      )
      .meta({ description: "Those in force, one a role." }),
    reviewDueOn: z.string().nullable(),
    reviewedAt: instant.nullable(),
    createdAt: instant,
    closedAt: instant.nullable(),
    example: z.boolean(),
  })
  .meta({
    id: "ExportedLaunch",
    description:
      "As it stands; one that was closed as it stood then (L9). Filters leave those of which a service is chosen.",
  });
export type ExportedLaunch = z.infer<typeof exportedLaunch>;

export const exportedWaiver = waiver.omit({ can: true }).meta({
  id: "ExportedWaiver",
  description: "A risk that was accepted, or a request for that, as far as it was known.",
});
export type ExportedWaiver = z.infer<typeof exportedWaiver>;

export const exportedRow = z
  .union([
    exportedService,
    exportedAnswer,
    exportedGap,
    exportedEntry,
    exportedExposure,
    exportedWaiver,
    exportedLaunch,
  ])
  .meta({ id: "ExportedRow", description: "One line of NDJSON." });
export const exportPage = z
  .strictObject({ items: z.array(exportedRow), nextCursor: z.null() })
  .meta({ id: "ExportPage" });
