-- lowest release that may still run: 0.1.0

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Area" AS ENUM ('concurrency', 'bad_input', 'third_parties', 'database_failure', 'traffic', 'detection', 'rollback', 'data_protection', 'maintainability', 'documentation');

-- CreateEnum
CREATE TYPE "Cost" AS ENUM ('emergency_fixes', 'lost_trust', 'failed_launch', 'security_vulnerability', 'data_loss', 'poor_performance', 'developer_confusion', 'expensive_rewrite');

-- CreateEnum
CREATE TYPE "Ability" AS ENUM ('many_users', 'bad_input', 'graceful_failure', 'errors_logged', 'recovery', 'security', 'early_warning', 'safe_deploy', 'understandable');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('yes', 'partly', 'no', 'unclear', 'not_applicable');

-- CreateEnum
CREATE TYPE "Lifecycle" AS ENUM ('planned', 'building', 'launching', 'live', 'retired');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('production_ready', 'ready_with_accepted_risks', 'working', 'unassessed');

-- CreateEnum
CREATE TYPE "Source" AS ENUM ('person', 'import', 'check');

-- CreateEnum
CREATE TYPE "TeamRole" AS ENUM ('lead', 'member');

-- CreateEnum
CREATE TYPE "VersionStatus" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('save', 'confirm');

-- CreateEnum
CREATE TYPE "PlanState" AS ENUM ('open', 'in_progress', 'done');

-- CreateEnum
CREATE TYPE "PointCause" AS ENUM ('created', 'answer', 'facts', 'deleted', 'restored', 'checklist', 'ageing');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "executive" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "userAgent" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "lastFailedAt" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "personId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "role" "TeamRole" NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("personId","teamId")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "tier" SMALLINT NOT NULL,
    "lifecycle" "Lifecycle" NOT NULL,
    "tags" TEXT[],
    "links" JSONB NOT NULL DEFAULT '[]',
    "checklistVersionId" UUID NOT NULL,
    "scopeChangedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceDependency" (
    "serviceId" UUID NOT NULL,
    "dependsOnId" UUID NOT NULL,

    CONSTRAINT "ServiceDependency_pkey" PRIMARY KEY ("serviceId","dependsOnId")
);

-- CreateTable
CREATE TABLE "ServiceFacts" (
    "id" BIGSERIAL NOT NULL,
    "serviceId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "tier" SMALLINT NOT NULL,
    "lifecycle" "Lifecycle" NOT NULL,
    "tags" TEXT[],
    "checklistVersionId" UUID NOT NULL,
    "deleted" BOOLEAN NOT NULL,

    CONSTRAINT "ServiceFacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Checklist" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Checklist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistVersion" (
    "id" UUID NOT NULL,
    "checklistId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "VersionStatus" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChecklistVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "area" "Area" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "convincing" TEXT NOT NULL,
    "howToFix" TEXT NOT NULL,
    "ability" "Ability" NOT NULL,
    "weight" SMALLINT NOT NULL,
    "critical" BOOLEAN NOT NULL,
    "upToTier" SMALLINT NOT NULL,
    "tags" TEXT[],
    "reviewAfterDays" INTEGER NOT NULL,
    "effortDays" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionCost" (
    "questionId" UUID NOT NULL,
    "cost" "Cost" NOT NULL,
    "incidentsPerYear" DOUBLE PRECISION NOT NULL,
    "because" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "QuestionCost_pkey" PRIMARY KEY ("questionId","cost")
);

-- CreateTable
CREATE TABLE "Answer" (
    "serviceId" UUID NOT NULL,
    "questionKey" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,
    "source" "Source" NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("serviceId","questionKey")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" BIGSERIAL NOT NULL,
    "serviceId" UUID NOT NULL,
    "questionKey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "EntryKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID NOT NULL,
    "source" "Source" NOT NULL,
    "from" "Verdict",
    "to" "Verdict" NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GapPlan" (
    "serviceId" UUID NOT NULL,
    "questionKey" TEXT NOT NULL,
    "ownerId" UUID,
    "dueOn" DATE,
    "effortDays" DOUBLE PRECISION,
    "state" "PlanState" NOT NULL DEFAULT 'open',
    "ticket" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID NOT NULL,

    CONSTRAINT "GapPlan_pkey" PRIMARY KEY ("serviceId","questionKey")
);

-- CreateTable
CREATE TABLE "ServiceState" (
    "serviceId" UUID NOT NULL,
    "score" INTEGER,
    "standing" "Standing" NOT NULL,
    "counting" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "gaps" INTEGER NOT NULL,
    "blockers" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "stale" INTEGER NOT NULL,
    "unclear" INTEGER NOT NULL,
    "unanswered" INTEGER NOT NULL,
    "incidents" JSONB NOT NULL,
    "areas" JSONB NOT NULL,
    "abilities" JSONB NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "nextChangeAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServiceState_pkey" PRIMARY KEY ("serviceId")
);

-- CreateTable
CREATE TABLE "ReadinessPoint" (
    "id" BIGSERIAL NOT NULL,
    "serviceId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" "PointCause" NOT NULL,
    "teamId" UUID NOT NULL,
    "tier" SMALLINT NOT NULL,
    "lifecycle" "Lifecycle" NOT NULL,
    "deleted" BOOLEAN NOT NULL,
    "score" INTEGER,
    "standing" "Standing" NOT NULL,
    "counting" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "gaps" INTEGER NOT NULL,
    "blockers" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "stale" INTEGER NOT NULL,
    "unclear" INTEGER NOT NULL,
    "unanswered" INTEGER NOT NULL,
    "incidents" JSONB NOT NULL,
    "areas" JSONB NOT NULL,
    "abilities" JSONB NOT NULL,

    CONSTRAINT "ReadinessPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotentReply" (
    "person" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotentReply_pkey" PRIMARY KEY ("person","route","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_slug_key" ON "Team"("slug");

-- CreateIndex
CREATE INDEX "Membership_teamId_idx" ON "Membership"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_slug_key" ON "Service"("slug");

-- CreateIndex
CREATE INDEX "Service_teamId_idx" ON "Service"("teamId");

-- CreateIndex
CREATE INDEX "ServiceDependency_dependsOnId_idx" ON "ServiceDependency"("dependsOnId");

-- CreateIndex
CREATE INDEX "ServiceFacts_serviceId_at_id_idx" ON "ServiceFacts"("serviceId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Checklist_key_key" ON "Checklist"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistVersion_checklistId_number_key" ON "ChecklistVersion"("checklistId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Question_versionId_key_key" ON "Question"("versionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Question_versionId_position_key" ON "Question"("versionId", "position");

-- CreateIndex
CREATE INDEX "Entry_serviceId_id_idx" ON "Entry"("serviceId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Entry_serviceId_questionKey_version_key" ON "Entry"("serviceId", "questionKey", "version");

-- CreateIndex
CREATE INDEX "GapPlan_ownerId_idx" ON "GapPlan"("ownerId");

-- CreateIndex
CREATE INDEX "ServiceState_nextChangeAt_idx" ON "ServiceState"("nextChangeAt");

-- CreateIndex
CREATE INDEX "ReadinessPoint_serviceId_at_id_idx" ON "ReadinessPoint"("serviceId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_id_idx" ON "AuditEvent"("subjectType", "subjectId", "id" DESC);

-- CreateIndex
CREATE INDEX "IdempotentReply_createdAt_idx" ON "IdempotentReply"("createdAt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_checklistVersionId_fkey" FOREIGN KEY ("checklistVersionId") REFERENCES "ChecklistVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceDependency" ADD CONSTRAINT "ServiceDependency_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceDependency" ADD CONSTRAINT "ServiceDependency_dependsOnId_fkey" FOREIGN KEY ("dependsOnId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceFacts" ADD CONSTRAINT "ServiceFacts_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceFacts" ADD CONSTRAINT "ServiceFacts_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistVersion" ADD CONSTRAINT "ChecklistVersion_checklistId_fkey" FOREIGN KEY ("checklistId") REFERENCES "Checklist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ChecklistVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCost" ADD CONSTRAINT "QuestionCost_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GapPlan" ADD CONSTRAINT "GapPlan_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GapPlan" ADD CONSTRAINT "GapPlan_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GapPlan" ADD CONSTRAINT "GapPlan_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceState" ADD CONSTRAINT "ServiceState_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadinessPoint" ADD CONSTRAINT "ReadinessPoint_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- from prisma/sql/10_checks.sql
-- Checks: what a row must satisfy whoever writes it.
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_single" CHECK ("id" = 1);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_name" CHECK (btrim("name") <> '');
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "Person" ADD CONSTRAINT "Person_email_lower" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "Person" ADD CONSTRAINT "Person_name" CHECK (btrim("name") <> '');
ALTER TABLE "Session" ADD CONSTRAINT "Session_span" CHECK ("expiresAt" > "createdAt");
ALTER TABLE "SignInThrottle" ADD CONSTRAINT "SignInThrottle_failures" CHECK ("failures" >= 0);
ALTER TABLE "Team" ADD CONSTRAINT "Team_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Team" ADD CONSTRAINT "Team_name" CHECK (btrim("name") <> '');
ALTER TABLE "Service" ADD CONSTRAINT "Service_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Service" ADD CONSTRAINT "Service_name" CHECK (btrim("name") <> '');
ALTER TABLE "Service" ADD CONSTRAINT "Service_tier" CHECK ("tier" BETWEEN 1 AND 4);
ALTER TABLE "Service" ADD CONSTRAINT "Service_links" CHECK (jsonb_typeof("links") = 'array');
ALTER TABLE "ServiceDependency" ADD CONSTRAINT "ServiceDependency_not_self" CHECK ("serviceId" <> "dependsOnId");
ALTER TABLE "ServiceFacts" ADD CONSTRAINT "ServiceFacts_tier" CHECK ("tier" BETWEEN 1 AND 4);
ALTER TABLE "ChecklistVersion" ADD CONSTRAINT "ChecklistVersion_number" CHECK ("number" >= 1);
ALTER TABLE "ChecklistVersion" ADD CONSTRAINT "ChecklistVersion_published" CHECK (("status" = 'published') = ("publishedAt" IS NOT NULL));
ALTER TABLE "Question" ADD CONSTRAINT "Question_key" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Question" ADD CONSTRAINT "Question_weight" CHECK ("weight" BETWEEN 1 AND 5);
ALTER TABLE "Question" ADD CONSTRAINT "Question_upToTier" CHECK ("upToTier" BETWEEN 1 AND 4);
ALTER TABLE "Question" ADD CONSTRAINT "Question_reviewAfterDays" CHECK ("reviewAfterDays" BETWEEN 1 AND 3650);
ALTER TABLE "Question" ADD CONSTRAINT "Question_effortDays" CHECK ("effortDays" > 0 AND "effortDays" <= 1000);
ALTER TABLE "QuestionCost" ADD CONSTRAINT "QuestionCost_rate" CHECK ("incidentsPerYear" > 0 AND "incidentsPerYear" <= 1000);
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_version" CHECK ("version" >= 1);
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_evidence" CHECK (jsonb_typeof("evidence") = 'array');
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_reason" CHECK ("verdict" <> 'not_applicable' OR btrim("reason") <> '');
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_version" CHECK ("version" >= 1 AND ("version" = 1) = ("from" IS NULL));
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_confirm" CHECK ("kind" <> 'confirm' OR "from" = "to");
ALTER TABLE "GapPlan" ADD CONSTRAINT "GapPlan_effortDays" CHECK ("effortDays" IS NULL OR ("effortDays" > 0 AND "effortDays" <= 1000));
ALTER TABLE "ServiceState" ADD CONSTRAINT "ServiceState_score" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "ServiceState" ADD CONSTRAINT "ServiceState_counts" CHECK ("blockers" <= "gaps" AND "gaps" <= "counting" AND "accepted" <= "gaps");
ALTER TABLE "ReadinessPoint" ADD CONSTRAINT "ReadinessPoint_score" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "ReadinessPoint" ADD CONSTRAINT "ReadinessPoint_tier" CHECK ("tier" BETWEEN 1 AND 4);

-- One draft of a checklist at a time.
CREATE UNIQUE INDEX "ChecklistVersion_one_draft" ON "ChecklistVersion" ("checklistId") WHERE "status" = 'draft';
-- The list of services by name (lib/queries/services/services.ts).
CREATE INDEX "Service_by_name" ON "Service" (lower("name") COLLATE "C", "id") WHERE "deletedAt" IS NULL;

-- from prisma/sql/20_append_only.sql
-- History is appended to, never changed (H1, H2).
CREATE FUNCTION plumbline_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Entry_append_only" BEFORE UPDATE OR DELETE ON "Entry" FOR EACH ROW EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "ServiceFacts_append_only" BEFORE UPDATE OR DELETE ON "ServiceFacts" FOR EACH ROW EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "ReadinessPoint_append_only" BEFORE UPDATE OR DELETE ON "ReadinessPoint" FOR EACH ROW EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION plumbline_append_only();

-- A published version of a checklist never changes, and neither do its questions and their costs.
CREATE FUNCTION plumbline_published_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[];
BEGIN
  IF TG_TABLE_NAME = 'ChecklistVersion' THEN
    IF OLD."status" = 'published' THEN
      RAISE EXCEPTION 'a published checklist version never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSE
    IF TG_TABLE_NAME = 'Question' THEN
      touched := ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD."versionId" END, CASE WHEN TG_OP <> 'DELETE' THEN NEW."versionId" END];
    ELSE
      SELECT array_agg(q."versionId") INTO touched FROM "Question" q
      WHERE q."id" IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD."questionId" END, CASE WHEN TG_OP <> 'DELETE' THEN NEW."questionId" END);
    END IF;
    IF EXISTS (SELECT 1 FROM "ChecklistVersion" v WHERE v."id" = ANY (touched) AND v."status" = 'published') THEN
      RAISE EXCEPTION 'the questions of a published checklist version never change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "ChecklistVersion_frozen" BEFORE UPDATE OR DELETE ON "ChecklistVersion" FOR EACH ROW EXECUTE FUNCTION plumbline_published_frozen();
CREATE TRIGGER "Question_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "Question" FOR EACH ROW EXECUTE FUNCTION plumbline_published_frozen();
CREATE TRIGGER "QuestionCost_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "QuestionCost" FOR EACH ROW EXECUTE FUNCTION plumbline_published_frozen();

-- from prisma/sql/30_no_truncate.sql
-- Nor is history emptied (H1, H2): TRUNCATE passes row triggers by.
CREATE TRIGGER "Entry_no_truncate" BEFORE TRUNCATE ON "Entry" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "ServiceFacts_no_truncate" BEFORE TRUNCATE ON "ServiceFacts" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "ReadinessPoint_no_truncate" BEFORE TRUNCATE ON "ReadinessPoint" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
