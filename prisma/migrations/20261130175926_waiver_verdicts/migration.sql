-- lowest release that may still run: 0.2.0

-- AlterTable
ALTER TABLE "Waiver" ADD COLUMN     "grantedVerdict" "Verdict";

-- from prisma/sql/98_waiver_verdicts.sql
-- A waiver is granted for the verdict that is given then, which may be better than the one that it was asked for.
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_grantedVerdict" CHECK ("grantedVerdict" IS NULL
  OR ("grantedVerdict" = 'partly' AND "verdict" = 'no' AND "until" IS NOT NULL));
CREATE OR REPLACE FUNCTION plumbline_waiver_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM "Service" s WHERE s."id" = OLD."serviceId" AND s."example") THEN RETURN OLD; END IF;
  ELSIF (NEW."id", NEW."serviceId", NEW."questionKey", NEW."verdict", NEW."meaning", NEW."reason", NEW."measure", NEW."requestedById",
      NEW."requestedAt", NEW."askedUntil")
    = (OLD."id", OLD."serviceId", OLD."questionKey", OLD."verdict", OLD."meaning", OLD."reason", OLD."measure", OLD."requestedById",
      OLD."requestedAt", OLD."askedUntil")
    AND (OLD."state" = 'requested' AND NEW."state" IN ('in_force', 'refused', 'withdrawn', 'lapsed')
      OR OLD."state" = 'in_force' AND NEW."state" = 'ended' AND NEW."grantedVerdict" IS NOT DISTINCT FROM OLD."grantedVerdict"
        AND (NEW."decidedById", NEW."decidedAt", NEW."decisionReason", NEW."until", NEW."endsAt", NEW."renewal")
          = (OLD."decidedById", OLD."decidedAt", OLD."decisionReason", OLD."until", OLD."endsAt", OLD."renewal")) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what a waiver was is never changed or deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;
