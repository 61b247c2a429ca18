import { z } from "zod";
import type { Operation } from "../operation";
import { checklistSummary, checklistVersion } from "../scorecard";

/** Checklists. */
export const checklistsOperations = {
  listChecklists: {
    method: "GET",
    path: "/api/v1/checklists",
    action: "checklist:list",
    on: "organisation",
    summary: "Checklists and their versions",
    status: 200,
    result: z.strictObject({ items: z.array(checklistSummary), nextCursor: z.null() }),
    refusals: [],
  },
  loadChecklistVersion: {
    method: "GET",
    path: "/api/v1/checklists/:checklist/versions/:version",
    action: "checklist:read",
    on: "organisation",
    summary: "One version with its questions",
    status: 200,
    result: checklistVersion,
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
