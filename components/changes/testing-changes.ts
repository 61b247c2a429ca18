import type { Changes } from "@/lib/contracts/changes";
import type { Amounts } from "./exposure-words";

type Explained = Changes["exposure"]["now"];

/** What is expected of known gaps and, beside them, of unknown ones, for tests. */
export const amounts = (
  known: readonly [incidents: number, loss: number | null],
  unknown: readonly [incidents: number, loss: number | null] = [0, known[1] === null ? null : 0],
): Amounts => ({
  incidents: known[0] + unknown[0],
  expectedLoss: known[1] === null && unknown[1] === null ? null : (known[1] ?? 0) + (unknown[1] ?? 0),
  known: { incidents: known[0], expectedLoss: known[1] },
});

const none = amounts([0, 0]);
/** No cause made any difference. */
const STILL: Explained["byCause"] = {
  model: none,
  facts: none,
  checklist: none,
  answers: none,
  ageing: none,
};
/** No exposure, that did not move. */
export const NO_EXPOSURE: Explained = { from: amounts([0, null]), to: amounts([0, null]), byCause: STILL };

/** An exposure that one cause moved, for tests. */
export const movedBy = (
  cause: keyof Explained["byCause"],
  from: Amounts,
  to: Amounts,
  difference: Amounts,
): Explained => ({ from, to, byCause: { ...STILL, [cause]: difference } });

/** Changes in which nothing changed but what is told, for tests. */
export const someChanges = ({
  total = {},
  exposure = {},
  ...more
}: {
  services?: Changes["services"];
  gaps?: Changes["gaps"];
  total?: Partial<Changes["total"]>;
  exposure?: Partial<Changes["exposure"]>;
} = {}): Changes => ({
  since: "2026-10-20T22:00:00.000Z",
  until: "2026-11-21T10:00:00.000Z",
  services: [],
  gaps: { opened: [], closed: [] },
  byCause: {},
  ...more,
  exposure: { currency: "EUR", pricedCosts: 8, now: NO_EXPOSURE, atLaunch: NO_EXPOSURE, ...exposure },
  total: { services: 0, opened: 0, closed: 0, came: 0, left: 0, becameReady: 0, fellBack: 0, ...total },
});
