-- An imported answer may be stale for a reason that is not known here: meaning 0 (S5).
ALTER TABLE "Answer" DROP CONSTRAINT "Answer_meaning", ADD CONSTRAINT "Answer_meaning" CHECK ("meaning" >= 0);
ALTER TABLE "Entry" DROP CONSTRAINT "Entry_meaning", ADD CONSTRAINT "Entry_meaning" CHECK ("meaning" >= 0);
-- Nothing is imported before it was given.
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_savedAt" CHECK ("savedAt" <= "at");
