import type { SetPrice } from "../../../lib/domain/model-edit";
import type { Cost } from "../../../lib/domain/vocabulary";

/** What one incident costs Tallybrook at tier 1 (R3), as its finance lead wrote it down when the story begins. */
export const FIRST_PRICES: Readonly<Record<Cost, SetPrice>> = {
  emergency_fixes: {
    low: 600,
    high: 9_000,
    why: "From two engineers for a morning to a whole team for three days.",
  },
  lost_trust: { low: 2_000, high: 60_000, why: "Orders that did not come in the month after an outage." },
  failed_launch: { low: 5_000, high: 60_000, why: "A campaign that ran into a launch that was taken back." },
  security_vulnerability: {
    low: 3_000,
    high: 150_000,
    why: "From a patch and a notice to an outside investigation with letters to customers.",
  },
  data_loss: { low: 4_000, high: 200_000, why: "Restoring, reconciling by hand, refunds." },
  poor_performance: { low: 800, high: 20_000, why: "Baskets that were left while pages were slow." },
  developer_confusion: { low: 300, high: 3_000, why: "Days that a newcomer and whoever helps them lose." },
  expensive_rewrite: { low: 8_000, high: 90_000, why: "One to nine engineer months." },
};

/** Prices by the working day before today on which they were set; what is not named stays. */
export const PRICES: readonly { day: number; prices: Partial<Record<Cost, SetPrice>>; note: string }[] = [
  { day: 196, prices: FIRST_PRICES, note: "First guess, with finance" },
  {
    day: 38,
    prices: {
      lost_trust: {
        low: 3_500,
        high: 110_000,
        why: "Orders that did not come in the two months after the sale, with the vouchers that were sent.",
      },
    },
    note: "What the sale cost in trust",
  },
];
