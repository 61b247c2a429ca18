import "server-only";
import type { Scope } from "../../auth/scope";
import { auditMany } from "../../db/audit";
import { freeSlugs } from "../../db/free-slug";
import { insertRows } from "../../db/insert-rows";
import type { Tx } from "../../db/transaction";
import type { PlannedTeam, TeamWrite } from "../../import/plan-teams";

/** Writes the teams of a plan: new ones, and what changed of those that are there. New ones get their short names. */
export async function writeTeams(
  tx: Tx,
  scope: Scope<"import:run">,
  planned: Iterable<PlannedTeam>,
  now: Date,
): Promise<void> {
  const all = [...planned].flatMap(({ row, write }) => (row && write ? [{ row, write }] : []));
  const made = all.filter(({ write }) => write.create);
  const instead = made.flatMap(({ write }) => (write.instead === null ? [] : [write.instead]));
  if (instead.length > 0) {
    await tx.team.updateMany({ where: { id: { in: instead } }, data: { externalRef: null } });
  }
  const slugs = await freeSlugs(
    tx,
    "team",
    made.map(({ write }) => write),
  );
  await insertRows(
    (sql, json) => tx.$executeRawUnsafe(sql, json),
    "Team",
    made.map(({ row, write }, index) => {
      row.slug = slugs[index] ?? null;
      return { ...factsOf(write), slug: row.slug, example: false, version: 1, createdAt: now };
    }),
  );
  const changed = all.filter(({ write }) => !write.create).map(({ write }) => factsOf(write));
  if (changed.length > 0) {
    await tx.$executeRaw`
      UPDATE "Team" t SET "name" = r."name", "description" = r."description", "externalRef" = r."externalRef",
        "version" = t."version" + 1
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS r("id" uuid, "name" text, "description" text,
        "externalRef" text) WHERE t."id" = r."id"`;
  }
  await auditMany(
    tx,
    scope,
    all.map(({ row, write: { id, create, name } }) => ({
      action: create ? "team.created" : "team.edited",
      subject: ["team", id] as const,
      details: { slug: row.slug, name, import: true },
      at: now,
    })),
  );
}

const factsOf = ({ id, name, description, externalRef }: TeamWrite) => ({
  id,
  name,
  description,
  externalRef,
});
