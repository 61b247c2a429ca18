-- lowest release that may still run: 0.2.0

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "onCall" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "ServiceFacts" ADD COLUMN     "onCall" TEXT NOT NULL DEFAULT '';
