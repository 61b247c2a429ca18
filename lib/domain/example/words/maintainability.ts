import type { AreaWords } from "./question-words";

/** What teams say about changing it safely. */
export const maintainability: AreaWords = {
  "newcomer-changes-it-safely": {
    yes: [
      "The last newcomer had a change in production on day two, in {month}.",
      "One command builds and tests it; we watched somebody from another team do it in {minutes} minutes.",
    ],
    partly: [
      "It builds at once. The tests need a database dump from a colleague.",
      "A small change takes a newcomer a week, most of it waiting for access.",
    ],
    no: ["Nobody new has touched it for a year.", "It builds on one machine, under a desk."],
    unclear: ["We have had no newcomer to try it with."],
    evidence: ["wiki: First two days", "git: First change of a newcomer"],
  },
  "only-tested-builds-released": {
    yes: [
      "The pipeline releases only what it has tested itself; nobody else has the key.",
      "Branch protection and signed builds since {month}.",
    ],
    partly: [
      "Tests run on every change. An admin can still release past them, and did in {month}.",
      "Main paths are tested, the money paths by hand.",
    ],
    no: ["Released from a laptop.", "The tests are red since {month}, so nobody looks."],
    unclear: ["There are tests. What they cover nobody could say."],
    evidence: ["ci: Pipeline", "git: Protect the main branch"],
  },
  "two-people-can-run-it": {
    yes: [
      "Owner named, {n} people released it in the last quarter, two of them repaired it at night.",
      "Duty rotates among {n}; each has released and rolled back since {month}.",
    ],
    partly: [
      "Two can release it, one can repair it.",
      "The second person changed teams in {month} and still helps.",
    ],
    no: ["One person. She is on holiday in {month}.", "The only one who knew it has left."],
    unclear: ["The rota names four people; two of them have never logged in."],
    evidence: ["wiki: Owners"],
  },
  "foundations-still-supported": {
    yes: [
      "Listed with end dates; the next is {n} years off.",
      "Upgraded in {month}; a job warns a year ahead.",
    ],
    partly: [
      "The language is current, the framework ends in {month}.",
      "Known, with no plan for the one that ends next.",
    ],
    no: [
      "It runs on a version that has had no fixes for two years.",
      "The template library has been abandoned.",
    ],
    unclear: ["We have not made the list."],
    evidence: ["wiki: What it is built on"],
  },
  "known-debt-has-an-owner": {
    yes: [
      "{n} shortcuts, each with cost, owner and date; looked at every month.",
      "Kept in the tracker under one label; two were paid back in {month}.",
    ],
    partly: ["Listed, without owners.", "Owners, without dates."],
    no: ["It is in comments, some older than the team.", "We complain about it at lunch."],
    unclear: ["There was a list. It may still be true."],
    evidence: ["wiki: Shortcuts and what they cost"],
  },
};
