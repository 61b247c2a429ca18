import { amountText, incidentsInWords } from "../amount-text";
import { settled } from "../sum";
import { countedInWords } from "../words";

/** What gaps are expected to cause in a year: incidents, and money, null where none of their costs has a price. */
interface Expected {
  incidentsPerYear: number;
  expectedLoss: number | null;
}

/** What fixing the blockers of a launch takes, and what they are expected to cause (R2, R5). */
export interface TradeFacts {
  blockers: number;
  /** Days of work to close them all. */
  effortDays: number;
  /** Of services that are live: carried now, and after the launch (R6). */
  now: Expected;
  /** Of those that are not yet: from the launch on. */
  atLaunch: Expected;
  /** What the business said a week's delay costs; null where it said nothing. */
  delayCostPerWeek: number | null;
  /** ISO 4217 */
  currency: string;
}

/** Days of work within a sentence, to a half below ten: "half a day", "one day", "2.5 days", "12 days". */
function daysInWords(days: number): string {
  const rounded = days < 10 ? Math.max(0.5, Math.round(days * 2) / 2) : Math.round(days);
  if (rounded === 0.5) return "half a day";
  return Number.isInteger(rounded) && rounded < 2
    ? countedInWords(rounded, "day")
    : `${settled(rounded)} days`;
}

const yearly = ({ incidentsPerYear, expectedLoss }: Expected, currency: string): string =>
  expectedLoss === null ? incidentsInWords(incidentsPerYear) : amountText(expectedLoss, { currency });

/** What launching without the fixes means, live services and others never added together (R6). */
function without({ now, atLaunch, currency }: TradeFacts): string {
  const [carried, added] = [now, atLaunch].map((each) => (each.incidentsPerYear > 0 ? each : null));
  const main = added ?? carried;
  if (!main) return "launching without fixing is not expected to cause anything that has a rate";
  const causes = main.expectedLoss === null ? "is expected to cause" : "costs";
  const first = `launching without ${causes} about ${yearly(main, currency)} a year`;
  if (!added) return `${first}, as it does today`;
  return carried ? `${first}, beside the ${yearly(carried, currency)} that live services carry today` : first;
}

/**
 * The trade in one line: "Fixing the blockers takes about 3 days; launching without costs about €95k a year. A week's delay
 * costs about €40k." Null while there is no blocker.
 */
export function tradeLine(facts: TradeFacts): string | null {
  if (facts.blockers === 0) return null;
  const { effortDays, delayCostPerWeek, currency } = facts;
  const what = facts.blockers === 1 ? "the blocker" : "the blockers";
  const line = `Fixing ${what} takes about ${daysInWords(effortDays)}; ${without(facts)}.`;
  return delayCostPerWeek === null
    ? line
    : `${line} A week’s delay costs about ${amountText(delayCostPerWeek, { currency })}.`;
}
