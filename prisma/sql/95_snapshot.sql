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
-- Titles stay when their questions leave: no line is left for them.
CREATE TRIGGER "QuestionTitle_touched" BEFORE UPDATE ON "QuestionTitle" FOR EACH ROW EXECUTE FUNCTION plumbline_touched();
ALTER TABLE "Question" ADD CONSTRAINT "Question_title" CHECK (char_length("title") <= 42);
ALTER TABLE "QuestionTitle" ADD CONSTRAINT "QuestionTitle_title" CHECK (char_length("title") <= 42);
