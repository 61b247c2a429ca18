import { incidentsText } from "@/components/service/figures";
import type { ModelPreview } from "@/lib/contracts/model-preview";
import { moneyText } from "@/lib/domain/money";

/** One line of a comparison. */
export interface BeforeAfter {
  name: string;
  before: string;
  after: string;
}

const WHEN = [
  ["now", "now"],
  ["atLaunch", "at launch"],
] as const;
const PARTS = ["known", "unknown"] as const;
const PART = { known: "Known", unknown: "Unknown" } as const;

/** The totals that a model changes: money and incidents, known and unknown, now and at launch, never added (R1, R6). */
export function beforeAfter({ before, after, currency }: ModelPreview): BeforeAfter[] {
  const money = (amount: number | null, of: string) => (amount === null ? "unpriced" : moneyText(amount, of));
  return WHEN.flatMap(([when, words]) =>
    PARTS.flatMap((part) => {
      const [was, is] = [before[when][part], after[when][part]];
      if (was.incidents === 0 && is.incidents === 0) return [];
      return [
        {
          name: `${PART[part]} ${words}, expected to cost a year`,
          before: money(was.expectedLoss, currency.before),
          after: money(is.expectedLoss, currency.after),
        },
        {
          name: `${PART[part]} ${words}, incidents a year`,
          before: incidentsText(was.incidents),
          after: incidentsText(is.incidents),
        },
      ];
    }),
  );
}
