import "server-only";
import { type AuditedBy, auditMany } from "../../db/audit";
import { loadPlanRows, planInForce, type StoredPlan, upsertPlans } from "../../db/gap-plans";
import type { LockedService } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { FieldProblem } from "../../domain/errors";
import {
  changedPlan,
  isFineWithoutGap,
  NO_PLAN,
  type PlanChange,
  type PlanFields,
} from "../../domain/gap-plan";
import { historiesIn } from "../../snapshot/current-histories";
import { openSinceOf } from "../../snapshot/open-since";

/** Why nothing can be planned about a question that is no gap. */
export const NO_GAP =
  "This is no longer open: its answer is yes, or it is not asked. Nothing is left to plan; a plan can be marked done.";

/** What is to be planned about a question of a locked service. */
export interface PlanAsked {
  service: LockedService;
  question: string;
  change: PlanChange;
  /** The version of the plan that the change was made to; left out when any will do. */
  expectedVersion?: number | undefined;
}

/** The same, with what is there. */
export type PlanWork<A extends PlanAsked = PlanAsked> = A & {
  /** The plan in force; null when there was never one. */
  before: StoredPlan | null;
  after: PlanFields;
  /** Whether the question is a gap. */
  open: boolean;
};

/**
 * Reads what changes of plans are about, as this transaction sees it.
 * @param replace what a change does not name becomes empty, instead of staying as it is
 */
export async function readPlans<A extends PlanAsked>(
  tx: Tx,
  asked: readonly A[],
  { replace = false } = {},
): Promise<PlanWork<A>[]> {
  const ids = [...new Set(asked.map(({ service }) => service.id))];
  const key = (serviceId: string, question: string) => `${serviceId}/${question}`;
  const rows = await loadPlanRows(ids);
  const planned = new Map(rows.map((row) => [key(row.serviceId, row.questionKey), row]));
  const histories = await historiesIn(tx, ids);
  const works: PlanWork<A>[] = [];
  for (const each of asked) {
    const { id, at } = each.service;
    const row = planned.get(key(id, each.question));
    const openedAt = openSinceOf((await histories.now(at)).byId.get(id), each.question);
    const before = row ? planInForce(row, openedAt) : null;
    const start = before && !replace ? { ...before, owner: before.owner?.id ?? null } : NO_PLAN;
    works.push({ ...each, before, after: changedPlan(start, each.change), open: openedAt !== null });
  }
  return works;
}

/** Whether somebody changed the plan since the version that a change was made to. */
export const isOutdated = ({ before, expectedVersion }: PlanWork): boolean =>
  expectedVersion !== undefined && (before?.version ?? 0) !== expectedVersion;

/** Whether a change is of a gap, or one that a question may have which is none. */
export const isPlannable = ({ open, change, after }: PlanWork): boolean =>
  open || isFineWithoutGap(change, after);

/** Those of some owners of plans who are not there or cannot sign in, as problems of their fields. */
export async function ownerProblems(
  tx: Tx,
  owners: readonly { field: string; owner: string | null | undefined }[],
): Promise<FieldProblem[]> {
  const asked = owners.flatMap(({ owner }) => owner ?? []);
  if (asked.length === 0) return [];
  const found = await tx.person.findMany({
    where: { id: { in: [...new Set(asked)] }, disabledAt: null },
    select: { id: true },
  });
  const known = new Set(found.map(({ id }) => id));
  return owners
    .filter(({ owner }) => owner && !known.has(owner))
    .map(({ field }) => ({ field, message: "Choose somebody who can sign in." }));
}

/**
 * Writes plans, each with its audit event.
 * @param details of all events, besides the question and the change
 * @returns the plans as they are shown now, in the order of the works
 */
export async function writePlans(
  tx: Tx,
  scope: AuditedBy,
  works: readonly PlanWork[],
  details: Readonly<Record<string, unknown>> = {},
): Promise<StoredPlan[]> {
  const versionOf = ({ before }: PlanWork) => (before?.version ?? 0) + 1;
  const rows = works.map((work) => {
    const { owner: ownerId, ...rest } = work.after;
    const { id: serviceId, at } = work.service;
    return { serviceId, questionKey: work.question, ownerId, ...rest, version: versionOf(work), at };
  });
  await upsertPlans(tx, rows, scope.viewer.person.id);
  const events = works.map(({ service, question, change }) => ({
    action: "gap.planned",
    subject: ["service", service.id] as const,
    details: { question, ...change, ...details },
    at: service.at,
  }));
  await auditMany(tx, scope, events);
  const ids = [...new Set(works.flatMap(({ after }) => after.owner ?? []))];
  const people =
    ids.length === 0
      ? []
      : await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return works.map((work) => {
    const { owner, ...rest } = work.after;
    const named = owner === null ? null : { id: owner, name: names.get(owner) ?? "" };
    return { ...rest, owner: named, version: versionOf(work) };
  });
}
