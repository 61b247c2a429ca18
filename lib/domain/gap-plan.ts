/** How far a planned fix is. */
export const PLAN_STATES = ["open", "in_progress", "done"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What is planned about a gap. */
export interface PlanFields {
  /** Id of a person. */
  owner: string | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  /** The own estimate; null where the checklist's holds. */
  effortDays: number | null;
  state: PlanState;
  ticket: string | null;
  note: string;
}

/** A plan in which nothing is planned. */
export const NO_PLAN: PlanFields = {
  owner: null,
  dueOn: null,
  effortDays: null,
  state: "open",
  ticket: null,
  note: "",
};

const NAMES = Object.keys(NO_PLAN) as (keyof PlanFields)[];

/** The fields of a plan and nothing else. */
const planFields = (plan: PlanFields): PlanFields =>
  Object.fromEntries(NAMES.map((name) => [name, plan[name]])) as unknown as PlanFields;

/** A change to a plan: fields that are left out, or undefined, stay as they are. */
export type PlanChange = { readonly [K in keyof PlanFields]?: PlanFields[K] | undefined };

/** A plan after a change. */
export function changedPlan(before: PlanFields, change: PlanChange): PlanFields {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...planFields(before), ...(Object.fromEntries(named) as Partial<PlanFields>) };
}

/** Whether nothing at all is planned. */
export const isEmptyPlan = (plan: PlanFields): boolean => NAMES.every((name) => plan[name] === NO_PLAN[name]);

/**
 * Whether a plan still speaks of the gap that is open now. A gap that closed and opened again (a worse answer, an answer
 * that went stale) begins without a plan: what was planned, and perhaps done, was about the time before.
 * @param changedAt when the plan was last changed
 * @param openedAt when the gap opened; null when there is no gap
 */
export const isOfThisGap = (changedAt: Date, openedAt: Date | null): boolean =>
  openedAt === null || changedAt >= openedAt;

/** What may be written about a question that is no gap: that its work is done, or less than was planned. */
export function isFineWithoutGap(change: PlanChange, after: PlanFields): boolean {
  if (after.state === "done" || isEmptyPlan(after)) return true;
  return NAMES.every((name) => change[name] === undefined || change[name] === NO_PLAN[name]);
}
