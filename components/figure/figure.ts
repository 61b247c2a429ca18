import { type ChoiceQuery, choiceAddress } from "@/components/addresses/pages";
import { amountText, effortText, type Unit } from "@/lib/domain/amount-text";
import { OTHER_FILTERS } from "@/lib/domain/filters";

/** How exactly a figure is written: two digits (money), a tenth (incidents below ten, days of work), or as it is. */
export type Precision = "2 digits" | "0.1" | "exact";

/**
 * A figure as it stands on a page: what it is, how exactly it is written, and its text. Figures of one name have one text,
 * on every page. A name is `subject/measure`:
 * - subject: `portfolio`, `team:payments`, `tier:1`, `service:checkout`, `gap:checkout:restore-rehearsed`, `model`, or what
 *   filters choose, `services?tier=1&tag=eu`; of an earlier instant with `@2026-10-01` behind it;
 * - measure: `now.known.loss` (when, part, unit), of one cost `now.known.loss:data_loss`; a count as `gaps.blockers`;
 *   `score`, of one area `score:traffic`.
 */
export interface Figure {
  name: string;
  shown: Precision;
  text: string;
}

const asOfThen = (subject: string, asOf: string | null): string => (asOf ? `${subject}@${asOf}` : subject);

/** A service, as of an earlier instant or now. @param asOf "" and null mean now */
export const serviceSubject = (slug: string, asOf: string | null): string =>
  asOfThen(`service:${slug}`, asOf);

/** A gap of a service. */
export const gapSubject = (service: string, question: string, asOf: string | null): string =>
  asOfThen(`gap:${service}:${question}`, asOf);

/** The services of a choice: all of them, those of a team or a tier, or one. */
export function choiceSubject(choice: ChoiceQuery, asOf: string | null, service = ""): string {
  const entries = choiceAddress.entries(choice);
  if (service !== "" && entries.length === 0) return serviceSubject(service, asOf);
  if (service !== "") entries.push(["service", service]);
  const [only, ...others] = entries;
  if (only === undefined) return asOfThen("portfolio", asOf);
  const [name, value] = only;
  if (others.length === 0 && (name === "team" || name === "tier")) return asOfThen(`${name}:${value}`, asOf);
  return asOfThen(`services?${new URLSearchParams(entries)}`, asOf);
}

/** What is carried now, or will be from a launch on (R6): the word of a name. */
export const WHEN = { now: "now", atLaunch: "launch" } as const;

/**
 * An amount of a subject.
 * @param measure without its unit, as "now.known"
 * @param cost the one that it is of, or several with a plus between; of all when left out
 */
export const amountFigure = (
  subject: string,
  measure: string,
  amount: number,
  unit: Unit,
  cost?: string | undefined,
): Figure => ({
  name: `${subject}/${measure}.${unit === null ? "incidents" : "loss"}${cost ? `:${cost}` : ""}`,
  shown: unit === null ? "0.1" : "2 digits",
  text: amountText(amount, unit),
});

/** A number of things, or a score. */
export const countFigure = (subject: string, measure: string, count: number): Figure => ({
  name: `${subject}/${measure}`,
  shown: "exact",
  text: count.toLocaleString("en"),
});

/**
 * Whose figure a day of a trend is: the choice as of that day; of the last one, as the page asks. Null where filters go by
 * what holds today, which the page of that day would not.
 * @param last YYYY-MM-DD
 */
export function trendSubject(choice: ChoiceQuery & { asOf: string }, at: Date, last: string): string | null {
  const day = at.toISOString().slice(0, 10);
  if (day === last) return choiceSubject(choice, choice.asOf);
  return choice.q === "" && OTHER_FILTERS.every((name) => choice[name].length === 0)
    ? choiceSubject(choice, day)
    : null;
}

/** Days of work. */
export const effortFigure = (subject: string, days: number): Figure => ({
  name: `${subject}/effort`,
  shown: "0.1",
  text: effortText(days),
});
