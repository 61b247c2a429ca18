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
