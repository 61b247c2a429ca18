import type { LaunchEdit } from "@/lib/contracts/launch-requests";
import type { Launch } from "@/lib/contracts/launches";
import { changedFields } from "@/lib/domain/merge";
import { isBlank } from "@/lib/domain/text";
import { instantAt, localOf } from "./local-time";

/** The plan of a launch as it is being typed: every field is text, so that nothing typed is lost. */
export interface PlanDraft {
  title: string;
  services: readonly string[];
  /** Days are YYYY-MM-DD, times HH:MM, "" for none. */
  targetDate: string;
  meetingDay: string;
  meetingTime: string;
  facilitator: string;
  what: string;
  worth: string;
  delayCostPerWeek: string;
  undoHow: string;
  undoWho: string;
  onCall: string;
}

/** The fields in the order of the form, with their names. */
export const PLAN_NAMES: Record<keyof PlanDraft, string> = {
  title: "Title",
  services: "Services",
  targetDate: "Launch day",
  meetingDay: "Meeting on",
  meetingTime: "Time",
  facilitator: "Facilitator",
  what: "What is launched",
  worth: "What it is worth",
  delayCostPerWeek: "A week’s delay costs",
  undoHow: "How it is undone",
  undoWho: "Who may undo it",
  onCall: "On call",
};

/** The field of the form in which what the server says of one of its own stands. */
const FIELD_OF: Readonly<Record<string, keyof PlanDraft>> = {
  meetingAt: "meetingDay",
  undo: "undoHow",
  "undo.how": "undoHow",
  "undo.who": "undoWho",
};

/** What the server said of each field, by the fields of the form. */
export const planErrors = (errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [
      FIELD_OF[field] ?? (field.startsWith("services") ? "services" : field),
      message,
    ]),
  );

/** What the form holds before anything is typed. */
export function draftOfPlan(launch: Launch, timeZone: string): PlanDraft {
  const { day, time } = localOf(launch.meetingAt, timeZone);
  const { title, services, targetDate, facilitator, what, worth, delayCostPerWeek, undo, onCall } = launch;
  return {
    ...{ title, services, targetDate, facilitator, what, worth, onCall },
    ...{ meetingDay: day, meetingTime: time, undoHow: undo.how, undoWho: undo.who },
    delayCostPerWeek: delayCostPerWeek === null ? "" : String(delayCostPerWeek),
  };
}

/** An amount of money as people type it: "40 000", "40,000", "40000". NaN when it is none. */
const amountOfText = (text: string): number => Number(text.trim().replace(/[\s,’']/g, ""));

/** What is missing before it is worth sending, by field. */
export function planProblems(draft: PlanDraft): Readonly<Record<string, string>> {
  const cost = draft.delayCostPerWeek.trim() === "" ? 0 : amountOfText(draft.delayCostPerWeek);
  return {
    ...(isBlank(draft.title) ? { title: "Give it the name that people use." } : {}),
    ...(draft.services.length === 0 ? { services: "Choose at least one service." } : {}),
    ...(draft.targetDate === "" ? { targetDate: "Choose the day." } : {}),
    ...(draft.facilitator === "" ? { facilitator: "Choose a facilitator." } : {}),
    ...(draft.meetingDay === "" && draft.meetingTime !== ""
      ? { meetingDay: "Choose the day of the meeting." }
      : {}),
    ...(Number.isNaN(cost) || cost < 0 ? { delayCostPerWeek: "Write an amount, such as 40000." } : {}),
  };
}

const MEETING_TIME = "10:00";

/** The same as the API takes it. */
export function planOf(draft: PlanDraft, timeZone: string) {
  const { title, services, targetDate, facilitator, what, worth, onCall, meetingDay, meetingTime } = draft;
  return {
    ...{ title, services: [...services], targetDate, facilitator, what, worth, onCall },
    undo: { how: draft.undoHow, who: draft.undoWho },
    meetingAt: meetingDay === "" ? null : instantAt(meetingDay, meetingTime || MEETING_TIME, timeZone),
    delayCostPerWeek: draft.delayCostPerWeek.trim() === "" ? null : amountOfText(draft.delayCostPerWeek),
  };
}

/** The part of the API's plan that a field of the form belongs to. */
const PART_OF: Partial<Record<keyof PlanDraft, keyof ReturnType<typeof planOf>>> = {
  meetingDay: "meetingAt",
  meetingTime: "meetingAt",
  undoHow: "undo",
  undoWho: "undo",
};

/** The body that changes it: only what was changed. */
export function bodyOfPlan(
  base: PlanDraft,
  draft: PlanDraft,
  timeZone: string,
): Omit<LaunchEdit, "expectedVersion"> {
  const plan = planOf(draft, timeZone);
  const parts = changedFields(base, draft).map((field) => PART_OF[field] ?? (field as keyof typeof plan));
  return Object.fromEntries(parts.map((part) => [part, plan[part]]));
}

/** Whether a change makes those who said go sign again (L5). */
export const needsSigningAgain = (base: PlanDraft, draft: PlanDraft): boolean =>
  changedFields(base, draft).some((field) => ["services", "what", "undoHow", "undoWho"].includes(field)) ||
  (draft.targetDate !== "" && draft.targetDate < base.targetDate);
