import { z } from "zod";
import { IMPORT_TABLES, TABLE_FIELDS } from "../domain/import-columns";
import {
  FINDING_CODES,
  IMPORT_ACTIONS,
  IMPORT_KINDS,
  IMPORT_ROWS,
  VALUE_FIELDS,
} from "../domain/import-rows";
import { TEXT_LIMITS } from "../domain/text";
import { slug, text } from "./text";
import { lifecycle, tier } from "./vocabulary";

const MOST_ROWS = Math.max(...Object.values(IMPORT_ROWS));

const fields = [...new Set(Object.values(TABLE_FIELDS).flat())] as [string, ...string[]];
/** A field of a row, in any of the tables. */
const importField = z.enum(fields).meta({ id: "ImportField" });
const place = z.union([z.string().max(1000), z.int().min(0).max(1000)]);

const correction = z
  .strictObject({ tier, lifecycle, team: text(TEXT_LIMITS.name), skip: z.boolean() })
  .partial()
  .meta({
    id: "ImportCorrection",
    description:
      "What a person corrects in the preview. `team` is a short name, a name, or the key of a team in the file.",
  });

const MOST_WORDS = 500;
/** What words of a file mean here. */
const words = <T extends z.ZodType>(to: T) =>
  z.record(z.string().max(1000), to).refine((all) => Object.keys(all).length <= MOST_WORDS, {
    error: `Say of at most ${MOST_WORDS} words what they mean.`,
  });
const values = z
  .strictObject({ tier: words(tier), lifecycle: words(lifecycle) })
  .partial()
  .meta({
    id: "ImportValues",
    description:
      "What the file's words for tiers and lifecycles mean: by the word, whatever its capitals and spaces. Others are read by the rules.",
  });

const shared = {
  dryRun: z.boolean().optional().meta({ description: "Only says what would happen." }),
  file: text(200).optional().meta({ description: "Its name, for the audit trail." }),
  corrections: z
    .record(z.string().max(400), correction)
    .refine((all) => Object.keys(all).length <= MOST_ROWS, {
      error: `Correct at most ${MOST_ROWS.toLocaleString("en")} rows.`,
    })
    .optional()
    .meta({ description: "By the key of a row." }),
  values: values.optional(),
};

export const backstageImport = z
  .strictObject({ yaml: z.string(), ...shared })
  .meta({ id: "BackstageImport", description: "One or more documents of a Backstage catalogue." });
export type BackstageImport = z.infer<typeof backstageImport>;

export const csvImport = z
  .strictObject({
    csv: z.string(),
    what: z.enum(IMPORT_TABLES).optional().meta({ description: "Told from the headers when left out." }),
    columns: z.partialRecord(importField, place.nullable()).optional().meta({
      description: "By field: a header, its place from 0, or null for none. The others are matched by name.",
    }),
    ...shared,
  })
  .meta({
    id: "CsvImport",
    description: "A table with headers, its cells parted by comma, semicolon or tab.",
  });
export type CsvImport = z.infer<typeof csvImport>;

const importedRow = z
  .strictObject({
    key: z.string().meta({ description: "Names the row in corrections." }),
    line: z.int().nullable(),
    kind: z.enum(IMPORT_KINDS),
    name: z.string(),
    action: z.enum(IMPORT_ACTIONS),
    slug: slug.nullable(),
    changes: z.array(
      z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
    ),
    notes: z.array(z.string()).meta({ description: "What was assumed, left out or passed over." }),
    reason: z.string().nullable().meta({ description: "Why it is skipped or cannot be imported." }),
  })
  .meta({ id: "ImportedRow" });

const imported = {
  dryRun: z.boolean(),
  applied: z.boolean().meta({ description: "Something was written." }),
  rows: z.array(importedRow),
  counts: z.strictObject({
    create: z.int(),
    change: z.int(),
    same: z.int(),
    skip: z.int(),
    error: z.int(),
  }),
  values: z
    .array(
      z.strictObject({
        field: z.enum(VALUE_FIELDS),
        value: z.string(),
        rows: z.int(),
        to: z.union([tier, lifecycle]).nullable().meta({
          description: "Null: nobody said what it means, and its rows cannot be imported.",
        }),
        by: z.enum(["choice", "rule"]),
      }),
    )
    .meta({
      description: "Every word for a tier or a lifecycle that stands in the file, with what it is taken for.",
    }),
  findings: z.array(z.strictObject({ code: z.enum(FINDING_CODES), rows: z.int(), text: z.string() })).meta({
    description: "What is to be looked at: rows without a name, addresses of people taken for teams.",
  }),
};

export const backstageImported = z.strictObject(imported).meta({ id: "BackstageImported" });
export type BackstageImported = z.infer<typeof backstageImported>;

export const csvImported = z
  .strictObject({
    ...imported,
    what: z.enum(IMPORT_TABLES),
    separator: z.enum([",", ";", "\t"]),
    headers: z.array(z.string()),
    unread: z.array(z.string()).meta({ description: "Headers of the columns that nobody reads." }),
    columns: z.partialRecord(importField, z.int().nullable()).meta({
      description: "By field of this table: the place of its column, from 0; null where none was found.",
    }),
    missing: z.array(importField).meta({ description: "Needed, and in no column: nothing can be imported." }),
  })
  .meta({ id: "CsvImported" });
export type CsvImported = z.infer<typeof csvImported>;
