-- lowest release that may still run: 0.1.0

-- AlterEnum
ALTER TYPE "PointCause" ADD VALUE 'rates';

-- AlterTable
ALTER TABLE "ChecklistVersion" ADD COLUMN     "basedOn" INTEGER,
ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "createdById" UUID,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publishedById" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "meaning" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "meaning" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "meaning" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ServiceState" ADD COLUMN     "weight" INTEGER;

-- CreateTable
CREATE TABLE "CostModel" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "currency" TEXT NOT NULL,
    "prices" JSONB NOT NULL,
    "severity" JSONB NOT NULL,
    "rates" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CostModel_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "CostModel_at_idx" ON "CostModel"("at" DESC);

-- AddForeignKey
ALTER TABLE "ChecklistVersion" ADD CONSTRAINT "ChecklistVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistVersion" ADD CONSTRAINT "ChecklistVersion_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CostModel" ADD CONSTRAINT "CostModel_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- from prisma/sql/80_costs.sql
-- The organisation's assumptions are history too (H3): appended to, never changed; only invented ones may leave.
CREATE FUNCTION plumbline_model_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."example" THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of CostModel are never changed or deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "CostModel_kept" BEFORE UPDATE OR DELETE ON "CostModel" FOR EACH ROW EXECUTE FUNCTION plumbline_model_kept();
CREATE TRIGGER "CostModel_no_truncate" BEFORE TRUNCATE ON "CostModel" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
ALTER TABLE "CostModel" ADD CONSTRAINT "CostModel_number" CHECK ("number" >= 1);
ALTER TABLE "CostModel" ADD CONSTRAINT "CostModel_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "CostModel" ADD CONSTRAINT "CostModel_objects" CHECK (jsonb_typeof("prices") = 'object' AND jsonb_typeof("severity") = 'object' AND jsonb_typeof("rates") = 'object');
ALTER TABLE "Question" ADD CONSTRAINT "Question_meaning" CHECK ("meaning" >= 1);
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_meaning" CHECK ("meaning" >= 1);
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_meaning" CHECK ("meaning" >= 1);
ALTER TABLE "ServiceState" ADD CONSTRAINT "ServiceState_weight" CHECK ("weight" >= 0);
