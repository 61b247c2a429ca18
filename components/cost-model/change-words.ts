import type { ModelVersion } from "@/lib/contracts/model-history";
import { moneyText } from "@/lib/domain/money";
import { COST_TEXT } from "@/lib/domain/vocabulary";
import { writeNumber } from "./amounts";

export type ModelChange = ModelVersion["changes"][number];

/** A change of one input: what it is, what it was, what it becomes. */
export interface ChangeWords {
  what: string;
  from: string;
  to: string;
}

/** A change in words. @param textOf the text of a question, by its key */
export function changeWords(
  change: ModelChange,
  currency: string,
  textOf: (question: string) => string,
): ChangeWords {
  switch (change.kind) {
    case "currency":
      return { what: "Currency", from: change.from, to: change.to };
    case "price": {
      const said = (price: typeof change.from) =>
        price === null
          ? "no price"
          : `${moneyText(price.low, currency)} to ${moneyText(price.high, currency)}`;
      return { what: COST_TEXT[change.cost].name, from: said(change.from), to: said(change.to) };
    }
    case "severity":
      return {
        what: `Tier ${change.tier}`,
        from: `× ${writeNumber(change.from)}`,
        to: `× ${writeNumber(change.to)}`,
      };
    case "rate": {
      const said = (rate: number | null) =>
        rate === null ? "the checklist's" : `${writeNumber(rate)} a year`;
      return {
        what: `${COST_TEXT[change.cost].name}: ${textOf(change.question)}`,
        from: said(change.from),
        to: said(change.to),
      };
    }
  }
}
