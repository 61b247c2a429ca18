-- lowest release that may still run: 0.2.0

-- CreateEnum
CREATE TYPE "LaunchState" AS ENUM ('open', 'launched', 'called_off');

-- CreateEnum
CREATE TYPE "SignRole" AS ENUM ('engineering', 'reliability', 'security', 'product', 'executive');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('go', 'no_go');

-- CreateEnum
CREATE TYPE "DispositionKind" AS ENUM ('fixed', 'fix_before', 'accept', 'not_applicable');

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "authenticatedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Launch" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "what" TEXT NOT NULL DEFAULT '',
    "worth" TEXT NOT NULL DEFAULT '',
    "delayCostPerWeek" DOUBLE PRECISION,
    "undoHow" TEXT NOT NULL DEFAULT '',
    "undoWho" TEXT NOT NULL DEFAULT '',
    "onCall" TEXT NOT NULL DEFAULT '',
    "targetDate" DATE NOT NULL,
    "meetingAt" TIMESTAMPTZ(3),
    "facilitatorId" UUID NOT NULL,
    "state" "LaunchState" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "withoutGo" BOOLEAN NOT NULL DEFAULT false,
    "reviewDueOn" DATE,
    "reviewedAt" TIMESTAMPTZ(3),
    "frozen" JSONB,
    "notedOutcome" TEXT NOT NULL DEFAULT 'pending',
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Launch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LaunchService" (
    "launchId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "LaunchService_pkey" PRIMARY KEY ("launchId","serviceId")
);

-- CreateTable
CREATE TABLE "LaunchPlan" (
    "id" BIGSERIAL NOT NULL,
    "launchId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "undoHow" TEXT NOT NULL,
    "undoWho" TEXT NOT NULL,
    "targetDate" DATE NOT NULL,
    "services" UUID[],

    CONSTRAINT "LaunchPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LaunchRole" (
    "launchId" UUID NOT NULL,
    "role" "SignRole" NOT NULL,
    "signerId" UUID,
    "deputyId" UUID,
    "takenOffAt" TIMESTAMPTZ(3),

    CONSTRAINT "LaunchRole_pkey" PRIMARY KEY ("launchId","role")
);

-- CreateTable
CREATE TABLE "LaunchRevision" (
    "launchId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "shownAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LaunchRevision_pkey" PRIMARY KEY ("launchId","hash")
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" UUID NOT NULL,
    "launchId" UUID NOT NULL,
    "role" "SignRole" NOT NULL,
    "personId" UUID NOT NULL,
    "deputyForId" UUID,
    "decision" "Decision" NOT NULL,
    "revision" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "lookAgainOn" DATE,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Overruling" (
    "id" UUID NOT NULL,
    "signOffId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Overruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disposition" (
    "id" UUID NOT NULL,
    "launchId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "questionKey" TEXT NOT NULL,
    "kind" "DispositionKind" NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "waiverId" UUID,
    "ownerId" UUID,
    "dueOn" DATE,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Disposition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LaunchEvent" (
    "id" BIGSERIAL NOT NULL,
    "launchId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "LaunchEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Launch_state_targetDate_idx" ON "Launch"("state", "targetDate");

-- CreateIndex
CREATE INDEX "Launch_facilitatorId_idx" ON "Launch"("facilitatorId");

-- CreateIndex
CREATE INDEX "LaunchService_serviceId_idx" ON "LaunchService"("serviceId");

-- CreateIndex
CREATE INDEX "LaunchPlan_launchId_id_idx" ON "LaunchPlan"("launchId", "id");

-- CreateIndex
CREATE INDEX "LaunchRole_signerId_idx" ON "LaunchRole"("signerId");

-- CreateIndex
CREATE INDEX "LaunchRole_deputyId_idx" ON "LaunchRole"("deputyId");

-- CreateIndex
CREATE INDEX "SignOff_launchId_idx" ON "SignOff"("launchId");

-- CreateIndex
CREATE INDEX "SignOff_personId_idx" ON "SignOff"("personId");

-- CreateIndex
CREATE INDEX "Overruling_signOffId_idx" ON "Overruling"("signOffId");

-- CreateIndex
CREATE INDEX "Disposition_launchId_idx" ON "Disposition"("launchId");

-- CreateIndex
CREATE INDEX "Disposition_ownerId_idx" ON "Disposition"("ownerId");

-- CreateIndex
CREATE INDEX "LaunchEvent_launchId_id_idx" ON "LaunchEvent"("launchId", "id");

-- AddForeignKey
ALTER TABLE "Launch" ADD CONSTRAINT "Launch_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaunchService" ADD CONSTRAINT "LaunchService_launchId_fkey" FOREIGN KEY ("launchId") REFERENCES "Launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaunchService" ADD CONSTRAINT "LaunchService_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaunchPlan" ADD CONSTRAINT "LaunchPlan_launchId_fkey" FOREIGN KEY ("launchId") REFERENCES "Launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaunchRole" ADD CONSTRAINT "LaunchRole_launchId_fkey" FOREIGN KEY ("launchId") REFERENCES "Launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaunchRevision" ADD CONSTRAINT "LaunchRevision_launchId_fkey" FOREIGN KEY ("launchId") REFERENCES "Launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_launchId_fkey" FOREIGN KEY ("launchId") REFERENCES "Launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_launchId_revision_fkey" FOREIGN KEY ("launchId", "revision") REFERENCES "LaunchRevision"("launchId", "hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Overruling" ADD CONSTRAINT "Overruling_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "SignOff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disposition" ADD CONSTRAINT "Disposition_launchId_fkey" FOREIGN KEY ("launchId") REFERENCES "Launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaunchEvent" ADD CONSTRAINT "LaunchEvent_launchId_fkey" FOREIGN KEY ("launchId") REFERENCES "Launch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- from prisma/sql/97_launches.sql
-- Launches: one sign-off in force a role, one disposition in force a gap; what happened is appended to.
CREATE UNIQUE INDEX "SignOff_one_in_force" ON "SignOff" ("launchId", "role") WHERE "supersededAt" IS NULL;
CREATE UNIQUE INDEX "Disposition_one_in_force" ON "Disposition" ("launchId", "serviceId", "questionKey") WHERE "supersededAt" IS NULL;
ALTER TABLE "Launch" ADD CONSTRAINT "Launch_title" CHECK (btrim("title") <> '');
ALTER TABLE "Launch" ADD CONSTRAINT "Launch_delayCostPerWeek" CHECK ("delayCostPerWeek" >= 0);
ALTER TABLE "Launch" ADD CONSTRAINT "Launch_closed" CHECK (("state" = 'open') = ("closedAt" IS NULL) AND ("state" = 'open') = ("frozen" IS NULL));
ALTER TABLE "LaunchRevision" ADD CONSTRAINT "LaunchRevision_hash" CHECK ("hash" = encode(sha256("bytes"), 'hex'));
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_no_go" CHECK ("decision" <> 'no_go' OR (btrim("comment") <> '' AND "lookAgainOn" IS NOT NULL));
ALTER TABLE "Overruling" ADD CONSTRAINT "Overruling_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "Disposition" ADD CONSTRAINT "Disposition_condition" CHECK (("kind" = 'fix_before') = ("ownerId" IS NOT NULL) AND ("kind" = 'fix_before') = ("dueOn" IS NOT NULL));
ALTER TABLE "Disposition" ADD CONSTRAINT "Disposition_waiver" CHECK (("kind" = 'accept') = ("waiverId" IS NOT NULL));
-- What happened stays, and so do the bytes that were signed; both leave only with a launch that the example invented.
CREATE FUNCTION plumbline_launch_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Launch' THEN
    IF OLD."example" THEN RETURN OLD; END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM "Launch" l WHERE l."id" = OLD."launchId" AND NOT l."example") THEN RETURN OLD; END IF;
  ELSIF TG_TABLE_NAME = 'LaunchRevision' THEN
    IF NEW."bytes" = OLD."bytes" AND NEW."hash" = OLD."hash" AND NEW."launchId" = OLD."launchId" THEN RETURN NEW; END IF;
  ELSIF TG_TABLE_NAME = 'SignOff' THEN
    IF OLD."supersededAt" IS NULL AND to_jsonb(NEW) - 'supersededAt' = to_jsonb(OLD) - 'supersededAt' THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Launch_kept" BEFORE DELETE ON "Launch" FOR EACH ROW EXECUTE FUNCTION plumbline_launch_kept();
CREATE TRIGGER "LaunchEvent_kept" BEFORE UPDATE OR DELETE ON "LaunchEvent" FOR EACH ROW EXECUTE FUNCTION plumbline_launch_kept();
CREATE TRIGGER "LaunchPlan_kept" BEFORE UPDATE OR DELETE ON "LaunchPlan" FOR EACH ROW EXECUTE FUNCTION plumbline_launch_kept();
CREATE TRIGGER "LaunchRevision_kept" BEFORE UPDATE OR DELETE ON "LaunchRevision" FOR EACH ROW EXECUTE FUNCTION plumbline_launch_kept();
CREATE TRIGGER "SignOff_kept" BEFORE UPDATE OR DELETE ON "SignOff" FOR EACH ROW EXECUTE FUNCTION plumbline_launch_kept();
CREATE TRIGGER "LaunchEvent_no_truncate" BEFORE TRUNCATE ON "LaunchEvent" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "SignOff_no_truncate" BEFORE TRUNCATE ON "SignOff" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "Launch_example_fixed" BEFORE UPDATE OF "example" ON "Launch" FOR EACH ROW EXECUTE FUNCTION plumbline_example_fixed();
-- What time did to a launch is told to open browsers; what people did, its audit event tells (50_changes.sql).
CREATE FUNCTION plumbline_launch_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Change" ("at", "action", "actorId", "subjectType", "subjectId")
  VALUES (clock_timestamp(), 'launch.' || NEW."kind", NEW."personId", 'launch', NEW."launchId"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "LaunchEvent_told" AFTER INSERT ON "LaunchEvent" FOR EACH ROW WHEN (NEW."personId" IS NULL) EXECUTE FUNCTION plumbline_launch_told();
