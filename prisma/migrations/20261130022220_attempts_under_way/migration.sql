-- lowest release that may still run: 0.1.0

-- AlterTable
ALTER TABLE "SignInThrottle" ADD COLUMN     "underWay" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[];
