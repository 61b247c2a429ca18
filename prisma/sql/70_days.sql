-- Whole days are rolled up from points (H4); a point that is dated into one, or leaves it, throws away the days from then on.
-- The lock (lib/db/roll-up-days.ts takes it alone) keeps a day from being rolled up while such a point is not committed yet.
-- Points of the last minutes need none: their day is rolled up five minutes after its end at the earliest.
CREATE FUNCTION plumbline_days_dated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  since timestamptz;
  spoilt date;
BEGIN
  SELECT min("at") INTO since FROM "dated";
  IF since IS NULL THEN RETURN NULL; END IF;
  IF since < clock_timestamp() - interval '4 minutes' THEN PERFORM pg_advisory_xact_lock_shared(73051131); END IF;
  SELECT w."day" INTO spoilt FROM "WholeDay" w WHERE w."endsAt" >= since ORDER BY w."endsAt" LIMIT 1;
  IF spoilt IS NOT NULL THEN
    DELETE FROM "ReadinessDay" WHERE "day" >= spoilt;
    DELETE FROM "WholeDay" WHERE "day" >= spoilt;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ReadinessPoint_dated" AFTER INSERT ON "ReadinessPoint" REFERENCING NEW TABLE AS "dated" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_days_dated();
CREATE TRIGGER "ReadinessPoint_undated" AFTER DELETE ON "ReadinessPoint" REFERENCING OLD TABLE AS "dated" FOR EACH STATEMENT EXECUTE FUNCTION plumbline_days_dated();
-- Another time zone has other days.
CREATE FUNCTION plumbline_days_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(73051131);
  DELETE FROM "ReadinessDay";
  DELETE FROM "WholeDay";
  RETURN NULL;
END $$;
CREATE TRIGGER "Organisation_days_moved" AFTER UPDATE OF "timeZone" ON "Organisation" FOR EACH ROW WHEN (OLD."timeZone" IS DISTINCT FROM NEW."timeZone") EXECUTE FUNCTION plumbline_days_moved();
