import { z } from "zod";
import { isDueDay } from "../domain/as-of";
import { PLAN_STATES } from "../domain/gap-plan";
import { LIST_LIMITS, TEXT_LIMITS } from "../domain/text";
import { day, expectedVersion, instant, link, text } from "./text";
import { answerState, source, verdict } from "./vocabulary";

export const answerSave = z
  .strictObject({
    verdict,
    reason: text(TEXT_LIMITS.reason).optional(),
    evidence: z
      .array(link)
      .max(LIST_LIMITS.evidence, { error: `Use at most ${LIST_LIMITS.evidence} links.` })
      .optional(),
    expectedVersion,
  })
  .meta({ id: "AnswerSave", description: "Replaces the whole answer: what is left out becomes empty." });
export type AnswerSave = z.infer<typeof answerSave>;

export const confirmation = z.strictObject({ expectedVersion }).meta({ id: "Confirmation" });
export type Confirmation = z.infer<typeof confirmation>;

/** How many answers one request confirms at most. */
const MOST_CONFIRMED = 200;

export const confirmations = z
  .strictObject({
    answers: z
      .array(z.strictObject({ question: z.string().max(80), expectedVersion }))
      .min(1, { error: "Choose at least one answer." })
      .max(MOST_CONFIRMED, { error: `Choose at most ${MOST_CONFIRMED} answers.` })
      .refine((answers) => new Set(answers.map(({ question }) => question)).size === answers.length, {
        error: "A question stands here twice.",
      }),
  })
  .meta({
    id: "Confirmations",
    description: "One that cannot be confirmed does not keep the others from it.",
  });
export type Confirmations = z.infer<typeof confirmations>;

const person = z.strictObject({ id: z.uuid(), name: z.string() });

/** How an answer came to be here, where not a person saved it here (H1). */
export const origin = z
  .strictObject({
    token: z.string().nullable().meta({
      description: "The name that the token had which wrote it; of an imported answer, as the file says.",
    }),
    importedBy: person.nullable(),
    importedAt: instant.nullable(),
    claimedBy: z.string().nullable().meta({
      description:
        "Who gave it, as the file says of somebody who is not known here: a claim. Whoever imported it stands for it.",
    }),
    claimedSource: source.nullable().meta({ description: "How it was given, as the file says." }),
  })
  .meta({ id: "Origin" });

/** The current answer to one question; version 0 and `unanswered` before the first. */
export const answer = z
  .strictObject({
    question: z.string(),
    verdict: answerState,
    effectiveVerdict: answerState,
    stale: z.boolean(),
    questionChanged: z.boolean().meta({
      description:
        "Stale because the question has come to ask something else since: save or confirm the answer.",
    }),
    reason: z.string(),
    evidence: z.array(z.strictObject({ label: z.string(), url: z.string() })),
    version: z.int(),
    savedAt: instant.nullable(),
    savedBy: person.nullable(),
    source: source.nullable(),
    origin: origin.nullable().meta({ description: "Null where a person saved it here." }),
    staleAt: instant.nullable(),
  })
  .meta({ id: "Answer" });
export type Answer = z.infer<typeof answer>;

/** What became of each that was asked for: confirmed as it is now, or left as it was, with why. */
export const confirmed = z
  .strictObject({
    confirmed: z.array(answer),
    refused: z.array(
      z.strictObject({
        question: z.string(),
        code: z.enum(["conflict", "refused", "not_found"]),
        message: z.string(),
        current: answer.nullable().meta({ description: "The answer that is there now, for a conflict." }),
      }),
    ),
  })
  .meta({ id: "Confirmed" });
export type Confirmed = z.infer<typeof confirmed>;

export const gapPlanSave = z
  .strictObject({
    owner: z.uuid().nullable(),
    dueOn: day.refine(isDueDay, { error: "Choose a day from 1970 to 2199." }).nullable(),
    effortDays: z
      .number({ error: "Write a number of days." })
      .gt(0, { error: "Write a number of days above 0." })
      .max(1_000, { error: "Write at most 1,000 days." })
      .nullable(),
    state: z.enum(PLAN_STATES),
    ticket: link.shape.url.nullable(),
    note: text(TEXT_LIMITS.note),
    expectedVersion,
  })
  .partial()
  .meta({ id: "GapPlanSave", description: "Replaces the whole plan: what is left out becomes empty." });
export type GapPlanSave = z.infer<typeof gapPlanSave>;

export const gapPlan = z
  .strictObject({
    question: z.string(),
    owner: person.nullable(),
    dueOn: z.string().nullable(),
    effortDays: z.number().nullable(),
    state: z.enum(PLAN_STATES),
    ticket: z.string().nullable(),
    note: z.string(),
    version: z.int(),
  })
  .meta({ id: "GapPlan" });
export type GapPlan = z.infer<typeof gapPlan>;

/** One line of an answer's history (H1). */
export const entry = z
  .strictObject({
    id: z.string(),
    question: z.string(),
    version: z.int(),
    kind: z.enum(["save", "confirm"]),
    at: instant,
    savedAt: instant.meta({
      description: "Where its age starts (S5): `at`, or earlier where a file that was imported says so.",
    }),
    by: person,
    source,
    origin: origin.nullable().meta({ description: "Null where a person saved it here." }),
    from: answerState,
    to: verdict,
    reason: z.string(),
    evidence: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  })
  .meta({ id: "Entry" });
export type Entry = z.infer<typeof entry>;
