import type { WorthGap } from "@/lib/contracts/exposure";
import { amountText, type Unit } from "@/lib/domain/amount-text";

/** What something is expected to cost in a year, or the incidents where that has no price. */
export const worthText = (
  { expectedLoss, incidentsPerYear }: Pick<WorthGap, "expectedLoss" | "incidentsPerYear">,
  unit: Unit,
) =>
  unit !== null && expectedLoss !== null
    ? amountText(expectedLoss, unit)
    : `${amountText(incidentsPerYear, null)}${unit === null ? "" : " incidents"}`;
