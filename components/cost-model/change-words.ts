import type { ModelVersion } from "@/lib/contracts/model-history";
import { amountText } from "@/lib/domain/amount-text";
import { COST_TEXT } from "@/lib/domain/vocabulary";
import { writeNumber } from "./amounts";

export type ModelChange = ModelVersion["changes"][number];

/** A change of one input: what it is, what it was, what it becomes. */
export interface ChangeWords {
  what: string;
  from: string;
  to: string;
  /** The reason that came with it, as somebody wrote it; null where there is no new one. */
  why: string | null;
}

/** The currencies of what was and of what is: amounts are never converted. */
export interface Currencies {
  before: string;
  after: string;
}

/** Whether only the reason of a price or a rate is another: no figure follows from it. */
export function isReasonOnly(change: ModelChange): boolean {
  if (change.kind === "rate") return change.from === change.to;
  if (change.kind !== "price" || change.from === null || change.to === null) return false;
  return change.from.low === change.to.low && change.from.high === change.to.high;
}

const quoted = (why: string | undefined): string => (why ? `“${why}”` : "nothing said");

/** A change in words. @param nameOf what a question is called, by its key */
export function changeWords(
  change: ModelChange,
  currency: Currencies,
  nameOf: (question: string) => string,
): ChangeWords {
  switch (change.kind) {
    case "currency":
      return { what: "Currency", from: change.from, to: change.to, why: null };
    case "price":
      return priceChange(change, currency);
    case "severity":
      return {
        what: `Tier ${change.tier}`,
        from: `× ${writeNumber(change.from)}`,
        to: `× ${writeNumber(change.to)}`,
        why: null,
      };
    case "rate":
      return rateChange(change, nameOf(change.question));
  }
}

function priceChange(change: Extract<ModelChange, { kind: "price" }>, currency: Currencies): ChangeWords {
  const { cost, from, to } = change;
  const { name } = COST_TEXT[cost];
  if (isReasonOnly(change)) {
    return {
      what: `${name}, where the amounts come from`,
      from: quoted(from?.why),
      to: quoted(to?.why),
      why: null,
    };
  }
  const said = (price: typeof from, of: string) =>
    price === null
      ? "no price"
      : `${amountText(price.low, { currency: of })} to ${amountText(price.high, { currency: of })}`;
  return {
    what: name,
    from: said(from, currency.before),
    to: said(to, currency.after),
    why: to?.why && to.why !== from?.why ? to.why : null,
  };
}

function rateChange(change: Extract<ModelChange, { kind: "rate" }>, question: string): ChangeWords {
  const { cost, from, to, why } = change;
  const { name } = COST_TEXT[cost];
  const said = (rate: number | null) => (rate === null ? "the checklist's" : `${writeNumber(rate)} a year`);
  if (isReasonOnly(change)) {
    const reason = why === "" ? quoted(why) : `because ${quoted(why)}`;
    const what = `${name}, why the rate is your own: ${question}`;
    return { what, from: said(from), to: `${said(to)}, ${reason}`, why: null };
  }
  return { what: `${name}: ${question}`, from: said(from), to: said(to), why: why === "" ? null : why };
}
