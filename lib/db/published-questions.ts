import { once } from "../config/once";
import { DEFAULT_CHECKLIST, type Question } from "../domain/checklist";
import { AppError } from "../domain/errors";
import type { Tier } from "../domain/vocabulary";
import { reader } from "./transaction";

/** A checklist version with its questions in order; their titles, but for what a draft says, are in question-titles. */
export interface VersionWithQuestions {
  id: string;
  number: number;
  checklist: { id: string; key: string; name: string };
  questions: readonly Question[];
}

/**
 * The checklist version that new services are asked: the newest published one of the default checklist.
 * @throws AppError refused while none is published
 */
export async function newestChecklist(): Promise<string> {
  const version = await reader().checklistVersion.findFirst({
    where: { status: "published", checklist: { key: DEFAULT_CHECKLIST } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!version) throw new AppError("refused", { message: "No checklist has been published yet." });
  return version.id;
}

const cache = () => once("checklist-versions", () => new Map<string, VersionWithQuestions>());

/** A version that was read before. @throws RangeError when it was not */
export function knownVersion(id: string): VersionWithQuestions {
  const known = cache().get(id);
  if (!known) throw new RangeError(`checklist version ${id} was not read`);
  return known;
}

/**
 * A checklist version by id. Published ones never change, so they are read once per process.
 * @throws RangeError when there is none: a service always refers to one
 */
export async function checklistVersion(id: string): Promise<VersionWithQuestions> {
  const known = cache().get(id);
  if (known) return known;
  const row = await reader().checklistVersion.findUnique({
    where: { id },
    include: {
      checklist: true,
      questions: { orderBy: { position: "asc" }, include: { costs: { orderBy: { cost: "asc" } } } },
    },
  });
  if (!row) throw new RangeError(`no checklist version ${id}`);
  const version: VersionWithQuestions = {
    id: row.id,
    number: row.number,
    checklist: { id: row.checklist.id, key: row.checklist.key, name: row.checklist.name },
    questions: row.questions.map((question) => ({
      ...question,
      upToTier: question.upToTier as Tier,
      // What it was to be called has been said when it was published, and may have changed since.
      title: row.status === "published" ? undefined : (question.title ?? undefined),
    })),
  };
  if (row.status === "published") cache().set(id, version);
  return version;
}
