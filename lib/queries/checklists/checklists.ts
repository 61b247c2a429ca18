import "server-only";
import type { Scope } from "../../auth/scope";
import type { ChecklistDocument, ChecklistSummary, ChecklistVersion } from "../../contracts/checklists";
import { checklistVersion, type VersionWithQuestions } from "../../db/published-questions";
import { questionTitles, withTitles } from "../../db/question-titles";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type Actor, can } from "../../domain/policy";
import { presentQuestion } from "./present-question";

/** Services that count: neither deleted nor retired, as the lists that are linked show them. */
const used = { services: { where: { deletedAt: null, lifecycle: { not: "retired" as const } } } };

/** Which version of which checklist, as it stands in a path. */
export interface VersionName {
  checklist: string;
  version: string;
}

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
    versions: versions.map(({ number, status, publishedAt, note, _count }) => ({
      version: number,
      status,
      publishedAt: publishedAt?.toISOString() ?? null,
      note,
      questions: _count.questions,
      services: _count.services,
    })),
  }));
  return { items, nextCursor: null };
}

/** The id of a version by its name in a path. @throws AppError not_found */
export async function versionId({ checklist, version }: VersionName): Promise<string> {
  const number = /^\d{1,6}$/.test(version) ? Number(version) : 0;
  const where = { number, checklist: { key: checklist } };
  const row = await reader().checklistVersion.findFirst({ where, select: { id: true } });
  if (!row) throw new AppError("not_found", { message: "There is no such version of a checklist." });
  return row.id;
}

/** One version with its questions in order. @throws AppError not_found */
export const loadChecklistVersion = async (
  scope: Scope<"checklist:read">,
  name: VersionName,
): Promise<ChecklistVersion> => readVersion(await versionId(name), scope.viewer.actor);

/**
 * A version as the API shows it to somebody.
 * @param known what is in it, where the caller has that: who has just published it must not have it kept in memory as
 *   what never changes before the transaction is through
 */
export async function readVersion(
  id: string,
  actor: Actor,
  known?: Pick<VersionWithQuestions, "checklist" | "questions">,
): Promise<ChecklistVersion> {
  const person = { select: { id: true, name: true } };
  const row = await reader().checklistVersion.findUniqueOrThrow({
    where: { id },
    include: { _count: { select: used }, createdBy: person, publishedBy: person },
  });
  const version = known ?? (await checklistVersion(id));
  const titles = await questionTitles(version.checklist.id);
  const isDraft = row.status === "draft";
  const may = (action: "checklist:edit" | "checklist:publish" | "checklist:move") =>
    can(actor, action, { teamId: null });
  return {
    checklist: version.checklist.key,
    name: version.checklist.name,
    version: row.number,
    status: row.status,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedBy: row.publishedBy,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    basedOn: row.basedOn,
    note: row.note,
    revision: row.revision,
    services: row._count.services,
    questions: withTitles(version.questions, titles).map(presentQuestion),
    can: {
      edit: may("checklist:edit"),
      publish: isDraft && may("checklist:publish"),
      move: !isDraft && may("checklist:move"),
    },
  };
}

/** A version as a document that another installation imports without loss. @throws AppError not_found */
export async function loadChecklistDocument(
  scope: Scope<"checklist:read">,
  name: VersionName,
): Promise<ChecklistDocument> {
  const { checklist, name: called, version, note, questions } = await loadChecklistVersion(scope, name);
  return { format: "plumbline.checklist/1", checklist, name: called, version, note, questions };
}
