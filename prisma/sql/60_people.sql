ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_email_lower" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_ended_once" CHECK ("acceptedAt" IS NULL OR "revokedAt" IS NULL);
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_span" CHECK ("expiresAt" > "createdAt");
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_scopes" CHECK (cardinality("scopes") >= 1);
-- One open invitation of an address at a time.
CREATE UNIQUE INDEX "Invitation_one_open" ON "Invitation" ("email") WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;
