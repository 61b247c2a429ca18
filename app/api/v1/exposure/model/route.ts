import { saveModel } from "@/lib/commands/cost-model/save-model";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadCostModel } from "@/lib/queries/cost-model/cost-model";

/** The prices, severity and rates in force. */
export const GET = handle(operations.loadCostModel, ({ scope }) => loadCostModel(scope));

/** Put prices, severity or rates in force. */
export const PUT = handle(operations.saveCostModel, ({ scope, body, now }) => saveModel(scope, body, now));
