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
