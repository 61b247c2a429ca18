import type { Act } from "./launch-acts";

const OLD_APP = { service: "checkout", question: "payment-taken-once" } as const;
const SUDDEN_LOAD = { service: "search", question: "sudden-load-survived" } as const;

/** Waivers that no launch asked for: one refused, one that its gap outlived, one in force, one that waits for a decision. */
export const WAIVERS: readonly Act[] = [
  {
    ...SUDDEN_LOAD,
    ...{ kind: "asked", day: 77, minute: 420, by: "leonie", until: 30 },
    reason: "The sale is over, and nothing like it comes before spring.",
    measure: "Somebody of us watches on Friday evenings.",
  },
  {
    ...SUDDEN_LOAD,
    ...{ kind: "refused", day: 76, minute: 400, by: "helena" },
    reason:
      "It was down for 47 minutes and did not come back by itself. That is not a risk any more, that is what happens.",
  },
  {
    ...SUDDEN_LOAD,
    ...{ kind: "asked", day: 55, minute: 400, by: "kwame", until: 10 },
    reason:
      "It sheds load at the right point again. What is left is to come back after a full stop without a hand.",
    measure: "The start by hand is written down, and was tried by two of us.",
  },
  {
    ...SUDDEN_LOAD,
    ...{ kind: "granted", day: 54, minute: 380, by: "helena" },
    reason: "With the start by hand tried, yes.",
  },
  {
    ...OLD_APP,
    ...{ kind: "asked", day: 45, minute: 400, by: "ines", until: -8 },
    reason: "Only the old version of the app can still pay twice: 6 % of payments, fewer each week.",
    measure: "A nightly run finds double payments and refunds them before the customer writes.",
  },
  {
    ...OLD_APP,
    ...{ kind: "granted", day: 44, minute: 400, by: "helena" },
    reason: "Until the old version is refused. Tell me if the nightly run finds more than three.",
  },
  {
    ...{ service: "checkout", question: "peak-load-tested" },
    ...{ kind: "asked", day: 5, minute: 400, by: "tomas", until: -22 },
    reason:
      "The queue to Nordpay is the limit, and they raise our quota in three weeks. Before that a new test says nothing.",
    measure: "Above 1.3 times the peak the shop shows a waiting page instead of failing payments.",
  },
];
