import type { AreaWords } from "./question-words";

/** What teams say about two things at the same time. */
export const concurrency: AreaWords = {
  "simultaneous-edits-kept": {
    yes: [
      "Every editable record carries a version; the second save gets a 409 and sees what is there. Two-session test in the build.",
      "Edits go through one table with a version column since {month}; the screen shows both texts when they collide.",
    ],
    partly: [
      "Orders and addresses have a version. The settings pages still let the last save win.",
      "The API refuses old versions, the back-office screen does not send them yet.",
    ],
    no: [
      "Last write wins everywhere. Support finds out when a customer complains that a change is gone.",
      "No version on any record. We saw {n} lost edits in {month}.",
    ],
    unclear: ["The ORM has optimistic locking; nobody could say whether it is switched on."],
    notForUs: "Nothing here is edited by people: records are written once and replaced whole.",
    evidence: ["ci: Two-session edit test", "git: Add version to editable records"],
  },
  "payment-taken-once": {
    yes: [
      "Each intended payment has a key under a unique constraint, and the same key goes to {provider}. Twenty parallel requests make one charge.",
      "Idempotency key end to end; {provider} confirmed in {month} that they deduplicate on it. The collision test runs nightly.",
    ],
    partly: [
      "Card payments carry the key to {provider}. Bank transfers still rely on a check before the insert.",
      "The unique constraint is in place, but retries from the mobile app make a new key.",
    ],
    no: [
      "We look for an existing payment and then insert; two requests within a few milliseconds both pass.",
      "The button is disabled after the first click, and that is all.",
    ],
    unclear: ["{provider} says it deduplicates. We have not seen the contract, nor tried it."],
    evidence: ["ci: Twenty identical payments", "git: Unique key per intended payment"],
  },
  "repeated-request-acts-once": {
    yes: [
      "All creating requests take an idempotency key kept for 24 hours; repeats get the first reply.",
      "Consumers remember message ids for {n} days, and every POST takes a key. Both are tested in parallel.",
    ],
    partly: [
      "New endpoints take a key. {n} older ones do not.",
      "A repeat after the first reply is safe; two at the same moment are not.",
    ],
    no: [
      "A retry makes a second record. We clean up by hand, about once a month.",
      "The queue delivers at least once and we act on every delivery.",
    ],
    unclear: ["The gateway may drop repeats. Nobody here set it up."],
    notForUs: "It only answers reads; a repeated request changes nothing.",
    evidence: ["ci: Repeat every creating request", "wiki: Idempotency keys"],
  },
  "jobs-safe-to-run-again": {
    yes: [
      "Each run records how far it came and takes a lock; killing it halfway and starting again is a test.",
      "The nightly run is a set of upserts. We started it twice on purpose in {month}: nothing doubled.",
    ],
    partly: [
      "The import can be run again; the export to finance would send the file twice.",
      "A second start is refused by a lock. After a crash somebody has to clear a table first.",
    ],
    no: [
      "A job that stops halfway is finished by hand, with a script on one laptop.",
      "Running it twice books everything twice. It happened in {month}.",
    ],
    unclear: ["It has never been stopped halfway, as far as we know."],
    evidence: ["ci: Kill and restart the nightly run", "wiki: How the jobs resume"],
  },
  "collisions-tested": {
    yes: [
      "{n} collision tests run at every build: pay and cancel, two carts one item, two refunds.",
      "The riskiest pairs are listed, and each has a test that runs both at once a hundred times.",
    ],
    partly: [
      "There is a collision test for the payment itself, none for cancel and refund.",
      "The tests exist, but run weekly because they are slow.",
    ],
    no: ["All our tests run one thing at a time.", "Planned after the next release; no test collides today."],
    unclear: ["Some load tests may cause collisions; nobody checks the result for them."],
    evidence: ["ci: Collision suite"],
  },
};
