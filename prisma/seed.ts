import { createHash } from "node:crypto";
import pg from "pg";
import type { Question } from "../lib/domain/checklist";
import { productionReadiness } from "./checklists/production-readiness";

/** A stable id made from a name, so that every installation seeds the same rows (RFC 9562, version 8). */
export function stableId(name: string): string {
  const hex = createHash("sha256").update(`plumbline:${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Publishes the default checklist, once: a version that is there is left alone, a newer one is added beside it. Its
 * questions get their titles where they have none yet, in every version.
 * @param url the database to seed, migrated
 */
export async function seed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('plumbline.seed'))");
    await seedChecklist(client, productionReadiness);
    await seedTitles(client, productionReadiness);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** What is published with the product: its version says which rows are meant, not the number that they get. */
export interface SeededChecklist {
  key: string;
  name: string;
  version: number;
  questions: readonly Question[];
}

/** Titles belong to the checklist, whichever versions of it are there; those that somebody gave or took away stay. */
export async function seedTitles(client: pg.Client, { key, questions }: SeededChecklist): Promise<void> {
  const titled = questions.flatMap((question) => (question.title ? [[question.key, question.title]] : []));
  await client.query(
    `INSERT INTO "QuestionTitle" ("checklistId", "key", "title")
     SELECT $1, each->>0, each->>1 FROM jsonb_array_elements($2::jsonb) each ON CONFLICT DO NOTHING`,
    [stableId(key), JSON.stringify(titled)],
  );
}

/**
 * Adds a version beside those that are there, under the next free number: an organisation may have published versions
 * of its own, and may have a draft open. Written under a checklist of its own first, since a checklist has one draft.
 */
export async function seedChecklist(client: pg.Client, seeded: SeededChecklist): Promise<void> {
  const { key, name, version, questions } = seeded;
  const checklistId = stableId(key);
  const versionId = stableId(`${key}/${version}`);
  const there = await client.query('SELECT 1 FROM "ChecklistVersion" WHERE "id" = $1', [versionId]);
  if (there.rowCount) return;
  await client.query(
    'INSERT INTO "Checklist" ("id", "key", "name") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [checklistId, key, name],
  );
  const arriving = stableId(`${key}/${version}/arriving`);
  await client.query('INSERT INTO "Checklist" ("id", "key", "name") VALUES ($1, $2, $3)', [
    arriving,
    `${key}.arriving`,
    name,
  ]);
  await client.query(
    `INSERT INTO "ChecklistVersion" ("id", "checklistId", "number", "status") VALUES ($1, $2, $3, 'draft')`,
    [versionId, arriving, version],
  );
  for (const [index, question] of questions.entries()) {
    const id = stableId(`${key}/${version}/${question.key}`);
    await client.query(
      `INSERT INTO "Question" ("id", "versionId", "key", "area", "position", "text", "meaning", "why", "convincing", "howToFix",
         "ability", "weight", "critical", "upToTier", "tags", "reviewAfterDays", "effortDays")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        id,
        versionId,
        question.key,
        question.area,
        index + 1,
        question.text,
        question.meaning ?? 1,
        question.why,
        question.convincing,
        question.howToFix,
        question.ability,
        question.weight,
        question.critical,
        question.upToTier,
        question.tags,
        question.reviewAfterDays,
        question.effortDays,
      ],
    );
    for (const cost of question.costs) {
      await client.query(
        'INSERT INTO "QuestionCost" ("questionId", "cost", "incidentsPerYear", "because") VALUES ($1, $2, $3, $4)',
        [id, cost.cost, cost.incidentsPerYear, cost.because],
      );
    }
  }
  await client.query('SELECT 1 FROM "Checklist" WHERE "id" = $1 FOR UPDATE', [checklistId]);
  await client.query(
    `UPDATE "ChecklistVersion" SET "checklistId" = $2, "status" = 'published', "publishedAt" = now(), "number" =
       (SELECT greatest($3::int, coalesce(max("number"), 0) + 1) FROM "ChecklistVersion" WHERE "checklistId" = $2)
     WHERE "id" = $1`,
    [versionId, checklistId, version],
  );
  await client.query('DELETE FROM "Checklist" WHERE "id" = $1', [arriving]);
}
