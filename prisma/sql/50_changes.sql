-- Whatever is audited, and whatever ages, is told to open browsers: a row to poll, and a notification to hear.
CREATE FUNCTION plumbline_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('plumbline_change', json_build_object('id', NEW."id"::text, 'action', NEW."action",
    'actor', NEW."actorId", 'subjectType', NEW."subjectType", 'subject', NEW."subjectId", 'question', NEW."question",
    'version', NEW."version")::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "Change_tell" AFTER INSERT ON "Change" FOR EACH ROW EXECUTE FUNCTION plumbline_tell();
CREATE FUNCTION plumbline_audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Change" ("at", "action", "actorId", "subjectType", "subjectId", "question", "version")
  VALUES (clock_timestamp(), NEW."action", NEW."actorId", NEW."subjectType", NEW."subjectId", NEW."details"->>'question',
    CASE WHEN jsonb_typeof(NEW."details"->'version') = 'number' THEN (NEW."details"->>'version')::int END);
  RETURN NULL;
END $$;
CREATE TRIGGER "AuditEvent_changed" AFTER INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION plumbline_audited();
CREATE FUNCTION plumbline_aged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Change" ("at", "action", "subjectType", "subjectId")
  VALUES (clock_timestamp(), 'service.aged', 'service', NEW."serviceId"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "ReadinessPoint_changed" AFTER INSERT ON "ReadinessPoint" FOR EACH ROW WHEN (NEW."cause" = 'ageing') EXECUTE FUNCTION plumbline_aged();
