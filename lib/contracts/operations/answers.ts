import { answer, answerSave, confirmation, confirmations, confirmed, gapPlan, gapPlanSave } from "../answers";
import type { Operation } from "../operation";

/** Answers and plans. */
export const answersOperations = {
  saveAnswer: {
    method: "PUT",
    path: "/api/v1/services/:service/answers/:question",
    action: "answer:save",
    on: "service",
    summary: "Save one answer; a conflict returns the answer that is there now",
    body: answerSave,
    status: 200,
    result: answer,
    refusals: ["conflict", "gone", "refused"],
  },
  confirmAnswer: {
    method: "POST",
    path: "/api/v1/services/:service/answers/:question/confirmation",
    action: "answer:save",
    on: "service",
    summary: "Say that an answer still holds; its age starts anew",
    body: confirmation,
    status: 200,
    result: answer,
    refusals: ["conflict", "gone", "refused"],
  },
  confirmAnswers: {
    method: "POST",
    path: "/api/v1/services/:service/confirmations",
    action: "answer:save",
    on: "service",
    summary:
      "Say of several answers that they still hold, an entry each; those that changed meanwhile are left",
    body: confirmations,
    status: 200,
    result: confirmed,
    refusals: ["gone", "refused"],
  },
  planGap: {
    method: "PUT",
    path: "/api/v1/services/:service/gaps/:question",
    action: "gap:plan",
    on: "service",
    summary: "Plan a gap: owner, due date, effort, ticket",
    body: gapPlanSave,
    status: 200,
    result: gapPlan,
    refusals: ["conflict", "gone", "refused"],
  },
} as const satisfies Record<string, Operation>;
