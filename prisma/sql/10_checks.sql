-- Checks: what a row must satisfy whoever writes it.
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_single" CHECK ("id" = 1);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_name" CHECK (btrim("name") <> '');
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "Person" ADD CONSTRAINT "Person_email_lower" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "Person" ADD CONSTRAINT "Person_name" CHECK (btrim("name") <> '');
ALTER TABLE "Session" ADD CONSTRAINT "Session_span" CHECK ("expiresAt" > "createdAt");
ALTER TABLE "SignInThrottle" ADD CONSTRAINT "SignInThrottle_failures" CHECK ("failures" >= 0);
ALTER TABLE "Team" ADD CONSTRAINT "Team_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Team" ADD CONSTRAINT "Team_name" CHECK (btrim("name") <> '');
ALTER TABLE "Service" ADD CONSTRAINT "Service_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Service" ADD CONSTRAINT "Service_name" CHECK (btrim("name") <> '');
ALTER TABLE "Service" ADD CONSTRAINT "Service_tier" CHECK ("tier" BETWEEN 1 AND 4);
ALTER TABLE "Service" ADD CONSTRAINT "Service_links" CHECK (jsonb_typeof("links") = 'array');
ALTER TABLE "ServiceDependency" ADD CONSTRAINT "ServiceDependency_not_self" CHECK ("serviceId" <> "dependsOnId");
ALTER TABLE "ServiceFacts" ADD CONSTRAINT "ServiceFacts_tier" CHECK ("tier" BETWEEN 1 AND 4);
ALTER TABLE "ChecklistVersion" ADD CONSTRAINT "ChecklistVersion_number" CHECK ("number" >= 1);
ALTER TABLE "ChecklistVersion" ADD CONSTRAINT "ChecklistVersion_published" CHECK (("status" = 'published') = ("publishedAt" IS NOT NULL));
ALTER TABLE "Question" ADD CONSTRAINT "Question_key" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Question" ADD CONSTRAINT "Question_weight" CHECK ("weight" BETWEEN 1 AND 5);
ALTER TABLE "Question" ADD CONSTRAINT "Question_upToTier" CHECK ("upToTier" BETWEEN 1 AND 4);
ALTER TABLE "Question" ADD CONSTRAINT "Question_reviewAfterDays" CHECK ("reviewAfterDays" BETWEEN 1 AND 3650);
ALTER TABLE "Question" ADD CONSTRAINT "Question_effortDays" CHECK ("effortDays" > 0 AND "effortDays" <= 1000);
ALTER TABLE "QuestionCost" ADD CONSTRAINT "QuestionCost_rate" CHECK ("incidentsPerYear" > 0 AND "incidentsPerYear" <= 1000);
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_version" CHECK ("version" >= 1);
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_evidence" CHECK (jsonb_typeof("evidence") = 'array');
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_reason" CHECK ("verdict" <> 'not_applicable' OR btrim("reason") <> '');
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_version" CHECK ("version" >= 1 AND ("version" = 1) = ("from" IS NULL));
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_confirm" CHECK ("kind" <> 'confirm' OR "from" = "to");
ALTER TABLE "GapPlan" ADD CONSTRAINT "GapPlan_effortDays" CHECK ("effortDays" IS NULL OR ("effortDays" > 0 AND "effortDays" <= 1000));
ALTER TABLE "ReadinessPoint" ADD CONSTRAINT "ReadinessPoint_score" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "ReadinessPoint" ADD CONSTRAINT "ReadinessPoint_tier" CHECK ("tier" BETWEEN 1 AND 4);

-- One draft of a checklist at a time.
CREATE UNIQUE INDEX "ChecklistVersion_one_draft" ON "ChecklistVersion" ("checklistId") WHERE "status" = 'draft';
-- The list of services by name (lib/queries/services/services.ts).
CREATE INDEX "Service_by_name" ON "Service" (lower("name") COLLATE "C", "id") WHERE "deletedAt" IS NULL;
