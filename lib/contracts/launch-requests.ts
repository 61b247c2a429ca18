import { z } from "zod";
import { isDueDay } from "../domain/as-of";
import { DECISIONS } from "../domain/launch/vocabulary";
import { LIST_LIMITS, TEXT_LIMITS } from "../domain/text";
import { byRole, gapRef, signRole } from "./launch-parts";
import { day, expectedVersion, instant, link, slug, text, written } from "./text";

const person = z.uuid();
const dueDay = day.refine(isDueDay, { error: "Choose a day from 1970 to 2199." });
const reason = written(TEXT_LIMITS.reason);

const plan = {
  title: written(TEXT_LIMITS.name),
  services: z
    .array(slug)
    .min(1, { error: "Name at least one service." })
    .max(50, { error: "Name at most 50 services." })
    .refine((list) => new Set(list).size === list.length, { error: "A service stands here twice." }),
  targetDate: dueDay,
  facilitator: person,
  meetingAt: instant.nullable(),
  what: text(TEXT_LIMITS.description),
  worth: text(TEXT_LIMITS.description),
  delayCostPerWeek: z
    .number({ error: "Write an amount of money." })
    .min(0, { error: "Write an amount of 0 or more." })
    .max(1e12, { error: "Write a smaller amount." })
    .nullable(),
  undo: z.strictObject({ how: text(TEXT_LIMITS.description), who: text(TEXT_LIMITS.description) }),
  onCall: text(TEXT_LIMITS.description),
};

export const launchNew = z
  .strictObject({ ...plan, signers: byRole, deputies: byRole })
  .partial()
  .required({ title: true, services: true, targetDate: true, facilitator: true })
  .meta({ id: "LaunchNew", description: "Title, services, date and facilitator; the rest can follow (L1)." });
export type LaunchNew = z.infer<typeof launchNew>;

export const launchEdit = z
  .strictObject({
    ...plan,
    takeOff: z.array(signRole).meta({
      description: "Roles that a tier asks for and that are not needed: for admins, with a reason (L1).",
    }),
    reason: text(TEXT_LIMITS.reason),
  })
  .partial()
  .extend({ expectedVersion })
  .meta({
    id: "LaunchEdit",
    description: "What is left out stays. What makes somebody who said go sign again needs a reason.",
  });
export type LaunchEdit = z.infer<typeof launchEdit>;

const evidence = z
  .array(link)
  .max(LIST_LIMITS.evidence, { error: `Use at most ${LIST_LIMITS.evidence} links.` })
  .optional();

export const dispositionNew = z
  .discriminatedUnion("kind", [
    z.strictObject({
      ...gapRef.shape,
      ...{ kind: z.literal("fixed"), expectedVersion, reason: text(TEXT_LIMITS.reason).optional(), evidence },
    }),
    z.strictObject({ ...gapRef.shape, kind: z.literal("fix_before"), owner: person, dueOn: dueDay }),
    z.strictObject({ ...gapRef.shape, kind: z.literal("accept"), reason, until: dueDay }),
    z.strictObject({ ...gapRef.shape, kind: z.literal("not_applicable"), reason, expectedVersion }),
  ])
  .meta({ id: "DispositionNew" });
export type DispositionNew = z.infer<typeof dispositionNew>;

export const carryingNew = z
  .strictObject({ gaps: z.array(gapRef).min(1).max(2_000) })
  .meta({ id: "CarryingNew" });
export type CarryingNew = z.infer<typeof carryingNew>;

export const signOffNew = z
  .strictObject({
    role: signRole,
    decision: z.enum(DECISIONS, { error: "Choose go or no_go." }),
    revision: z
      .string()
      .max(200, { error: "Send the revision that you were shown." })
      .meta({ description: "The one that was shown; any other is unknown_revision." }),
    comment: text(TEXT_LIMITS.reason).optional(),
    lookAgainOn: dueDay.optional(),
  })
  .meta({ id: "SignOffNew", description: "A no_go says why, and when to look again." });
export type SignOffNew = z.infer<typeof signOffNew>;

export const reauthentication = z
  .strictObject({ password: z.string().max(1000) })
  .meta({ id: "Reauthentication" });
export const overrulingNew = z
  .strictObject({ reason, password: z.string().max(1000) })
  .meta({ id: "OverrulingNew" });
export const signerPut = z
  .strictObject({ person, deputy: person.nullable().optional(), reason: text(TEXT_LIMITS.reason).optional() })
  .meta({
    id: "SignerPut",
    description: "Replacing a signer needs a reason, and an admin or executive (L6).",
  });
export type SignerPut = z.infer<typeof signerPut>;
export const conditionEdit = z
  .strictObject({ owner: person, dueOn: dueDay })
  .partial()
  .meta({ id: "ConditionEdit" });
export type ConditionEdit = z.infer<typeof conditionEdit>;
export const launchText = z.strictObject({ text: written(TEXT_LIMITS.note) }).meta({ id: "LaunchText" });
export const closingNew = z
  .strictObject({
    as: z.enum(["launched", "called_off"]),
    reason: text(TEXT_LIMITS.reason).optional(),
    at: instant.optional().meta({ description: "When it happened, at most 7 days ago; now when left out." }),
  })
  .meta({ id: "ClosingNew" });
export type ClosingNew = z.infer<typeof closingNew>;
