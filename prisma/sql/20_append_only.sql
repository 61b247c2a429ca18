-- History is appended to, never changed (H1, H2).
CREATE FUNCTION plumbline_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Entry_append_only" BEFORE UPDATE OR DELETE ON "Entry" FOR EACH ROW EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "ServiceFacts_append_only" BEFORE UPDATE OR DELETE ON "ServiceFacts" FOR EACH ROW EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "ReadinessPoint_append_only" BEFORE UPDATE OR DELETE ON "ReadinessPoint" FOR EACH ROW EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION plumbline_append_only();

-- A published version of a checklist never changes, and neither do its questions and their costs.
CREATE FUNCTION plumbline_published_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[];
BEGIN
  IF TG_TABLE_NAME = 'ChecklistVersion' THEN
    IF OLD."status" = 'published' THEN
      RAISE EXCEPTION 'a published checklist version never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSE
    IF TG_TABLE_NAME = 'Question' THEN
      touched := ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD."versionId" END, CASE WHEN TG_OP <> 'DELETE' THEN NEW."versionId" END];
    ELSE
      SELECT array_agg(q."versionId") INTO touched FROM "Question" q
      WHERE q."id" IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD."questionId" END, CASE WHEN TG_OP <> 'DELETE' THEN NEW."questionId" END);
    END IF;
    IF EXISTS (SELECT 1 FROM "ChecklistVersion" v WHERE v."id" = ANY (touched) AND v."status" = 'published') THEN
      RAISE EXCEPTION 'the questions of a published checklist version never change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "ChecklistVersion_frozen" BEFORE UPDATE OR DELETE ON "ChecklistVersion" FOR EACH ROW EXECUTE FUNCTION plumbline_published_frozen();
CREATE TRIGGER "Question_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "Question" FOR EACH ROW EXECUTE FUNCTION plumbline_published_frozen();
CREATE TRIGGER "QuestionCost_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "QuestionCost" FOR EACH ROW EXECUTE FUNCTION plumbline_published_frozen();
