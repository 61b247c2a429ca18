-- lowest release that may still run: 0.1.0

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "example" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "example" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "externalRef" TEXT;

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "example" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "externalRef" TEXT;

-- AlterTable
ALTER TABLE "ServiceFacts" ADD COLUMN     "dependsOn" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "links" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "executive" BOOLEAN NOT NULL DEFAULT false,
    "teams" JSONB NOT NULL DEFAULT '[]',
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gap" (
    "serviceId" UUID NOT NULL,
    "questionKey" TEXT NOT NULL,
    "area" "Area" NOT NULL,
    "verdict" "Verdict",
    "given" "Verdict",
    "stale" BOOLEAN NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "critical" BOOLEAN NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Gap_pkey" PRIMARY KEY ("serviceId","questionKey")
);

-- CreateTable
CREATE TABLE "ReadinessDay" (
    "day" DATE NOT NULL,
    "teamId" UUID NOT NULL,
    "tier" SMALLINT NOT NULL,
    "lifecycle" "Lifecycle" NOT NULL,
    "productionReady" INTEGER NOT NULL,
    "readyWithAcceptedRisks" INTEGER NOT NULL,
    "working" INTEGER NOT NULL,
    "unassessed" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "gaps" INTEGER NOT NULL,
    "blockers" INTEGER NOT NULL,
    "known" DOUBLE PRECISION[],
    "unknown" DOUBLE PRECISION[],
    "accepted" DOUBLE PRECISION[],

    CONSTRAINT "ReadinessDay_pkey" PRIMARY KEY ("day","teamId","tier","lifecycle")
);

-- CreateTable
CREATE TABLE "WholeDay" (
    "day" DATE NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WholeDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actorId" UUID,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "question" TEXT,
    "version" INTEGER,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "tabId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "questionKey" TEXT,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("tabId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE INDEX "ApiToken_personId_idx" ON "ApiToken"("personId");

-- CreateIndex
CREATE INDEX "Gap_questionKey_idx" ON "Gap"("questionKey");

-- CreateIndex
CREATE UNIQUE INDEX "WholeDay_endsAt_key" ON "WholeDay"("endsAt");

-- CreateIndex
CREATE INDEX "Change_at_idx" ON "Change"("at");

-- CreateIndex
CREATE INDEX "Presence_serviceId_idx" ON "Presence"("serviceId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_externalRef_key" ON "Team"("externalRef");

-- CreateIndex
CREATE UNIQUE INDEX "Service_externalRef_key" ON "Service"("externalRef");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gap" ADD CONSTRAINT "Gap_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- from prisma/sql/40_example.sql
-- Of history, only what the example portfolio invented may be deleted, and only with its service; nothing is ever changed.
CREATE OR REPLACE FUNCTION plumbline_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('Entry', 'ServiceFacts', 'ReadinessPoint') THEN
    IF EXISTS (SELECT 1 FROM "Service" s WHERE s."id" = OLD."serviceId" AND s."example") THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
-- What is invented stays so, and what is real is never called invented afterwards.
CREATE FUNCTION plumbline_example_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."example" AND NOT OLD."example" THEN
    RAISE EXCEPTION 'a real row of % does not become an example', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Service_example_fixed" BEFORE UPDATE OF "example" ON "Service" FOR EACH ROW EXECUTE FUNCTION plumbline_example_fixed();
CREATE TRIGGER "Person_example_fixed" BEFORE UPDATE OF "example" ON "Person" FOR EACH ROW EXECUTE FUNCTION plumbline_example_fixed();
CREATE TRIGGER "Team_example_fixed" BEFORE UPDATE OF "example" ON "Team" FOR EACH ROW EXECUTE FUNCTION plumbline_example_fixed();
-- Nobody signs in as somebody invented.
ALTER TABLE "Person" ADD CONSTRAINT "Person_example_stays_out" CHECK (NOT "example" OR "passwordHash" IS NULL);

-- from prisma/sql/50_changes.sql
-- Whatever is audited, and whatever ages, is told to open browsers: a row to poll, and a notification to hear.
CREATE FUNCTION plumbline_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('plumbline_change', json_build_object('id', NEW."id"::text, 'action', NEW."action",
    'actor', NEW."actorId", 'subjectType', NEW."subjectType", 'subject', NEW."subjectId", 'question', NEW."question",
    'version', NEW."version")::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "Change_tell" AFTER INSERT ON "Change" FOR EACH ROW EXECUTE FUNCTION plumbline_tell();
CREATE FUNCTION plumbline_audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Change" ("at", "action", "actorId", "subjectType", "subjectId", "question", "version")
  VALUES (clock_timestamp(), NEW."action", NEW."actorId", NEW."subjectType", NEW."subjectId", NEW."details"->>'question',
    CASE WHEN jsonb_typeof(NEW."details"->'version') = 'number' THEN (NEW."details"->>'version')::int END);
  RETURN NULL;
END $$;
CREATE TRIGGER "AuditEvent_changed" AFTER INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION plumbline_audited();
CREATE FUNCTION plumbline_aged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Change" ("at", "action", "subjectType", "subjectId")
  VALUES (clock_timestamp(), 'service.aged', 'service', NEW."serviceId"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "ReadinessPoint_changed" AFTER INSERT ON "ReadinessPoint" FOR EACH ROW WHEN (NEW."cause" = 'ageing') EXECUTE FUNCTION plumbline_aged();

-- from prisma/sql/60_people.sql
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_email_lower" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_ended_once" CHECK ("acceptedAt" IS NULL OR "revokedAt" IS NULL);
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_span" CHECK ("expiresAt" > "createdAt");
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_scopes" CHECK (cardinality("scopes") >= 1);
-- One open invitation of an address at a time.
CREATE UNIQUE INDEX "Invitation_one_open" ON "Invitation" ("email") WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;

-- from prisma/sql/70_days.sql
-- Whole days are rolled up from points (H4); a point that is dated into one, or leaves it, throws away the days from then on.
-- The lock (lib/db/roll-up-days.ts takes it alone) keeps a day from being rolled up while such a point is not committed yet.
-- Points of the last minutes need none: their day is rolled up five minutes after its end at the earliest.
CREATE FUNCTION plumbline_days_dated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  since timestamptz;
  spoilt date;
BEGIN
  SELECT min("at") INTO since FROM "dated";
  IF since IS NULL THEN RETURN NULL; END IF;
  IF since < clock_timestamp() - interval '4 minutes' THEN PERFORM pg_advisory_xact_lock_shared(73051131); END IF;
  SELECT w."day" INTO spoilt FROM "WholeDay" w WHERE w."endsAt" >= since ORDER BY w."endsAt" LIMIT 1;
  IF spoilt IS NOT NULL THEN
    DELETE FROM "ReadinessDay" WHERE "day" >= spoilt;
    DELETE FROM "WholeDay" WHERE "day" >= spoilt;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ReadinessPoint_dated" AFTER INSERT ON "ReadinessPoint" REFERENCING NEW TABLE AS "dated" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_days_dated();
CREATE TRIGGER "ReadinessPoint_undated" AFTER DELETE ON "ReadinessPoint" REFERENCING OLD TABLE AS "dated" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_days_dated();
-- Another time zone has other days.
CREATE FUNCTION plumbline_days_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(73051131);
  DELETE FROM "ReadinessDay";
  DELETE FROM "WholeDay";
  RETURN NULL;
END $$;
CREATE TRIGGER "Organisation_days_moved" AFTER UPDATE OF "timeZone" ON "Organisation" FOR EACH ROW WHEN (OLD."timeZone" IS DISTINCT FROM NEW."timeZone") EXECUTE FUNCTION plumbline_days_moved();
