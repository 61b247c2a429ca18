import type { Changes } from "@/lib/contracts/changes";

type Explained = Changes["exposure"]["now"];
type Cause = keyof Explained["byCause"];

const NAMES: Record<Cause, string> = {
  model: "Prices, severity and rates",
  facts: "Services that came, left or changed tier, tags or lifecycle",
  checklist: "Another checklist version",
  answers: "Answers",
  ageing: "Answers that went stale, waivers that ended",
};
const ORDER = Object.keys(NAMES) as readonly Cause[];

/** Too little to be said in a table. */
const isLittle = ({ incidents, expectedLoss }: Explained["from"]): boolean =>
  Math.abs(incidents) < 0.05 && Math.abs(expectedLoss ?? 0) < 0.5;

/** The causes that made any difference, in the order in which they are reckoned. */
export const explained = ({ byCause }: Pick<Explained, "byCause">) =>
  ORDER.filter((cause) => !isLittle(byCause[cause])).map((cause) => ({
    cause,
    name: NAMES[cause],
    ...byCause[cause],
  }));

/** Whether there is anything to explain. */
export const hasMoved = (of: Pick<Explained, "byCause">): boolean => explained(of).length > 0;
