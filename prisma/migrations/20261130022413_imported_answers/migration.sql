-- lowest release that may still run: 0.1.0

-- AlterEnum
ALTER TYPE "Source" ADD VALUE 'token';

-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "claimedBy" TEXT,
ADD COLUMN     "claimedSource" "Source",
ADD COLUMN     "importedAt" TIMESTAMPTZ(3),
ADD COLUMN     "importedById" UUID,
ADD COLUMN     "tokenName" TEXT;

-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "claimedBy" TEXT,
ADD COLUMN     "claimedSource" "Source",
ADD COLUMN     "importedById" UUID,
ADD COLUMN     "savedAt" TIMESTAMPTZ(3),
ADD COLUMN     "tokenName" TEXT;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- from prisma/sql/90_imports.sql
-- An imported answer may be stale for a reason that is not known here: meaning 0 (S5).
ALTER TABLE "Answer" DROP CONSTRAINT "Answer_meaning", ADD CONSTRAINT "Answer_meaning" CHECK ("meaning" >= 0);
ALTER TABLE "Entry" DROP CONSTRAINT "Entry_meaning", ADD CONSTRAINT "Entry_meaning" CHECK ("meaning" >= 0);
-- Nothing is imported before it was given.
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_savedAt" CHECK ("savedAt" <= "at");
