import "server-only";
import type { Scope } from "../../auth/scope";
import { auditMany } from "../../db/audit-many";
import { insertRows } from "../../db/insert-rows";
import { answersOf } from "../../db/lock-services";
import { checklistVersion } from "../../db/published-questions";
import { recordMany } from "../../db/record-many";
import type { LockedService } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { AnswerFacts } from "../../import/answer-rows";
import type { QuestionWrite } from "../../import/plan-table";

/**
 * Writes answers of locked services: current rows, history entries (H1) and audit events, then one readiness point for
 * each service (H2).
 */
export async function writeAnswers(
  tx: Tx,
  scope: Scope<"import:run">,
  writes: readonly QuestionWrite<AnswerFacts>[],
  locked: ReadonlyMap<string, LockedService>,
): Promise<void> {
  const importer = scope.viewer.person.id;
  const services = [...new Set(writes.map((write) => write.serviceId))].map((id) => lockedOne(locked, id));
  const before = await answersOf(
    tx,
    services.map((service) => service.id),
  );
  const meaningOf = await meanings(services);
  const rows = writes.map(({ serviceId, question, version, after: { provenance, ...after } }) => {
    const { at, checklistVersionId } = lockedOne(locked, serviceId);
    const from = before(serviceId).get(question)?.verdict ?? null;
    return {
      ...{ serviceId, questionKey: question, version, at, from, ...after },
      meaning: provenance?.doubtful ? 0 : meaningOf(checklistVersionId, question),
      savedAt: provenance?.savedAt ?? null,
      personId: provenance?.authorId ?? importer,
      importedById: importer,
      claimedBy: provenance?.authorId ? null : (provenance?.author ?? null),
      claimedSource: provenance?.source ?? null,
      tokenName: provenance?.token ?? null,
    };
  });
  await tx.$executeRaw`
    INSERT INTO "Answer" ("serviceId", "questionKey", "verdict", "reason", "evidence", "version", "savedAt",
      "savedById", "source", "meaning", "importedAt", "importedById", "claimedBy", "claimedSource", "tokenName")
    SELECT r."serviceId", r."questionKey", r."verdict", r."reason", r."evidence", r."version",
      coalesce(r."savedAt", r."at"), r."personId", 'import', r."meaning", r."at", r."importedById", r."claimedBy",
      r."claimedSource", r."tokenName"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("serviceId" uuid, "questionKey" text,
      "verdict" "Verdict", "reason" text, "evidence" jsonb, "version" int, "at" timestamptz, "meaning" int,
      "savedAt" timestamptz, "personId" uuid, "importedById" uuid, "claimedBy" text, "claimedSource" "Source",
      "tokenName" text)
    ON CONFLICT ("serviceId", "questionKey") DO UPDATE SET "verdict" = EXCLUDED."verdict",
      "reason" = EXCLUDED."reason", "evidence" = EXCLUDED."evidence", "version" = EXCLUDED."version",
      "savedAt" = EXCLUDED."savedAt", "savedById" = EXCLUDED."savedById", "source" = EXCLUDED."source",
      "meaning" = EXCLUDED."meaning", "importedAt" = EXCLUDED."importedAt",
      "importedById" = EXCLUDED."importedById", "claimedBy" = EXCLUDED."claimedBy",
      "claimedSource" = EXCLUDED."claimedSource", "tokenName" = EXCLUDED."tokenName"`;
  await insertRows(
    (sql, json) => tx.$executeRawUnsafe(sql, json),
    "Entry",
    rows.map(({ verdict: to, ...row }) => ({ ...row, to, kind: "save", source: "import" })),
  );
  const answers = await answersOf(
    tx,
    services.map((service) => service.id),
  );
  await recordMany(
    tx,
    services.map((service) => ({ service, cause: "answer", at: service.at, answers: answers(service.id) })),
  );
  await auditMany(
    tx,
    scope,
    rows.map(({ serviceId, questionKey: question, version, verdict, at, savedAt, claimedBy }) => ({
      action: "answer.saved",
      subject: ["service", serviceId] as const,
      details: {
        ...{ question, version, verdict, import: true },
        ...(savedAt === null ? {} : { savedAt }),
        ...(claimedBy === null ? {} : { claimedBy }),
      },
      at,
    })),
  );
}

/** What the questions of the services' checklist versions mean by now (S5). */
async function meanings(
  services: readonly LockedService[],
): Promise<(version: string, key: string) => number> {
  const found = new Map<string, number>();
  for (const id of new Set(services.map((service) => service.checklistVersionId))) {
    const { questions } = await checklistVersion(id);
    for (const { key, meaning = 1 } of questions) found.set(`${id} ${key}`, meaning);
  }
  return (version, key) => found.get(`${version} ${key}`) ?? 1;
}

/** A service that is locked, as everything written here must be. */
export function lockedOne(locked: ReadonlyMap<string, LockedService>, id: string): LockedService {
  const service = locked.get(id);
  if (!service) throw new RangeError(`service ${id} is written without its lock`);
  return service;
}
