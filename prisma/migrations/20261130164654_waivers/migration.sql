-- lowest release that may still run: 0.2.0

-- CreateEnum
CREATE TYPE "WaiverState" AS ENUM ('requested', 'in_force', 'refused', 'withdrawn', 'lapsed', 'ended');

-- CreateEnum
CREATE TYPE "WaiverEnd" AS ENUM ('expired', 'renewed', 'revoked', 'closed', 'worse', 'unclear', 'not_asked', 'meaning');

-- AlterEnum
ALTER TYPE "PointCause" ADD VALUE 'waiver';

-- CreateTable
CREATE TABLE "Waiver" (
    "id" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "questionKey" TEXT NOT NULL,
    "state" "WaiverState" NOT NULL DEFAULT 'requested',
    "verdict" "Verdict" NOT NULL,
    "meaning" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "measure" TEXT NOT NULL DEFAULT '',
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedUntil" DATE NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT NOT NULL DEFAULT '',
    "soleDecider" BOOLEAN NOT NULL DEFAULT false,
    "until" DATE,
    "endsAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endCause" "WaiverEnd",
    "endedById" UUID,
    "endReason" TEXT NOT NULL DEFAULT '',
    "renewsId" UUID,
    "renewal" INTEGER NOT NULL DEFAULT 0,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Waiver_serviceId_questionKey_idx" ON "Waiver"("serviceId", "questionKey");

-- CreateIndex
CREATE INDEX "Waiver_state_idx" ON "Waiver"("state");

-- CreateIndex
CREATE INDEX "Waiver_xid_idx" ON "Waiver"("xid");

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_renewsId_fkey" FOREIGN KEY ("renewsId") REFERENCES "Waiver"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- from prisma/sql/97_waivers.sql
-- At most one open request and one waiver in force for a gap (S6).
CREATE UNIQUE INDEX "Waiver_one_open" ON "Waiver" ("serviceId", "questionKey") WHERE "state" = 'requested';
CREATE UNIQUE INDEX "Waiver_one_in_force" ON "Waiver" ("serviceId", "questionKey") WHERE "state" = 'in_force';
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_verdict" CHECK ("verdict" IN ('no', 'partly'));
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_meaning" CHECK ("meaning" >= 1);
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_renewal" CHECK ("renewal" >= 0 AND ("renewal" = 0) = ("renewsId" IS NULL) AND "renewsId" <> "id");
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_decided" CHECK (("state" IN ('in_force', 'refused', 'ended')) = ("decidedAt" IS NOT NULL)
  AND ("decidedAt" IS NULL) = ("decidedById" IS NULL) AND "decidedAt" >= "requestedAt");
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_granted" CHECK (("state" IN ('in_force', 'ended')) = ("until" IS NOT NULL)
  AND ("until" IS NULL) = ("endsAt" IS NULL) AND "endsAt" >= "decidedAt");
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_refused" CHECK ("state" <> 'refused' OR btrim("decisionReason") <> '');
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_ended" CHECK (("state" IN ('withdrawn', 'lapsed', 'ended')) = ("endedAt" IS NOT NULL)
  AND ("state" IN ('lapsed', 'ended')) = ("endCause" IS NOT NULL) AND "endedAt" >= coalesce("decidedAt", "requestedAt"));
-- Nobody decides what they asked for, unless nobody else can (L8).
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_decider" CHECK ("soleDecider" = ("decidedById" IS NOT DISTINCT FROM "requestedById"));
-- What was asked and decided stays as it is, and a waiver only goes forward; only what was invented leaves, with its service.
CREATE FUNCTION plumbline_waiver_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM "Service" s WHERE s."id" = OLD."serviceId" AND s."example") THEN RETURN OLD; END IF;
  ELSIF (NEW."id", NEW."serviceId", NEW."questionKey", NEW."reason", NEW."measure", NEW."requestedById", NEW."requestedAt", NEW."askedUntil")
    = (OLD."id", OLD."serviceId", OLD."questionKey", OLD."reason", OLD."measure", OLD."requestedById", OLD."requestedAt", OLD."askedUntil")
    AND (OLD."state" = 'requested' AND NEW."state" IN ('in_force', 'refused', 'withdrawn', 'lapsed')
      OR OLD."state" = 'in_force' AND NEW."state" = 'ended' AND (NEW."verdict", NEW."meaning", NEW."decidedById", NEW."decidedAt",
        NEW."decisionReason", NEW."until", NEW."endsAt", NEW."renewal") = (OLD."verdict", OLD."meaning", OLD."decidedById",
        OLD."decidedAt", OLD."decisionReason", OLD."until", OLD."endsAt", OLD."renewal")) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what a waiver was is never changed or deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Waiver_kept" BEFORE UPDATE OR DELETE ON "Waiver" FOR EACH ROW EXECUTE FUNCTION plumbline_waiver_kept();
CREATE TRIGGER "Waiver_no_truncate" BEFORE TRUNCATE ON "Waiver" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "Waiver_touched" BEFORE UPDATE ON "Waiver" FOR EACH ROW EXECUTE FUNCTION plumbline_touched();
