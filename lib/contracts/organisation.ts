import { z } from "zod";
import { TEXT_LIMITS } from "../domain/text";
import { email, expectedVersion, newPassword, text, version, written } from "./text";

const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: "Choose a time zone, such as Europe/Berlin." })
  .transform(canonicalTimeZone)
  .meta({ description: "IANA time zone; trends and due dates use its days (H4)." });
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: "Write a currency as three capital letters, such as EUR." });

/** Whether the runtime knows the zone. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** The zone as the runtime spells it, however it was typed: `europe/berlin` is Europe/Berlin. */
function canonicalTimeZone(name: string): string {
  const same = (zone: string) => zone.toLowerCase() === name.toLowerCase();
  return (
    Intl.supportedValuesOf("timeZone").find(same) ??
    new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone
  );
}

export const organisation = z
  .strictObject({
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    version,
    can: z.strictObject({ edit: z.boolean() }),
  })
  .meta({ id: "Organisation" });
export type Organisation = z.infer<typeof organisation>;

export const organisationEdit = z
  .strictObject({
    name: written(TEXT_LIMITS.name),
    timeZone,
    currency,
    expectedVersion,
  })
  .partial()
  .meta({ id: "OrganisationEdit" });
export type OrganisationEdit = z.infer<typeof organisationEdit>;

/** First start only: the organisation and its first admin. */
export const setup = z
  .strictObject({
    organisation: z.strictObject({ name: written(TEXT_LIMITS.name), timeZone, currency }),
    admin: z.strictObject({ name: written(TEXT_LIMITS.name), email, password: newPassword }),
  })
  .meta({ id: "Setup" });
export type Setup = z.infer<typeof setup>;
export const setupDone = z.strictObject({ person: z.uuid() }).meta({ id: "SetupDone" });

/** What went wrong, for people and for programs (RFC 9457). */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "Stable; meant for programs." }),
    detail: text(1000),
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
    current: z.unknown().optional().meta({ description: "What is there now, after a conflict." }),
    worse: z
      .unknown()
      .optional()
      .meta({ description: "With state_worse: what got worse, worst first (L5)." }),
    revision: z.string().optional().meta({ description: "With state_worse: the state that is there now." }),
    blockers: z
      .unknown()
      .optional()
      .meta({ description: "With blockers_open: those that nobody decided about." }),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
