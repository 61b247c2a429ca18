import "server-only";
import type { Scope } from "../../auth/scope";
import type { Answer } from "../../contracts/answers";
import type { AnswerRow } from "../../db/assessment";
import { Prisma } from "../../db/generated/client";
import { recordReadiness } from "../../db/record-readiness";
import type { LockedWithAnswers } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import type { GivenAnswer } from "../../domain/effective-verdict";
import { currentAnswer } from "./current-answer";

/**
 * Writes an answer of a locked service: the answer, its entry and audit event (H1), with the readiness that follows
 * from it (H2), in one statement. What invented people answer is no audit event.
 * @param question what it means now is what the answer is given to (S5)
 */
export async function writeAnswer(
  tx: Tx,
  scope: Scope<"answer:save">,
  service: LockedWithAnswers,
  kind: "save" | "confirm",
  next: Pick<AnswerRow, "questionKey" | "verdict" | "reason" | "evidence">,
  question: Question,
): Promise<Answer> {
  const { at, answer: before } = service;
  const { person, token } = scope.viewer;
  const row: AnswerRow = {
    ...{ questionKey: next.questionKey, verdict: next.verdict, reason: next.reason, evidence: next.evidence },
    version: (before?.version ?? 0) + 1,
    savedAt: at,
    savedById: person.id,
    savedByName: person.name,
    meaning: question.meaning ?? 1,
    source: token ? "token" : "person",
    tokenName: token?.name ?? null,
    ...{ importedAt: null, importedById: null, importedByName: null, claimedBy: null, claimedSource: null },
  };
  const evidence = JSON.stringify(row.evidence);
  const details = JSON.stringify({ question: row.questionKey, version: row.version, verdict: row.verdict });
  const written = Prisma.sql`"current" AS (
      INSERT INTO "Answer" ("serviceId", "questionKey", "verdict", "reason", "evidence", "version", "savedAt",
        "savedById", "source", "meaning", "tokenName")
      VALUES (${service.id}::uuid, ${row.questionKey}, ${row.verdict}::"Verdict", ${row.reason}, ${evidence}::jsonb,
        ${row.version}, ${at}, ${person.id}::uuid, ${row.source}::"Source", ${row.meaning}, ${row.tokenName})
      ON CONFLICT ("serviceId", "questionKey") DO UPDATE SET "verdict" = EXCLUDED."verdict",
        "reason" = EXCLUDED."reason", "evidence" = EXCLUDED."evidence", "version" = EXCLUDED."version",
        "savedAt" = EXCLUDED."savedAt", "savedById" = EXCLUDED."savedById", "source" = EXCLUDED."source",
        "meaning" = EXCLUDED."meaning", "tokenName" = EXCLUDED."tokenName", "importedAt" = NULL,
        "importedById" = NULL, "claimedBy" = NULL, "claimedSource" = NULL
    ), "event" AS (
      INSERT INTO "AuditEvent" ("at", "actorId", "action", "subjectType", "subjectId", "details", "requestId")
      SELECT ${at}::timestamptz, ${person.id}::uuid, ${kind === "save" ? "answer.saved" : "answer.confirmed"}, 'service',
        ${service.id}::text, ${details}::jsonb, ${scope.requestId} WHERE ${!person.example}
    ), "entry" AS (
      INSERT INTO "Entry" ("serviceId", "questionKey", "version", "kind", "at", "personId", "source", "from", "to",
        "reason", "evidence", "meaning", "tokenName")
      VALUES (${service.id}::uuid, ${row.questionKey}, ${row.version}, ${kind}::"EntryKind", ${at}, ${person.id}::uuid,
        ${row.source}::"Source", ${before?.verdict ?? null}::"Verdict", ${row.verdict}::"Verdict", ${row.reason},
        ${evidence}::jsonb, ${row.meaning}, ${row.tokenName})
    )`;
  const after = new Map<string, GivenAnswer>(service.answers).set(row.questionKey, row);
  await recordReadiness(tx, [{ service, cause: "answer", at, answers: after }], written);
  return currentAnswer(service, question, row);
}
