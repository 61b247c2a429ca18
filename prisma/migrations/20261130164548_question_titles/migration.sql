-- lowest release that may still run: 0.2.0

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "title" TEXT;

-- CreateTable
CREATE TABLE "QuestionTitle" (
    "checklistId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "QuestionTitle_pkey" PRIMARY KEY ("checklistId","key")
);

-- CreateIndex
CREATE INDEX "QuestionTitle_xid_idx" ON "QuestionTitle"("xid");

-- AddForeignKey
ALTER TABLE "QuestionTitle" ADD CONSTRAINT "QuestionTitle_checklistId_fkey" FOREIGN KEY ("checklistId") REFERENCES "Checklist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- from prisma/sql/95_snapshot.sql
-- Titles stay when their questions leave: no line is left for them.
CREATE TRIGGER "QuestionTitle_touched" BEFORE UPDATE ON "QuestionTitle" FOR EACH ROW EXECUTE FUNCTION plumbline_touched();
ALTER TABLE "Question" ADD CONSTRAINT "Question_title" CHECK (char_length("title") <= 42);
ALTER TABLE "QuestionTitle" ADD CONSTRAINT "QuestionTitle_title" CHECK (char_length("title") <= 42);
