import "server-only";
import type { Scope } from "../../auth/scope";
import type { ChecklistSummary, ChecklistVersion } from "../../contracts/scorecard";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { presentQuestion } from "./present-question";

/** Services that count: neither deleted nor retired, as the lists that are linked show them. */
const used = { services: { where: { deletedAt: null, lifecycle: { not: "retired" as const } } } };

/** Every checklist with its versions, newest first, and how many services each is asked of. */
export async function loadChecklists(
  _scope: Scope<"checklist:list">,
): Promise<{ items: ChecklistSummary[]; nextCursor: null }> {
  const rows = await reader().checklist.findMany({
    orderBy: { name: "asc" },
    include: {
      versions: {
        orderBy: { number: "desc" },
        include: { _count: { select: { questions: true, ...used } } },
      },
    },
  });
  const items = rows.map(({ key, name, versions }) => ({
    checklist: key,
    name,
    versions: versions.map(({ number, status, publishedAt, _count }) => ({
      version: number,
      status,
      publishedAt: publishedAt?.toISOString() ?? null,
      questions: _count.questions,
      services: _count.services,
    })),
  }));
  return { items, nextCursor: null };
}

/** One version with its questions in order. @throws AppError not_found */
export async function loadChecklistVersion(
  _scope: Scope<"checklist:read">,
  name: { checklist: string; version: string },
): Promise<ChecklistVersion> {
  const number = /^\d{1,6}$/.test(name.version) ? Number(name.version) : 0;
  const row = await reader().checklistVersion.findFirst({
    where: { number, checklist: { key: name.checklist } },
    include: { _count: { select: used } },
  });
  if (!row) throw new AppError("not_found", { message: "There is no such version of a checklist." });
  const version = await checklistVersion(row.id);
  return {
    checklist: version.checklist.key,
    name: version.checklist.name,
    version: number,
    status: row.status,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    services: row._count.services,
    questions: version.questions.map(presentQuestion),
  };
}
