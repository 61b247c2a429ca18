-- lowest release that may still run: 0.2.0

-- DropForeignKey
ALTER TABLE "Gap" DROP CONSTRAINT "Gap_serviceId_fkey";

-- AlterTable
ALTER TABLE "ServiceState" DROP COLUMN "abilities",
DROP COLUMN "accepted",
DROP COLUMN "answered",
DROP COLUMN "areas",
DROP COLUMN "blockers",
DROP COLUMN "counting",
DROP COLUMN "gaps",
DROP COLUMN "incidents",
DROP COLUMN "score",
DROP COLUMN "stale",
DROP COLUMN "standing",
DROP COLUMN "unanswered",
DROP COLUMN "unclear",
DROP COLUMN "weight";

-- AlterTable
ALTER TABLE "ReadinessPoint" DROP COLUMN "abilities",
DROP COLUMN "areas";

-- DropTable
DROP TABLE "Gap";
