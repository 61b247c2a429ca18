import "server-only";
import type { AnswerRow } from "../../db/assessment";
import { type AuditedBy, auditMany } from "../../db/audit";
import { insertRows } from "../../db/insert-rows";
import { checklistVersion } from "../../db/published-questions";
import { recordReadiness } from "../../db/record-readiness";
import { answersOf, type LockedService } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { GivenAnswer } from "../../domain/effective-verdict";
import type { Source } from "../../domain/vocabulary";

/** An answer to be written to a question of a locked service, with who gave it and how it came here. */
export interface AnswerWrite extends Pick<AnswerRow, "questionKey" | "verdict" | "reason" | "evidence"> {
  serviceId: string;
  kind: "save" | "confirm";
  /** Who stands for it. */
  personId: string;
  /** The name of the token that gives it; left out for a person. */
  byToken?: string | undefined;
  /** Where it was given elsewhere: when, and what is known of it; left out for what is given now. */
  carried?: {
    importedById: string;
    /** Null: it is given by being imported. */
    savedAt: Date | null;
    /** What the question meant is not known here (S5). */
    doubtful: boolean;
    claimedBy: string | null;
    claimedSource: Source | null;
    tokenName: string | null;
  };
}

/**
 * Writes answers of locked services, at most one to a question: the answers, their entries (H1) and audit events, then
 * one readiness point for each service (H2). Each is dated as its service is locked.
 */
export async function writeAnswers(
  tx: Tx,
  by: AuditedBy,
  writes: readonly AnswerWrite[],
  locked: ReadonlyMap<string, LockedService>,
): Promise<void> {
  const services = [...new Set(writes.map((write) => write.serviceId))].map((id) => lockedOne(locked, id));
  const ids = services.map((service) => service.id);
  const before = await answersOf(tx, ids);
  const meaningOf = await meanings(services);
  const rows = writes.map(({ carried, byToken, ...write }) => {
    const { at, checklistVersionId } = lockedOne(locked, write.serviceId);
    const there = before(write.serviceId).get(write.questionKey);
    return {
      ...write,
      version: (there?.version ?? 0) + 1,
      at,
      from: there?.verdict ?? null,
      source: carried
        ? ("import" as const)
        : byToken === undefined
          ? ("person" as const)
          : ("token" as const),
      meaning: carried?.doubtful ? 0 : meaningOf(checklistVersionId, write.questionKey),
      savedAt: carried?.savedAt ?? null,
      importedById: carried?.importedById ?? null,
      claimedBy: carried?.claimedBy ?? null,
      claimedSource: carried?.claimedSource ?? null,
      tokenName: carried?.tokenName ?? byToken ?? null,
    };
  });
  await tx.$executeRaw`
    INSERT INTO "Answer" ("serviceId", "questionKey", "verdict", "reason", "evidence", "version", "savedAt",
      "savedById", "source", "meaning", "importedAt", "importedById", "claimedBy", "claimedSource", "tokenName")
    SELECT r."serviceId", r."questionKey", r."verdict", r."reason", r."evidence", r."version",
      coalesce(r."savedAt", r."at"), r."personId", r."source", r."meaning",
      CASE WHEN r."importedById" IS NOT NULL THEN r."at" END, r."importedById", r."claimedBy", r."claimedSource",
      r."tokenName"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("serviceId" uuid, "questionKey" text,
      "verdict" "Verdict", "reason" text, "evidence" jsonb, "version" int, "at" timestamptz, "meaning" int,
      "savedAt" timestamptz, "personId" uuid, "source" "Source", "importedById" uuid, "claimedBy" text,
      "claimedSource" "Source", "tokenName" text)
    ON CONFLICT ("serviceId", "questionKey") DO UPDATE SET "verdict" = EXCLUDED."verdict",
      "reason" = EXCLUDED."reason", "evidence" = EXCLUDED."evidence", "version" = EXCLUDED."version",
      "savedAt" = EXCLUDED."savedAt", "savedById" = EXCLUDED."savedById", "source" = EXCLUDED."source",
      "meaning" = EXCLUDED."meaning", "importedAt" = EXCLUDED."importedAt",
      "importedById" = EXCLUDED."importedById", "claimedBy" = EXCLUDED."claimedBy",
      "claimedSource" = EXCLUDED."claimedSource", "tokenName" = EXCLUDED."tokenName"`;
  await insertRows(
    (sql, json) => tx.$executeRawUnsafe(sql, json),
    "Entry",
    rows.map(({ verdict: to, ...row }) => ({ ...row, to })),
  );
  const after = new Map(ids.map((id) => [id, new Map<string, GivenAnswer>(before(id))]));
  for (const { serviceId, questionKey, verdict, savedAt, at, meaning, source } of rows) {
    const importedAt = source === "import" ? at : null;
    after.get(serviceId)?.set(questionKey, { verdict, savedAt: savedAt ?? at, importedAt, meaning });
  }
  await recordReadiness(
    tx,
    services.map((service) => {
      return { service, cause: "answer", at: service.at, answers: after.get(service.id) ?? new Map() };
    }),
  );
  await auditMany(
    tx,
    by,
    rows.map(
      ({ serviceId, questionKey: question, kind, version, verdict, at, source, savedAt, claimedBy }) => ({
        action: kind === "save" ? "answer.saved" : "answer.confirmed",
        subject: ["service", serviceId] as const,
        details: {
          ...{ question, version, verdict },
          ...(source === "import" ? { import: true } : {}),
          ...(savedAt === null ? {} : { savedAt }),
          ...(claimedBy === null ? {} : { claimedBy }),
        },
        at,
      }),
    ),
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
