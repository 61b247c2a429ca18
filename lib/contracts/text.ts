import { z } from "zod";
import { FIRST_YEAR } from "../domain/as-of";
import { codePoints, isBlank, isLinkable, LIST_LIMITS, TEXT_LIMITS } from "../domain/text";
import { canonicalTag } from "../domain/vocabulary";

/** Text of at most `max` code points; may be empty. Kept byte for byte. */
export const text = (max: number) =>
  z
    .string()
    .refine((value) => codePoints(value) <= max, {
      error: `Use at most ${max.toLocaleString("en")} characters.`,
    })
    .meta({ maxLength: max });

/** Text in which something is written. */
export const written = (max: number) =>
  text(max)
    .refine((value) => !isBlank(value), { error: "Write something here." })
    .meta({ minLength: 1, maxLength: max });

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: "Use the short name from the address: lower-case letters, digits, hyphens.",
  })
  .max(80);

export const email = z
  .string()
  .max(TEXT_LIMITS.email)
  .regex(/^[^\s@]+@[^\s@]+$/, { error: "Write an e-mail address, such as ana@example.com." })
  .transform((value) => value.toLowerCase());

/** A new password: 12 to 128 code points, nothing else asked of its composition. */
export const newPassword = z
  .string()
  .refine((value) => codePoints(value) >= TEXT_LIMITS.password.min, {
    error: `Use at least ${TEXT_LIMITS.password.min} characters; a sentence is easy to remember.`,
  })
  .refine((value) => codePoints(value) <= TEXT_LIMITS.password.max, {
    error: `Use at most ${TEXT_LIMITS.password.max} characters.`,
  })
  .meta({ minLength: TEXT_LIMITS.password.min, maxLength: TEXT_LIMITS.password.max });

/** A link that may be shown: http, https or mailto. */
export const link = z
  .strictObject({
    label: text(TEXT_LIMITS.linkLabel),
    url: text(TEXT_LIMITS.url).refine(isLinkable, {
      error: "Use a whole address that starts with http:, https: or mailto:.",
    }),
  })
  .meta({ id: "Link" });
export type Link = z.infer<typeof link>;

export const tags = z
  .array(written(TEXT_LIMITS.tag).transform(canonicalTag).pipe(z.string()))
  .max(LIST_LIMITS.tags, { error: `Use at most ${LIST_LIMITS.tags} tags.` })
  .refine((list) => new Set(list).size === list.length, { error: "A tag stands here twice." });

/** Whether it falls, in UTC, into a year that Postgres and ISO 8601 write alike: 1 to 9999. */
const isInCalendar = (value: string): boolean => {
  const year = new Date(value).getUTCFullYear();
  return year >= 1 && year <= 9999;
};

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(isInCalendar, { error: "Choose a year from 1 to 9999." })
  .meta({ id: "Instant" });
/** A calendar day, YYYY-MM-DD. */
export const day = z.iso
  .date({ error: "Write a day as YYYY-MM-DD." })
  .refine(isInCalendar, { error: "Choose a year from 1 to 9999." })
  .meta({ id: "Day" });
/** An instant, or a day in the organisation's time zone: what was true at its end, or now for today (H3, H4). */
export const asOf = z
  .union([instant, day], { error: "Write a day as YYYY-MM-DD, or an instant." })
  .refine((value) => new Date(value).getUTCFullYear() >= FIRST_YEAR, {
    error: `Choose a year from ${FIRST_YEAR}.`,
  });
/** The largest number that a column of ours holds (int4). */
const LARGEST = 2_147_483_647;
export const version = z.int().min(1).max(LARGEST);
export const expectedVersion = z.int().min(0).max(LARGEST);
/** The same in an address. */
export const queryVersion = z.coerce.number().int().min(1).max(LARGEST);

/** A page of a list by key: pass `nextCursor` back as `cursor`; null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
