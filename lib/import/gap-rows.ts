import { isDueDay } from "../domain/as-of";
import { NO_PLAN, PLAN_STATES, type PlanFields } from "../domain/gap-plan";
import { isLinkable, TEXT_LIMITS } from "../domain/text";
import type { KnownPlan } from "./known";
import type { QuestionTable } from "./plan-table";
import { shown, textProblem } from "./texts";
import type { RowProblem } from "./wanted";

const DAY = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/;
const MOST_EFFORT = 1000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Rows of plans about gaps. An empty cell leaves what is there; a row without any plans nothing.
 * @param canOwn whether somebody who can sign in has an address
 * @param isKnown whether anybody has it: of somebody who is not known here at all, the file of another installation says
 *   who the owner is there
 */
export const gapRows = (
  canOwn: (email: string) => boolean,
  isKnown: (email: string) => boolean,
): QuestionTable<PlanFields, KnownPlan> => ({
  kind: "plan",
  what: "gaps",
  known: ({ service, question }) => service.plans.get(question.key),
  show: ({ owner, dueOn, effortDays, state, ticket, note }) => ({
    owner,
    dueOn,
    effortDays: effortDays === null ? null : String(effortDays),
    state,
    ticket,
    note,
  }),
  read(cell, before) {
    const problems: RowProblem[] = [];
    const refuse = (message: string) => problems.push({ field: null, message });
    const now = before ?? NO_PLAN;
    const notes: string[] = [];
    const named = cell("owner").trim().toLowerCase();
    const stranger =
      named !== "" && named !== now.owner && EMAIL.test(named) && !isKnown(named) && !canOwn(named);
    if (stranger) notes.push(`Nobody here has the address “${shown(named)}”: the owner is left out.`);
    const owner = (stranger ? "" : named) || now.owner;
    if (owner !== null && owner !== now.owner && !canOwn(owner))
      refuse(`Nobody who can sign in has the address “${shown(owner)}”.`);
    const day = cell("dueOn").trim();
    const dueOn = day === "" ? now.dueOn : (DAY.exec(day)?.[1] ?? "");
    if (dueOn !== null && !isDueDay(dueOn))
      refuse(`“${shown(day)}” is not a due date: write it as YYYY-MM-DD, from 1970 to 2199.`);
    const effort = cell("effortDays").trim();
    const effortDays = effort === "" ? now.effortDays : Number(effort.replace(/^(\d+),(\d+)$/, "$1.$2"));
    if (effortDays !== null && !(effortDays > 0 && effortDays <= MOST_EFFORT))
      refuse(`The effort “${shown(effort)}” is not a number of days above 0 and up to ${MOST_EFFORT}.`);
    const word = cell("state")
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_");
    const state = word === "" ? now.state : PLAN_STATES.find((each) => each === word);
    if (!state) refuse(`The state “${shown(cell("state"))}” is none of ${PLAN_STATES.join(", ")}.`);
    const ticket = cell("ticket").trim() || now.ticket;
    if (
      ticket !== null &&
      ticket !== now.ticket &&
      !(isLinkable(ticket) && textProblem(ticket, TEXT_LIMITS.url) === null)
    )
      refuse(`The ticket “${shown(ticket)}” is not an address that starts with http:, https: or mailto:.`);
    const note = cell("note") || now.note;
    const problem = textProblem(note, TEXT_LIMITS.note);
    if (problem) refuse(`The note ${problem}.`);
    if (problems.length > 0 || !state) return { problems };
    const after: PlanFields = { owner, dueOn, effortDays, state, ticket, note };
    const same = (Object.keys(NO_PLAN) as (keyof PlanFields)[]).every((field) => after[field] === now[field]);
    return same ? { same: null, notes } : { after, notes };
  },
});
