import type { AreaWords } from "./question-words";

/** What teams say about rising load. */
export const traffic: AreaWords = {
  "sudden-load-survived": {
    yes: [
      "At five times the peak it answers 503 to the surplus and is back to normal within a minute.",
      "Load shedding at the edge; the sale in {month} was the proof.",
    ],
    partly: [
      "It slows down and survives, but needs a restart to recover.",
      "Reads are shed, writes queue up without a limit.",
    ],
    no: [
      "Above about {n}0 requests a second everything times out, for everybody.",
      "The newsletter of {month} took it down for {minutes} minutes.",
    ],
    unclear: ["It has never been busy. We do not know."],
    evidence: ["ci: Five times the peak", "graphs: Requests turned away"],
  },
  "peak-load-tested": {
    yes: [
      "Peak {n}40/s, tested at twice that in {month}; the card provider's queue gives way first.",
      "Tested at 2.2 times last year's busiest hour. The first to go is {store}, at 85 % CPU.",
    ],
    partly: ["Tested at the peak, not at twice that.", "Tested in {month}, before the new pricing went in."],
    no: ["No load test. The peak is a guess.", "We test with ten users."],
    unclear: ["There are results from a contractor that nobody can explain."],
    evidence: ["ci: Load test, {month}", "wiki: What gives way first"],
  },
  "callers-limited": {
    yes: [
      "Limits per key and per address, with Retry-After; one partner hits them weekly and nobody else notices.",
      "A quota per caller since {month}; tested with one greedy client.",
    ],
    partly: [
      "Partners have quotas. Our own batch jobs do not, and they are the greedy ones.",
      "Per address only, which one office shares.",
    ],
    no: ["One partner's loop took half of the capacity in {month}.", "First come, first served."],
    unclear: ["The gateway can do it. Whether it does, we could not see."],
    evidence: ["graphs: Requests by caller", "git: Quota per key"],
  },
  "capacity-grows-in-time": {
    yes: [
      "Scales at 60 % to at most {n}0 instances, which cost what the budget says; reviewed in {month}.",
      "Grows ahead of the sales calendar, with a ceiling and its price on the board.",
    ],
    partly: [
      "The application scales. {store} is grown by hand.",
      "It scales, with no ceiling: we would learn the price from the bill.",
    ],
    no: ["A ticket to Platform, two days.", "Fixed size since launch."],
    unclear: ["Autoscaling is on. We have not seen it happen."],
    evidence: ["graphs: Instances and ceiling"],
  },
  "cold-start-at-peak-tried": {
    yes: [
      "Stopped everything in a rehearsed hour in {month}: back by itself after {minutes} minutes.",
      "Started from empty caches against a replay of Black Friday; it held.",
    ],
    partly: ["With warm caches, yes.", "It came back, after somebody let requests in step by step."],
    no: ["We would rather not know.", "Last time it took three tries and a manual throttle."],
    unclear: ["Untested; opinions differ."],
    evidence: ["wiki: Cold start, {month}"],
  },
};
