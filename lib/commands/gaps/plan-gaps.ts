import "server-only";
import type { Scope } from "../../auth/scope";
import type { GapPlansSave, PlannedGap, PlannedGaps } from "../../contracts/gap-plans";
import { auditMany } from "../../db/audit-many";
import { loadPlanRows, type PlanRow, planInForce } from "../../db/gap-plans";
import { lockServices } from "../../db/lock-services";
import { checklistVersion } from "../../db/published-questions";
import type { LockedService } from "../../db/service-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { type PlanWrite, upsertPlans } from "../../db/upsert-plans";
import { applies } from "../../domain/applies";
import {
  changedPlan,
  isFineWithoutGap,
  NO_PLAN,
  type PlanChange,
  type PlanFields,
} from "../../domain/gap-plan";
import { can } from "../../domain/policy";
import { ownerProblems } from "./check-owners";
import { NO_GAP } from "./plan-gap";
import { type Refusal, refuseAll } from "./refuse-plans";

type Asked = GapPlansSave["gaps"][number];

/** A gap of the request with what it is about. */
interface Work {
  field: string;
  asked: Asked;
  service: LockedService;
  row: PlanRow | undefined;
  before: PlannedGap["before"];
  change: PlanChange;
  after: PlanFields;
}

/**
 * Plans many gaps at once: only the fields that are named change, the others of each plan stay. All of them or none; the
 * refused ones are named by their place (`gaps.3`). Services are locked in the order of their ids.
 * @throws AppError forbidden when the viewer may not plan one of them; conflict when a plan has another version than
 *   expected; refused for what is not there, is no gap, or has an owner who cannot sign in
 */
export async function planGaps(
  scope: Scope<"gap:plan_many">,
  { gaps, set }: GapPlansSave,
  now: Date,
): Promise<PlannedGaps> {
  return inTransaction(async (tx) => {
    const found = await tx.service.findMany({
      where: { slug: { in: [...new Set(gaps.map((gap) => gap.service))] } },
      select: { id: true, slug: true },
    });
    const locked = await lockServices(tx, found.map(({ id }) => id).sort(), now, scope.viewer);
    const bySlug = new Map([...locked.values()].map((service) => [service.slug, service]));
    const planned = new Map((await loadPlanRows([...locked.keys()])).map((row) => [keyOf(row), row]));
    const open = new Set((await openGaps(tx, [...locked.keys()])).map(keyOf));
    const refusals: Refusal[] = [];
    const works: Work[] = [];
    for (const [at, asked] of gaps.entries()) {
      const field = `gaps.${at}`;
      const service = bySlug.get(asked.service);
      const refusal = await refusalOf(scope, asked, service);
      if (refusal || !service) {
        refusals.push({ field, code: "refused", message: "There is no such service.", ...refusal });
        continue;
      }
      const row = planned.get(keyOf({ serviceId: service.id, questionKey: asked.question }));
      const before = row ? planInForce(row, row.openedAt) : null;
      const change = { ...set, ...asked.set };
      const already = before ? { ...before, owner: before.owner?.id ?? null } : NO_PLAN;
      const work = { field, asked, service, row, before, change, after: changedPlan(already, change) };
      refusals.push(...problemsOf(work, open));
      works.push(work);
    }
    const owners = [
      { field: "set.owner", owner: set?.owner },
      ...gaps.map((asked, at) => ({ field: `gaps.${at}.set.owner`, owner: asked.set?.owner })),
    ];
    for (const problem of await ownerProblems(tx, owners)) refusals.push({ code: "refused", ...problem });
    refuseAll(refusals, gaps.length);
    await write(tx, scope, works);
    return present(works, await namesOf(tx, works));
  });
}

const keyOf = ({ serviceId, questionKey }: Pick<PlanRow, "serviceId" | "questionKey">) =>
  `${serviceId}/${questionKey}`;

const openGaps = (tx: Tx, ids: readonly string[]) =>
  tx.gap.findMany({
    where: { serviceId: { in: [...ids] } },
    select: { serviceId: true, questionKey: true },
  });

/** Why nothing of a gap can be planned: it is not there, or is none of the viewer's. */
async function refusalOf(
  scope: Scope<"gap:plan_many">,
  { question }: Asked,
  service: LockedService | undefined,
): Promise<Omit<Refusal, "field"> | null> {
  if (!service) return null;
  if (!can(scope.viewer.actor, "gap:plan", service)) {
    return { code: "forbidden", message: `You are not on the team of ${service.name}.` };
  }
  if (service.deletedAt) return { code: "refused", message: `${service.name} was deleted.` };
  const { questions } = await checklistVersion(service.checklistVersionId);
  const known = questions.find((each) => each.key === question);
  if (!known) return { code: "refused", message: "The checklist has no such question." };
  if (!applies(known, service)) {
    return { code: "refused", message: "This question does not apply to the service any more." };
  }
  return null;
}

function problemsOf({ field, asked, service, row, before, change, after }: Work, open: ReadonlySet<string>) {
  const { expectedVersion } = asked;
  const problems: Refusal[] = [];
  if (expectedVersion !== undefined && (row?.plan.version ?? 0) !== expectedVersion) {
    const current = before ? { service: asked.service, question: asked.question, plan: before } : null;
    problems.push({ field, code: "conflict", message: "Somebody changed this plan meanwhile.", current });
  }
  const gap = open.has(keyOf({ serviceId: service.id, questionKey: asked.question }));
  if (!gap && !isFineWithoutGap(change, after)) problems.push({ field, code: "refused", message: NO_GAP });
  return problems;
}

async function write(tx: Tx, scope: Scope<"gap:plan_many">, works: readonly Work[]): Promise<void> {
  const rows = works.map(({ asked, service, row, after: { owner, ...rest } }): PlanWrite => {
    const version = (row?.plan.version ?? 0) + 1;
    return {
      serviceId: service.id,
      questionKey: asked.question,
      ownerId: owner,
      ...rest,
      version,
      at: service.at,
    };
  });
  await upsertPlans(tx, rows, scope.viewer.person.id);
  await auditMany(
    tx,
    scope,
    works.map(({ asked, service, change }) => ({
      action: "gap.planned",
      subject: ["service", service.id] as const,
      details: { question: asked.question, ...change, many: works.length },
      at: service.at,
    })),
  );
}

async function namesOf(tx: Tx, works: readonly Work[]): Promise<Map<string, string>> {
  const ids = [...new Set(works.flatMap(({ after }) => after.owner ?? []))];
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

const present = (works: readonly Work[], names: ReadonlyMap<string, string>): PlannedGaps => ({
  items: works.map(({ asked, row, before, after: { owner, ...rest } }) => ({
    service: asked.service,
    question: asked.question,
    plan: {
      ...rest,
      owner: owner === null ? null : { id: owner, name: names.get(owner) ?? "" },
      version: (row?.plan.version ?? 0) + 1,
    },
    before,
  })),
});
