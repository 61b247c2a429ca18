-- Nor is history emptied (H1, H2): TRUNCATE passes row triggers by.
CREATE TRIGGER "Entry_no_truncate" BEFORE TRUNCATE ON "Entry" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "ServiceFacts_no_truncate" BEFORE TRUNCATE ON "ServiceFacts" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "ReadinessPoint_no_truncate" BEFORE TRUNCATE ON "ReadinessPoint" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only();
