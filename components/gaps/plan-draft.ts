import type { GapPlan } from "@/lib/contracts/answers";

/** What is planned about a gap; null while nobody has. */
export type Plan = Omit<GapPlan, "question">;

/** A plan as it is being typed: every field is text, so that nothing typed is lost. */
export interface PlanDraft {
  owner: string;
  dueOn: string;
  effortDays: string;
  state: Plan["state"];
  ticket: string;
  note: string;
}

/** What a plan looks like in the form. */
export const draftOf = (plan: Plan | null): PlanDraft => ({
  owner: plan?.owner?.id ?? "",
  dueOn: plan?.dueOn ?? "",
  effortDays: plan?.effortDays === null || plan === null ? "" : String(plan.effortDays),
  state: plan?.state ?? "open",
  ticket: plan?.ticket ?? "",
  note: plan?.note ?? "",
});

/** The body that saves a draft: a plan is replaced as a whole, and what is left empty becomes empty. */
export function bodyOf(draft: PlanDraft, expectedVersion: number) {
  const days = draft.effortDays.trim().replace(",", ".");
  return {
    owner: draft.owner === "" ? null : draft.owner,
    dueOn: draft.dueOn === "" ? null : draft.dueOn,
    effortDays: days === "" ? null : Number(days),
    state: draft.state,
    ticket: draft.ticket.trim() === "" ? null : draft.ticket.trim(),
    note: draft.note,
    expectedVersion,
  };
}

/** What is wrong with a draft before it is sent, by field; empty when nothing is. */
export function draftProblems(draft: PlanDraft): Readonly<Record<string, string>> {
  const days = Number(draft.effortDays.trim().replace(",", ".") || "1");
  return Number.isFinite(days) && days > 0 && days <= 1000
    ? {}
    : { effortDays: "Write a number of days above 0, such as 0.5 or 3." };
}

export const PLAN_STATES = [
  ["open", "Open"],
  ["in_progress", "In progress"],
  ["done", "Done: asks for the answer"],
] as const satisfies readonly (readonly [Plan["state"], string])[];

/** The fields in which a draft differs from a plan, in words, with what is there now. */
export function differences(draft: PlanDraft, now: Plan | null): { field: string; there: string }[] {
  const there = draftOf(now);
  const words: Record<keyof PlanDraft, string> = {
    owner: "Owner",
    dueOn: "Due",
    effortDays: "Effort",
    state: "State",
    ticket: "Ticket",
    note: "Note",
  };
  return (Object.keys(words) as (keyof PlanDraft)[])
    .filter((field) => draft[field] !== there[field])
    .map((field) => ({
      field: words[field],
      there:
        field === "owner"
          ? (now?.owner?.name ?? "nobody")
          : field === "state"
            ? (PLAN_STATES.find(([state]) => state === there.state)?.[1] ?? there.state)
            : there[field] || "empty",
    }));
}

/** Whether the planned day has passed without the work being done. @param today YYYY-MM-DD, the organisation's */
export function isOverdue(plan: Plan | null, today: string): boolean {
  return plan !== null && plan.dueOn !== null && plan.state !== "done" && plan.dueOn < today;
}
