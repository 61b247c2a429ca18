import { costModel, costModelSave } from "../cost-model";
import { modelVersionFilters, modelVersions } from "../model-history";
import { modelPreview } from "../model-preview";
import type { Operation } from "../operation";

/** The organisation's assumptions: prices, severity, rates. */
export const costModelOperations = {
  loadCostModel: {
    method: "GET",
    path: "/api/v1/exposure/model",
    action: "model:read",
    on: "organisation",
    summary: "The prices, severity and rates in force, and whether they are plausible",
    status: 200,
    result: costModel,
    refusals: [],
  },
  saveCostModel: {
    method: "PUT",
    path: "/api/v1/exposure/model",
    action: "model:edit",
    on: "organisation",
    summary: "Put prices, severity or rates in force; changed rates count at once, in every service",
    body: costModelSave,
    status: 200,
    result: costModel,
    patience: "long",
    refusals: ["conflict"],
  },
  previewCostModel: {
    method: "POST",
    path: "/api/v1/exposure/model/previews",
    action: "model:edit",
    on: "organisation",
    summary: "What a model would change, were it put in force; writes nothing",
    body: costModelSave,
    status: 200,
    result: modelPreview,
    bulkhead: "always",
    refusals: [],
  },
  listModelVersions: {
    method: "GET",
    path: "/api/v1/exposure/model/versions",
    action: "model:read",
    on: "organisation",
    summary: "The models that were in force, newest first, each with what it changed",
    query: modelVersionFilters,
    status: 200,
    result: modelVersions,
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
