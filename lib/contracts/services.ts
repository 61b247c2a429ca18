import { z } from "zod";
import { SERVICE_SORTS, type ServiceFilter } from "../domain/filters";
import { eachText, keptText, textFault } from "../domain/service-texts";
import { CURSOR_LIMIT, LIST_LIMITS, TEXT_LIMITS } from "../domain/text";
import { asOf, expectedVersion, instant, link, slug, tags, text, version, written } from "./text";
import { answerState, lifecycle, standing, tier } from "./vocabulary";

const dependsOn = z
  .array(slug)
  .max(LIST_LIMITS.dependsOn)
  .refine((list) => new Set(list).size === list.length, { error: "A service stands here twice." });

/** The facts in words, as they are written. */
const serviceTexts = eachText((name, { most }) =>
  text(most)
    .refine((value) => textFault(name, value) !== "lines", { error: "Write one line." })
    .refine((value) => textFault(name, value) !== "runs", {
      error: "Write words, or a whole address that starts with https:.",
    })
    .transform((value) => keptText(name, value)),
);
/** The same as they are read. */
export const shownTexts = eachText(() => z.string());

const facts = {
  name: written(TEXT_LIMITS.name),
  team: slug,
  tier,
  lifecycle,
  tags,
  ...serviceTexts,
  links: z.array(link).max(LIST_LIMITS.links, { error: `Use at most ${LIST_LIMITS.links} links.` }),
  dependsOn,
};

export const serviceNew = z
  .strictObject({ ...facts })
  .partial({ tags: true, ...eachText(() => true as const), links: true, dependsOn: true })
  .meta({ id: "ServiceNew" });
export type ServiceNew = z.infer<typeof serviceNew>;

export const serviceEdit = z
  .strictObject({ ...facts, reason: text(TEXT_LIMITS.reason), expectedVersion })
  .partial()
  .meta({
    id: "ServiceEdit",
    description: "What is left out stays. A lowered tier or a dropped tag needs a reason.",
  });
export type ServiceEdit = z.infer<typeof serviceEdit>;

export const restoration = z
  .strictObject({ team: slug.optional().meta({ description: "Where to, when its team is gone." }) })
  .meta({ id: "Restoration" });
export type Restoration = z.infer<typeof restoration>;

/** A service in a list: its facts, and where it stands. */
export const serviceRow = z
  .strictObject({
    slug,
    name: z.string(),
    team: slug,
    teamName: z.string(),
    tier,
    lifecycle,
    tags: z.array(z.string()),
    standing,
    score: z.int().nullable(),
    counting: z.int(),
    answered: z.int(),
    gaps: z.int(),
    blockers: z.int(),
    stale: z.int(),
    unanswered: z.int(),
    incidents: z.strictObject({ known: z.number(), unknown: z.number() }),
    losses: z.strictObject({ known: z.number(), unknown: z.number() }).nullable().meta({
      description: "Expected loss a year (R5); null while no cost is priced.",
    }),
    areas: z.array(answerState).meta({ description: "One verdict per area, in the order of the ten areas." }),
    deletedAt: instant.nullable(),
    example: z.boolean().meta({ description: "Invented by the example portfolio." }),
  })
  .meta({ id: "ServiceRow" });
export type ServiceRow = z.infer<typeof serviceRow>;

export const service = z
  .strictObject({
    id: z.uuid(),
    slug,
    name: z.string(),
    team: slug,
    teamName: z.string(),
    tier,
    lifecycle,
    tags: z.array(z.string()),
    ...shownTexts,
    links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
    dependsOn: z.array(slug),
    checklist: z.strictObject({ key: z.string(), version: z.int() }),
    version,
    example: z.boolean().meta({ description: "Invented by the example portfolio." }),
    createdAt: instant,
    deletedAt: instant.nullable(),
    standing,
    score: z.int().nullable(),
    can: z.strictObject({
      edit: z.boolean(),
      narrow: z.boolean(),
      retire: z.boolean(),
      move: z.boolean(),
      delete: z.boolean(),
      restore: z.boolean(),
      answer: z.boolean(),
      plan: z.boolean(),
    }),
  })
  .meta({ id: "Service" });
export type Service = z.infer<typeof service>;

/** The filters that choose services, in every list and dashboard. Several values of one name widen. */
export const serviceChoice = z.strictObject({
  q: text(200).optional(),
  ...({
    team: z.array(slug).optional(),
    tier: z.array(z.enum(["1", "2", "3", "4"])).optional(),
    lifecycle: z.array(lifecycle).optional(),
    standing: z.array(standing).optional(),
    tag: z.array(z.string().max(TEXT_LIMITS.tag)).optional(),
    owner: z
      .array(z.union([z.uuid({ error: "Write the id of a person, or none." }), z.enum(["none"])]))
      .optional()
      .meta({
        description:
          "Services with an open gap that this person is to close; `none`: with one that nobody is. Plans are those of now, also as of an earlier instant.",
      }),
  } satisfies Record<ServiceFilter, z.ZodType>),
});

/** Filters of the list of services, as they stand in the URL. */
export const serviceFilters = serviceChoice.extend({
  deleted: z.enum(["true"]).optional(),
  asOf: asOf.optional(),
  sort: z.enum(SERVICE_SORTS).optional(),
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type ServiceFilters = z.infer<typeof serviceFilters>;

/** What one service, or one team, can be asked with. */
export const asOfFilter = z.strictObject({ asOf: asOf.optional() });
export type AsOfFilter = z.infer<typeof asOfFilter>;
