import type { ModelPreview } from "@/lib/contracts/model-preview";
import { amountText } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import { isReasonOnly } from "./change-words";

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

const money = (amount: number | null, of: string) =>
  amount === null ? "unpriced" : amountText(amount, { currency: of });

/** The totals that a model changes: money and incidents, known and unknown, now and at launch, never added (R1, R6). */
export function beforeAfter({ before, after, currency }: ModelPreview): BeforeAfter[] {
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
          before: amountText(was.incidents, null),
          after: amountText(is.incidents, null),
        },
      ];
    }),
  );
}

/**
 * What one changed input alone would do to what is known now, and in how many services incidents would differ; null for
 * a reason, from which nothing follows.
 */
export function aloneWords(
  { change, after, services }: ModelPreview["changes"][number],
  { before, currency }: Pick<ModelPreview, "before" | "currency">,
): string | null {
  if (isReasonOnly(change)) return null;
  const [was, is] = [before.now.known, after.now.known];
  const inOther = change.kind === "currency";
  // Prices are meant in the currency to come: beside those of the one in force they add up to nothing.
  const hasSum = !(change.kind === "price" && currency.before !== currency.after);
  const parts = [
    ...(hasSum && (was.expectedLoss !== is.expectedLoss || (inOther && was.expectedLoss !== null))
      ? [
          arrow(
            money(was.expectedLoss, currency.before),
            money(is.expectedLoss, inOther ? currency.after : currency.before),
          ),
        ]
      : []),
    ...(was.incidents === is.incidents
      ? []
      : [`${arrow(amountText(was.incidents, null), amountText(is.incidents, null))} incidents`]),
  ];
  const none = hasSum ? "no change to what is known now" : "in another currency than the other prices";
  const known = parts.length === 0 ? none : `known now ${parts.join(", ")} a year`;
  const where = services === 0 ? "" : `; other incidents in ${counted(services, "service")}`;
  return `Alone: ${known}${where}.`;
}

const arrow = (was: string, is: string) => (was === is ? `unchanged at about ${was}` : `${was} → ${is}`);
