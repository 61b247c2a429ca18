import "server-only";
import type { Scope } from "../../auth/scope";
import type { GapPlansSave, PlannedGaps } from "../../contracts/gap-plans";
import { checklistVersion } from "../../db/published-questions";
import { type LockedService, lockServices } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { applies } from "../../domain/applies";
import { AppError, type FieldProblem } from "../../domain/errors";
import { can } from "../../domain/policy";
import {
  isOutdated,
  isPlannable,
  NO_GAP,
  ownerProblems,
  type PlanAsked,
  type PlanWork,
  readPlans,
  writePlans,
} from "./plan-changes";

/** Why one of many gaps cannot be planned. */
interface Refusal extends FieldProblem {
  code: "forbidden" | "conflict" | "refused";
  /** The plan that is there now, for a conflict. */
  current?: unknown;
}

/** One of the gaps of a request, with its place there. */
type PlacedAsked = PlanAsked & { at: number };

/** Where several things are wrong, the first of these is what a program is told. */
const ORDER = ["forbidden", "refused", "conflict"] as const;

/**
 * Plans many gaps at once: only the fields that are named change, the others of each plan stay. All of them or none; the
 * refused ones are named by their place (`gaps.3`). Services are locked in the order of their ids.
 * @param scope who decides about the gaps of a launch may plan those (L2): that their services are on it, the caller has seen to
 * @throws AppError forbidden when the viewer may not plan one of them; conflict when a plan has another version than
 *   expected; refused for what is not there, is no gap, or has an owner who cannot sign in
 */
export async function planGaps(
  scope: Scope<"gap:plan_many" | "launch:dispose">,
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
    const refused: Refusal[][] = gaps.map(() => []);
    const asked: PlacedAsked[] = [];
    for (const [at, { service: slug, question, set: own, expectedVersion }] of gaps.entries()) {
      const field = `gaps.${at}`;
      const service = bySlug.get(slug);
      const refusal = await refusalOf(scope, question, service);
      if (refusal) refused[at]?.push({ field, ...refusal });
      else if (service) asked.push({ at, service, question, change: { ...set, ...own }, expectedVersion });
    }
    const works = await readPlans(tx, asked);
    for (const work of works) refused[work.at]?.push(...problemsOf(work));
    const owners = [
      { field: "set.owner", owner: set?.owner },
      ...gaps.map((gap, at) => ({ field: `gaps.${at}.set.owner`, owner: gap.set?.owner })),
    ];
    const unowned = (await ownerProblems(tx, owners)).map((each) => ({ code: "refused" as const, ...each }));
    refuseAll([...refused.flat(), ...unowned], gaps.length);
    const plans = await writePlans(tx, scope, works, { many: works.length });
    return {
      items: works.flatMap(({ service, question, before }, at) => {
        const plan = plans[at];
        return plan ? [{ service: service.slug, question, plan, before }] : [];
      }),
    };
  });
}

/** Why nothing of a gap can be planned: it is not there, or is none of the viewer's. */
async function refusalOf(
  scope: Scope<"gap:plan_many" | "launch:dispose">,
  question: string,
  service: LockedService | undefined,
): Promise<Omit<Refusal, "field"> | null> {
  if (!service) return { code: "refused", message: "There is no such service." };
  if (scope.action !== "launch:dispose" && !can(scope.viewer.actor, "gap:plan", service)) {
    return { code: "forbidden", message: `You are not on the team of ${service.name}.` };
  }
  if (service.deletedAt) return { code: "refused", message: `${service.name} was deleted.` };
  const { questions } = await checklistVersion(service.checklistVersionId);
  const known = questions.find((each) => each.key === question);
  if (!known) return { code: "refused", message: "The checklist has no such question." };
  if (!applies(known, service)) {
    return { code: "refused", message: "This question no longer applies to the service." };
  }
  return null;
}

function problemsOf(work: PlanWork<PlacedAsked>): Refusal[] {
  const { at, service, question, before } = work;
  const field = `gaps.${at}`;
  const problems: Refusal[] = [];
  if (isOutdated(work)) {
    const current = before ? { service: service.slug, question, plan: before } : null;
    problems.push({ field, code: "conflict", message: "Somebody else changed this plan first.", current });
  }
  if (!isPlannable(work)) problems.push({ field, code: "refused", message: NO_GAP });
  return problems;
}

/**
 * Refuses the whole when anything in it is refused, naming each by its place.
 * @param all how many gaps were asked for
 * @throws AppError forbidden, refused or conflict
 */
function refuseAll(refusals: readonly Refusal[], all: number): void {
  const [first] = refusals;
  const code = ORDER.find((each) => refusals.some((refusal) => refusal.code === each));
  if (!first || !code) return;
  const count = new Set(refusals.map(({ field }) => field)).size;
  const which = all === 1 ? "" : ` (${count} of ${all} refused)`;
  const current = refusals.flatMap((each) => (each.current ? [each.current] : []));
  throw new AppError(code, {
    message: `${first.message} No plan was changed${which}.`,
    fields: refusals.map(({ field, message }) => ({ field, message })),
    ...(code === "conflict" ? { current } : {}),
  });
}
