import { z } from "zod";
import { CHECKLIST_LIMITS } from "../domain/checklist-draft";
import { LEAST_NUMBER } from "../domain/cost-model";
import { question, questionCost } from "./scorecard";
import { instant, queryVersion, slug, tags, text, version, written } from "./text";
import { ability, area, cost, tier } from "./vocabulary";

const somebody = z.strictObject({ id: z.uuid(), name: z.string() }).nullable();
const note = text(CHECKLIST_LIMITS.note);
const whole = (from: number, to: number) =>
  z
    .int({ error: `Write a whole number from ${from} to ${to.toLocaleString("en")}.` })
    .min(from)
    .max(to);

/** One version of a checklist: a draft, or published and never changed again. */
export const checklistVersion = z
  .strictObject({
    checklist: z.string(),
    name: z.string(),
    version: z.int(),
    status: z.enum(["draft", "published"]),
    publishedAt: instant.nullable(),
    publishedBy: somebody,
    createdAt: instant,
    createdBy: somebody,
    basedOn: z.int().nullable().meta({ description: "The version that it was begun as a copy of." }),
    note: z.string().meta({ description: "What is different in it." }),
    revision: z.int().meta({ description: "Of a draft: rises with every edit." }),
    services: z.int(),
    questions: z.array(question),
    can: z.strictObject({ edit: z.boolean(), publish: z.boolean(), move: z.boolean() }),
  })
  .meta({ id: "ChecklistVersion" });
export type ChecklistVersion = z.infer<typeof checklistVersion>;

export const checklistSummary = z
  .strictObject({
    checklist: z.string(),
    name: z.string(),
    versions: z.array(
      z.strictObject({
        version: z.int(),
        status: z.enum(["draft", "published"]),
        publishedAt: instant.nullable(),
        note: z.string(),
        questions: z.int(),
        services: z.int(),
      }),
    ),
  })
  .meta({ id: "ChecklistSummary" });
export type ChecklistSummary = z.infer<typeof checklistSummary>;

/** A question as an editor writes it: a draft may hold empty texts, publishing asks for them. */
const questionDraft = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "Use lower-case letters, digits and single hyphens." })
      .max(CHECKLIST_LIMITS.key, { error: `Use at most ${CHECKLIST_LIMITS.key} characters.` }),
    area,
    title: text(CHECKLIST_LIMITS.title).optional().meta({
      description:
        "What the fix would be called on a ticket; published, it is that in every version. Empty takes it away; left out, it stays.",
    }),
    text: text(CHECKLIST_LIMITS.question),
    meaning: z.int().min(1).max(1_000).meta({
      description:
        "What it meant in the version that this one is based on; a higher number when it now asks something else: the server chooses which.",
    }),
    why: text(CHECKLIST_LIMITS.text),
    convincing: text(CHECKLIST_LIMITS.text),
    howToFix: text(CHECKLIST_LIMITS.text),
    ability,
    weight: whole(1, 5),
    critical: z.boolean(),
    upToTier: tier,
    tags,
    reviewAfterDays: whole(1, 3_650),
    effortDays: z
      .number({ error: "Write a number of days." })
      .gt(0, { error: "Write a number of days above 0." })
      .max(1_000, { error: "Write at most 1,000 days." }),
    costs: z
      .array(
        z.strictObject({
          cost,
          incidentsPerYear: z
            .number({ error: "Write how many incidents a year." })
            .gt(0, { error: "Write a rate above 0, or take the cost away.", abort: true })
            .min(LEAST_NUMBER, { error: `Write a rate of at least ${LEAST_NUMBER.toFixed(9)}.` })
            .max(1_000, { error: "Write at most 1,000 a year." }),
          because: text(CHECKLIST_LIMITS.because),
        }),
      )
      .refine((list) => new Set(list.map((each) => each.cost)).size === list.length, {
        error: "A cost stands here twice.",
      }),
  })
  .meta({ id: "QuestionDraft" });
export type QuestionDraft = z.infer<typeof questionDraft>;

const questions = z
  .array(questionDraft)
  .max(CHECKLIST_LIMITS.questions, { error: `Use at most ${CHECKLIST_LIMITS.questions} questions.` });

/** Which state of a draft somebody saw. */
export const draftRevision = version;

export const draftSave = z
  .strictObject({ expectedRevision: draftRevision, note: note.optional(), questions })
  .meta({ id: "DraftSave", description: "The whole list in order: a question that is left out is retired." });
export type DraftSave = z.infer<typeof draftSave>;

/** What a version is exported as, and imported from: nothing of one installation, everything of the questions. */
export const checklistDocument = z
  .strictObject({
    format: z.literal("plumbline.checklist/1"),
    checklist: slug,
    name: written(CHECKLIST_LIMITS.name),
    version,
    note,
    questions,
  })
  .meta({ id: "ChecklistDocument" });
export type ChecklistDocument = z.infer<typeof checklistDocument>;

export const checklistNew = z
  .strictObject({
    key: slug.max(60).optional().meta({ description: "Its short name; made from the name when left out." }),
    name: written(CHECKLIST_LIMITS.name).optional(),
    from: z.strictObject({ checklist: slug, version }).optional(),
    document: checklistDocument.optional(),
  })
  .refine(({ name, document }) => name !== undefined || document !== undefined, {
    error: "Give it a name.",
    path: ["name"],
  })
  .refine(({ from, document }) => from === undefined || document === undefined, {
    error: "Copy a version or import a document, not both.",
    path: ["from"],
  })
  .meta({ id: "ChecklistNew", description: "Empty, as a copy of a version, or from an exported document." });
export type ChecklistNew = z.infer<typeof checklistNew>;

export const draftNew = z.strictObject({ from: version.optional() }).meta({
  id: "DraftNew",
  description: "A copy of this version; of the newest published one when left out.",
});
export type DraftNew = z.infer<typeof draftNew>;

export const publication = z
  .strictObject({
    expectedRevision: draftRevision.optional().meta({
      description: "The revision that was seen; whatever the draft is when left out.",
    }),
  })
  .meta({
    id: "Publication",
    description: "Moves nobody: services keep the version they have. Titles are then those of every version.",
  });
export type Publication = z.infer<typeof publication>;

export const discardFilter = z.strictObject({
  expectedRevision: queryVersion.optional().meta({ description: "The revision that was seen." }),
});

export const comparisonFilter = z.strictObject({
  with: queryVersion.meta({ description: "The version to compare with: what was before." }),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(questionCost)]);
const questionChange = z
  .strictObject({
    key: z.string(),
    kind: z.enum(["added", "removed", "changed", "moved"]),
    meaningChanged: z.boolean().meta({ description: "Answers to it count as unclear until confirmed." }),
    moved: z.boolean().meta({ description: "Another area, or another place among those that stayed." }),
    fields: z.array(z.strictObject({ field: z.string(), from: value, to: value })),
    before: question.extend({ number: z.string() }).nullable(),
    after: question.extend({ number: z.string() }).nullable(),
  })
  .meta({ id: "QuestionChange" });

export const checklistComparison = z
  .strictObject({
    checklist: z.string(),
    name: z.string(),
    from: z.int(),
    to: z.int(),
    counts: z.strictObject({
      added: z.int(),
      removed: z.int(),
      changed: z.int(),
      moved: z.int(),
      meaningChanged: z.int(),
      same: z.int(),
    }),
    questions: z
      .array(questionChange)
      .meta({ description: "Those that are not the same, in the order of the areas." }),
  })
  .meta({ id: "ChecklistComparison" });
export type ChecklistComparison = z.infer<typeof checklistComparison>;
