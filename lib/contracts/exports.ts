import { z } from "zod";
import { entry } from "./answers";
import { portfolioChoice } from "./portfolio";
import { instant, link, slug } from "./text";
import { answerState, area, lifecycle, source, standing, tier } from "./vocabulary";

/** What can be exported, and as what. */
export const EXPORTS = ["services", "answers", "gaps", "history"] as const;
export type ExportName = (typeof EXPORTS)[number];
export const EXPORT_FORMATS = ["json", "ndjson", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportFilters = portfolioChoice.extend({
  format: z.enum(EXPORT_FORMATS, { error: "Choose json, ndjson or csv." }).optional(),
});
export type ExportFilters = z.infer<typeof exportFilters>;

const person = z.strictObject({ id: z.uuid(), name: z.string() });
const links = z.array(link);
const place = { service: slug, serviceName: z.string(), team: slug, tier, lifecycle };
const asked = {
  question: z.string().meta({ description: "Its key; its text is in the checklist, and in CSV." }),
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
    description: z.string(),
    links,
    dependsOn: z.array(slug),
    externalRef: z.string().nullable(),
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
    version: z.int(),
  })
  .meta({ id: "ExportedAnswer", description: "Every question that applies, unanswered ones included." });
export type ExportedAnswer = z.infer<typeof exportedAnswer>;

export const exportedGap = z
  .strictObject({
    ...place,
    ...asked,
    blocker: z.boolean(),
    incidentsPerYear: z.number(),
    openedAt: instant.nullable(),
    owner: person.nullable(),
    dueOn: z.string().nullable(),
    effortDays: z.number().nullable().meta({ description: "The own estimate." }),
    state: z.enum(["open", "in_progress", "done"]).nullable(),
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

export const exportedRow = z
  .union([exportedService, exportedAnswer, exportedGap, exportedEntry])
  .meta({ id: "ExportedRow", description: "One line of NDJSON." });
export const exportPage = z
  .strictObject({ items: z.array(exportedRow), nextCursor: z.null() })
  .meta({ id: "ExportPage" });
