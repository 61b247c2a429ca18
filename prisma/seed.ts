import { createHash } from "node:crypto";
import pg from "pg";
import { productionReadiness } from "./checklists/production-readiness";

/** A stable id made from a name, so that every installation seeds the same rows (RFC 9562, version 8). */
export function stableId(name: string): string {
  const hex = createHash("sha256").update(`plumbline:${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Publishes the default checklist, once: a version that is there is left alone, a newer one is added beside it.
 * @param url the database to seed, migrated
 */
export async function seed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('plumbline.seed'))");
    await seedChecklist(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function seedChecklist(client: pg.Client): Promise<void> {
  const { key, name, version, questions } = productionReadiness;
  const checklistId = stableId(key);
  const versionId = stableId(`${key}/${version}`);
  const there = await client.query('SELECT 1 FROM "ChecklistVersion" WHERE "id" = $1', [versionId]);
  if (there.rowCount) return;
  await client.query(
    'INSERT INTO "Checklist" ("id", "key", "name") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [checklistId, key, name],
  );
  await client.query(
    `INSERT INTO "ChecklistVersion" ("id", "checklistId", "number", "status") VALUES ($1, $2, $3, 'draft')`,
    [versionId, checklistId, version],
  );
  for (const [index, question] of questions.entries()) {
    const id = stableId(`${key}/${version}/${question.key}`);
    await client.query(
      `INSERT INTO "Question" ("id", "versionId", "key", "area", "position", "text", "why", "convincing", "howToFix",
         "ability", "weight", "critical", "upToTier", "tags", "reviewAfterDays", "effortDays")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        id,
        versionId,
        question.key,
        question.area,
        index + 1,
        question.text,
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
  await client.query(
    `UPDATE "ChecklistVersion" SET "status" = 'published', "publishedAt" = now() WHERE "id" = $1`,
    [versionId],
  );
}
