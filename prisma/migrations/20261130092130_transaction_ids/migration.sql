-- lowest release that may still run: 0.1.0

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "ServiceFacts" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "GapPlan" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "CostModel" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- CreateTable
CREATE TABLE "Erasure" (
    "id" BIGSERIAL NOT NULL,
    "table" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Erasure_xid_idx" ON "Erasure"("xid");

-- CreateIndex
CREATE INDEX "Service_xid_idx" ON "Service"("xid");

-- CreateIndex
CREATE INDEX "ServiceFacts_xid_idx" ON "ServiceFacts"("xid");

-- CreateIndex
CREATE INDEX "Entry_xid_idx" ON "Entry"("xid");

-- CreateIndex
CREATE INDEX "GapPlan_xid_idx" ON "GapPlan"("xid");

-- from prisma/sql/95_snapshot.sql
-- What every process keeps in memory is found by the transaction that wrote it (lib/snapshot). What is appended has its
-- number by default; what is changed in place gets a new one, and what is deleted leaves a line.
CREATE FUNCTION plumbline_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."xid" := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER "Organisation_touched" BEFORE UPDATE ON "Organisation" FOR EACH ROW EXECUTE FUNCTION plumbline_touched();
CREATE TRIGGER "Team_touched" BEFORE UPDATE ON "Team" FOR EACH ROW EXECUTE FUNCTION plumbline_touched();
CREATE TRIGGER "Service_touched" BEFORE UPDATE ON "Service" FOR EACH ROW EXECUTE FUNCTION plumbline_touched();
CREATE TRIGGER "GapPlan_touched" BEFORE UPDATE ON "GapPlan" FOR EACH ROW EXECUTE FUNCTION plumbline_touched();
CREATE FUNCTION plumbline_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'CostModel' THEN
    INSERT INTO "Erasure" ("table", "subject") SELECT TG_TABLE_NAME, o."number"::text FROM "gone" o;
  ELSIF TG_TABLE_NAME = 'GapPlan' THEN
    INSERT INTO "Erasure" ("table", "subject") SELECT TG_TABLE_NAME, o."serviceId" || ' ' || o."questionKey" FROM "gone" o;
  ELSE
    INSERT INTO "Erasure" ("table", "subject") SELECT TG_TABLE_NAME, o."id"::text FROM "gone" o;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Service_erased" AFTER DELETE ON "Service" REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_erased();
CREATE TRIGGER "Team_erased" AFTER DELETE ON "Team" REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_erased();
CREATE TRIGGER "CostModel_erased" AFTER DELETE ON "CostModel" REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_erased();
CREATE TRIGGER "GapPlan_erased" AFTER DELETE ON "GapPlan" REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_erased();
