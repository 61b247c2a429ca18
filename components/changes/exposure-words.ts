import type { Changes } from "@/lib/contracts/changes";
import { without } from "@/lib/domain/sum";

type Explained = Changes["exposure"]["now"];
type Cause = keyof Explained["byCause"];
export type Amounts = Explained["from"];
/** Incidents a year and the loss expected from them; null where nothing has a price. */
export type Expected = Amounts["known"];

const NAMES: Record<Cause, string> = {
  model: "Prices, severity and rates",
  facts: "Services added, removed, or with another tier, tags or lifecycle",
  checklist: "Another checklist version",
  answers: "Answers",
  ageing: "Answers that went stale, waivers that ended",
};
const ORDER = Object.keys(NAMES) as readonly Cause[];

const less = (a: Expected, b: Expected): Expected => ({
  incidents: without(a.incidents, b.incidents),
  expectedLoss:
    a.expectedLoss === null && b.expectedLoss === null
      ? null
      : without(a.expectedLoss ?? 0, b.expectedLoss ?? 0),
});

/** What is left without the known gaps (R1). */
export const unknownOf = (amounts: Amounts): Expected => less(amounts, amounts.known);

/** From then to later; a loss of nothing priced counts as 0, as it does in the causes. */
export const differenceOf = ({ from, to }: Pick<Explained, "from" | "to">): Amounts => ({
  ...less(to, from),
  known: less(to.known, from.known),
});

/** Less than what a sum of many floats leaves over, or half a unit of money. */
export const isNoMove = (value: number | null, money: boolean): boolean =>
  Math.abs(value ?? 0) < (money ? 0.5 : 1e-6);

const isNothing = ({ incidents, expectedLoss }: Expected): boolean =>
  isNoMove(incidents, false) && isNoMove(expectedLoss, true);

/** The causes that made any difference to known or unknown gaps, in the order in which they are counted. */
export const explained = ({ byCause }: Pick<Explained, "byCause">) =>
  ORDER.filter((cause) => !isNothing(byCause[cause].known) || !isNothing(unknownOf(byCause[cause]))).map(
    (cause) => ({ cause, name: NAMES[cause], amounts: byCause[cause] }),
  );

/** Whether there is anything to explain. */
export const hasMoved = (of: Pick<Explained, "byCause">): boolean => explained(of).length > 0;

/** Whether exposure moved for any cause, carried now or at launch. */
export const exposureMoved = ({ now, atLaunch }: Pick<Changes["exposure"], "now" | "atLaunch">): boolean =>
  hasMoved(now) || hasMoved(atLaunch);
