import "server-only";
import type { Scope } from "../../auth/scope";
import type { ServiceRow } from "../../db/assessment";
import { auditMany } from "../../db/audit";
import { freeSlugs } from "../../db/free-slug";
import { insertRows } from "../../db/insert-rows";
import { newestChecklist } from "../../db/published-questions";
import { recordReadiness } from "../../db/record-readiness";
import { givenAnswersOf, type LockedService } from "../../db/service-lock";
import { TYPED_TEXTS, textColumns, textsFrom } from "../../db/service-texts";
import type { Tx } from "../../db/transaction";
import { textsOf } from "../../domain/service-texts";
import type { ServiceWrite } from "../../import/plan-services";

/** A service to be written, as its row is to be, dated. */
interface Write {
  plan: ServiceWrite;
  row: ServiceRow;
  at: Date;
  /** Its readiness moved, or is new (H2). */
  moved: boolean;
  scopeChanged: boolean;
}

/**
 * Writes the services of a plan, each with its facts, audit event and, where its readiness moved, a point (H2, H3):
 * set-based, whatever their number. New ones get their short names.
 * @param reason why a tier was lowered or a tag dropped
 */
export async function writeServices(
  tx: Tx,
  scope: Scope<"import:run">,
  plans: readonly ServiceWrite[],
  locked: ReadonlyMap<string, LockedService>,
  reason: string,
  now: Date,
): Promise<void> {
  if (plans.length === 0) return;
  const made = plans.filter((plan) => plan.before === null);
  const checklist = made.length > 0 ? await newestChecklist() : "";
  const slugs = await freeSlugs(
    tx,
    "service",
    made.map(({ after, wish }) => ({ name: after.name, slug: wish })),
  );
  for (const [index, plan] of made.entries()) plan.row.slug = slugs[index] ?? null;
  const writes = plans.map((plan) => toWrite(plan, locked.get(plan.id), checklist, now));
  await writeRows(tx, writes, now);
  await writeDependencies(tx, writes);
  await writeFacts(tx, scope.viewer.person.id, writes, reason);
  const answers = await givenAnswersOf(
    tx,
    writes.flatMap(({ plan, moved }) => (plan.before && moved ? [plan.id] : [])),
  );
  const items = writes
    .filter((write) => write.moved)
    .map(({ plan, row, at }) => {
      const cause = plan.before ? ("facts" as const) : ("created" as const);
      const service = { ...row, waivers: locked.get(plan.id)?.waivers ?? [] };
      return { service, cause, at, answers: answers(plan.id) };
    });
  await recordReadiness(tx, items);
  await auditMany(
    tx,
    scope,
    writes.map((write) => eventOf(write, reason)),
  );
}

const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((tag) => b.includes(tag));

function toWrite(plan: ServiceWrite, locked: LockedService | undefined, checklist: string, now: Date): Write {
  const { id, before, after, row } = plan;
  const { name, teamId, tier, lifecycle, tags } = after;
  const at = locked?.at ?? now;
  const scopeChanged = before === null || before.tier !== tier || !sameTags(before.tags, tags);
  const moved = scopeChanged || before.lifecycle !== lifecycle || before.teamId !== teamId;
  const service: ServiceRow = {
    id,
    slug: row.slug ?? "",
    teamId,
    name,
    tier,
    lifecycle,
    tags,
    checklistVersionId: locked?.checklistVersionId ?? checklist,
    scopeChangedAt: scopeChanged || !locked ? at : locked.scopeChangedAt,
    version: (before?.version ?? 0) + 1,
    deletedAt: null,
  };
  return { plan, row: service, at, moved, scopeChanged };
}

async function writeRows(tx: Tx, writes: readonly Write[], now: Date): Promise<void> {
  const instead = writes.flatMap(({ plan }) => (plan.instead === null ? [] : [plan.instead]));
  if (instead.length > 0) {
    await tx.service.updateMany({ where: { id: { in: instead } }, data: { externalRef: null } });
  }
  const full = (write: Write) => {
    const { links, externalRef } = write.plan.after;
    const { deletedAt: _, ...row } = write.row;
    return { ...row, ...textsOf(write.plan.after), links, externalRef };
  };
  await insertRows(
    (sql, json) => tx.$executeRawUnsafe(sql, json),
    "Service",
    writes
      .filter(({ plan }) => !plan.before)
      .map((write) => ({ ...full(write), example: false, createdAt: now })),
  );
  const changed = JSON.stringify(writes.filter(({ plan }) => plan.before).map(full));
  await tx.$executeRaw`
    UPDATE "Service" s SET "name" = r."name", "teamId" = r."teamId", "tier" = r."tier", "lifecycle" = r."lifecycle",
      "tags" = r."tags", ${textsFrom("r")}, "links" = r."links", "externalRef" = r."externalRef",
      "scopeChangedAt" = r."scopeChangedAt", "version" = r."version"
    FROM jsonb_to_recordset(${changed}::jsonb) AS r("id" uuid, "name" text, "teamId" uuid, "tier" smallint,
      "lifecycle" "Lifecycle", "tags" text[], ${TYPED_TEXTS}, "links" jsonb, "externalRef" text,
      "scopeChangedAt" timestamptz, "version" int) WHERE s."id" = r."id"`;
}

async function writeDependencies(tx: Tx, writes: readonly Write[]): Promise<void> {
  const changed = writes.filter(({ plan: { before, after } }) => {
    const now = new Set(before?.dependsOn.map((each) => each.id));
    return now.size !== after.dependsOn.length || after.dependsOn.some((id) => !now.has(id));
  });
  if (changed.length === 0) return;
  const ids = changed.map(({ plan }) => plan.id);
  await tx.$executeRaw`DELETE FROM "ServiceDependency" WHERE "serviceId" = ANY(${ids}::uuid[])`;
  const pairs = changed.flatMap(({ plan: { id, after } }) =>
    after.dependsOn.map((dependsOnId) => ({ serviceId: id, dependsOnId })),
  );
  await insertRows((sql, json) => tx.$executeRawUnsafe(sql, json), "ServiceDependency", pairs);
}

/** What the facts of each are from now on, from their rows as they are by now (H3). */
async function writeFacts(tx: Tx, personId: string, writes: readonly Write[], reason: string): Promise<void> {
  const rows = writes.map(({ plan, at }) => ({ id: plan.id, at, reason: plan.narrowed ? reason : "" }));
  await tx.$executeRaw`
    INSERT INTO "ServiceFacts" ("serviceId", "at", "personId", "reason", "name", "teamId", "tier", "lifecycle", "tags",
      "checklistVersionId", ${textColumns()}, "links", "dependsOn", "deleted")
    SELECT s."id", r."at", ${personId}::uuid, r."reason", s."name", s."teamId", s."tier", s."lifecycle", s."tags",
      s."checklistVersionId", ${textColumns("s")}, s."links", ARRAY(
        SELECT d."dependsOnId" FROM "ServiceDependency" d WHERE d."serviceId" = s."id" ORDER BY 1), false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "at" timestamptz, "reason" text)
      JOIN "Service" s ON s."id" = r."id"`;
}

function eventOf({ plan, row, at }: Write, reason: string) {
  const subject = ["service", plan.id] as const;
  if (!plan.before) {
    const { slug, name, tier, lifecycle } = row;
    const details = { slug, name, team: row.teamId, tier, lifecycle, import: true };
    return { action: "service.created", subject, details, at };
  }
  const changes = Object.fromEntries(plan.row.changes.map(({ field, to }) => [field, to]));
  const details = { ...changes, reason: plan.narrowed ? reason : "", import: true };
  return { action: "service.edited", subject, details, at };
}
