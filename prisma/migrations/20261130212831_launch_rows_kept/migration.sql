-- lowest release that may still run: 0.2.0

-- from prisma/sql/99_launch_rows_kept.sql
-- What was decided, overruled and planned of a launch stays too. Of a condition its owner and its day may change, until it is
-- superseded; what is superseded is never in force again.
CREATE OR REPLACE FUNCTION plumbline_launch_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Launch' THEN
    IF OLD."example" THEN RETURN OLD; END IF;
  ELSIF TG_TABLE_NAME = 'Overruling' THEN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "SignOff" s JOIN "Launch" l ON l."id" = s."launchId"
      WHERE s."id" = OLD."signOffId" AND NOT l."example") THEN RETURN OLD; END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM "Launch" l WHERE l."id" = OLD."launchId" AND NOT l."example") THEN RETURN OLD; END IF;
  ELSIF TG_TABLE_NAME = 'LaunchRevision' THEN
    IF NEW."bytes" = OLD."bytes" AND NEW."hash" = OLD."hash" AND NEW."launchId" = OLD."launchId" THEN RETURN NEW; END IF;
  ELSIF TG_TABLE_NAME = 'SignOff' THEN
    IF OLD."supersededAt" IS NULL AND to_jsonb(NEW) - 'supersededAt' = to_jsonb(OLD) - 'supersededAt' THEN RETURN NEW; END IF;
  ELSIF TG_TABLE_NAME = 'Disposition' THEN
    IF OLD."supersededAt" IS NULL AND to_jsonb(NEW) - '{supersededAt,dueOn,ownerId}'::text[]
      = to_jsonb(OLD) - '{supersededAt,dueOn,ownerId}'::text[] THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Overruling_kept" BEFORE UPDATE OR DELETE ON "Overruling" FOR EACH ROW EXECUTE FUNCTION plumbline_launch_kept();
CREATE TRIGGER "Disposition_kept" BEFORE UPDATE OR DELETE ON "Disposition" FOR EACH ROW EXECUTE FUNCTION plumbline_launch_kept();
CREATE TRIGGER "Overruling_no_truncate" BEFORE TRUNCATE ON "Overruling" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "Disposition_no_truncate" BEFORE TRUNCATE ON "Disposition" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "LaunchPlan_no_truncate" BEFORE TRUNCATE ON "LaunchPlan" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "LaunchRevision_no_truncate" BEFORE TRUNCATE ON "LaunchRevision" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
