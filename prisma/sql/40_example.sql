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
