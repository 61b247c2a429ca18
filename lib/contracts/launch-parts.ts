import { z } from "zod";
import {
  BECAUSE_CODES,
  CONDITION_STATES,
  DECISIONS,
  DISPOSITION_KINDS,
  OUTCOME_REASONS,
  SIGN_ROLES,
} from "../domain/launch/vocabulary";
import { instant, slug } from "./text";
import { answerState, area } from "./vocabulary";

export const signRole = z.enum(SIGN_ROLES).meta({ id: "SignRole" });
const person = z.uuid();
export const byRole = z.partialRecord(signRole, person);
export const gapRef = z.strictObject({ service: slug, question: z.string().max(80) });

/** What made a sign-off go out of date (L5). */
const because = z
  .strictObject({
    code: z.enum(BECAUSE_CODES),
    service: slug.nullable(),
    question: z.string().nullable(),
    before: z.string(),
    after: z.string(),
    by: person.nullable().meta({ description: "Null for what time did." }),
    at: instant,
  })
  .meta({ id: "Because" });
export type BecauseShown = z.infer<typeof because>;

export const signOff = z
  .strictObject({
    id: z.uuid(),
    role: signRole,
    person,
    deputyFor: person.nullable(),
    decision: z.enum(DECISIONS),
    revision: z.string(),
    at: instant,
    comment: z.string(),
    lookAgainOn: z.string().nullable(),
    supersededAt: instant.nullable(),
    outOfDate: z.boolean(),
    because: z.array(because),
    overruling: z
      .strictObject({
        id: z.uuid(),
        person,
        reason: z.string(),
        at: instant,
        outOfDate: z.boolean(),
        because: z.array(because),
      })
      .nullable(),
  })
  .meta({ id: "SignOff" });
export type SignOffShown = z.infer<typeof signOff>;

export const condition = z
  .strictObject({
    id: z.uuid(),
    service: slug,
    question: z.string(),
    owner: person,
    dueOn: z.string(),
    state: z.enum(CONDITION_STATES),
    metAt: instant.nullable(),
    late: z.boolean(),
  })
  .meta({ id: "Condition" });
export type ConditionShown = z.infer<typeof condition>;

export const disposition = z
  .strictObject({
    id: z.uuid(),
    service: slug,
    question: z.string(),
    kind: z.enum(DISPOSITION_KINDS),
    by: person,
    at: instant,
    reason: z.string(),
    supersededAt: instant.nullable(),
    waiver: z.uuid().nullable(),
    condition: z.uuid().nullable(),
  })
  .meta({ id: "Disposition" });
export type DispositionShown = z.infer<typeof disposition>;

export const loss = z.number().nullable();

/** A gap of one of its services, with all that a meeting needs to decide about it. */
export const launchGap = z
  .strictObject({
    service: slug,
    question: z.string(),
    title: z.string(),
    text: z.string(),
    area,
    critical: z.boolean(),
    blocker: z.boolean(),
    verdict: answerState.meta({ description: "The effective one." }),
    given: answerState,
    stale: z.boolean(),
    staleAt: instant.nullable(),
    version: z.int(),
    reason: z.string(),
    evidence: z.array(z.strictObject({ label: z.string(), url: z.string() })),
    savedBy: person.nullable(),
    savedAt: instant.nullable(),
    incidentsPerYear: z.number(),
    expectedLoss: loss,
    effortDays: z.number(),
    owner: person.nullable(),
    dueOn: z.string().nullable(),
    waiver: z.strictObject({ id: z.uuid(), until: z.string() }).nullable(),
    waiverAsked: z.boolean().meta({ description: "Somebody asked for one, and nobody decided yet." }),
    disposition: z.uuid().nullable().meta({ description: "The one that counts; see dispositions." }),
    carried: z.boolean(),
  })
  .meta({ id: "LaunchGap" });
export type LaunchGap = z.infer<typeof launchGap>;

/** One thing that is missing for a decision, and whose turn it is. */
export const turn = z
  .strictObject({
    what: z.enum([
      "name_signer",
      "dispose",
      "decide_waiver",
      "condition",
      "sign",
      "sign_again",
      "close",
      "review",
    ]),
    role: signRole.nullable(),
    service: slug.nullable(),
    question: z.string().nullable(),
    people: z.array(person).meta({ description: "Who can do it; nobody in particular when empty." }),
    dueOn: z.string().nullable(),
  })
  .meta({ id: "Turn" });
export type Turn = z.infer<typeof turn>;

/** Why an outcome is what it is (L4). */
export const outcomeReason = z.strictObject({
  code: z.enum(OUTCOME_REASONS),
  role: signRole.optional(),
  service: slug.optional(),
  question: z.string().optional(),
});

/** An open launch on which somebody says go, up to date. */
export const signedLaunch = z
  .strictObject({ launch: z.uuid(), title: z.string(), roles: z.array(signRole) })
  .meta({ id: "SignedLaunch" });
export type SignedLaunch = z.infer<typeof signedLaunch>;
