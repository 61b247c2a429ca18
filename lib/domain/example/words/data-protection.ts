import type { AreaWords } from "./question-words";

/** What teams say about sensitive data. */
export const dataProtection: AreaWords = {
  "sensitive-data-known-and-closed": {
    yes: [
      "The list has {n} kinds of data with who may read them; access was reviewed in {month}, secrets are in the vault and rotated.",
      "Nothing secret in the repository (scanned at each push); {store} is encrypted, {n} people can read it, by name.",
    ],
    partly: [
      "Secrets are in the vault. Old exports with addresses lie on a share.",
      "Listed, but half of engineering can read it.",
    ],
    no: [
      "No list. Production data is copied to laptops for debugging.",
      "The key of {provider} is in the repository.",
    ],
    unclear: ["We store what the front end sends, and have not looked what that is."],
    evidence: ["wiki: What we hold", "ci: Secret scan"],
  },
  "every-record-access-checked": {
    yes: [
      "A test walks all routes with somebody else's id and expects 404. New routes fail it until they are listed.",
      "Access is decided in one place; the walk over roles and records runs at every build.",
    ],
    partly: [
      "Customer pages are checked. The support console trusts the ticket number.",
      "Checked in the handlers, {n} of which forgot it in the last audit.",
    ],
    no: [
      "Whoever knows the number of an order sees it.",
      "The gateway checks that somebody is signed in; nothing checks who.",
    ],
    unclear: ["The framework has policies. Nobody could say which routes use them."],
    evidence: ["ci: Walk over all routes", "git: Access in one place"],
  },
  "known-weaknesses-fixed-in-time": {
    yes: [
      "Scanned daily; critical within 3 days, the rest within 30. Oldest open: {n} days.",
      "{n} reports in {month}, all closed in time; the base image is rebuilt weekly.",
    ],
    partly: [
      "Packages are scanned, the base image is not.",
      "Reported, without a time to fix: {n} critical ones are open.",
    ],
    no: ["Nothing is scanned.", "The scanner was switched off when it broke the build."],
    unclear: ["Security scans something. We get no report."],
    evidence: ["ci: Dependency scan", "graphs: Open weaknesses by age"],
  },
  "personal-data-exported-and-deleted": {
    yes: [
      "One job hands over or deletes across {n} stores, backups age out after 35 days. {n} requests in {month}, all within a week.",
      "Deletion and export are buttons for support; retention runs nightly.",
    ],
    partly: [
      "Export works. Deletion leaves the search index and the warehouse.",
      "By hand, about {n} hours each.",
    ],
    no: [
      "We cannot delete a customer without breaking invoices.",
      "No retention: everything since 2017 is there.",
    ],
    unclear: ["Legal has a process; we have never been asked."],
    evidence: ["wiki: Export and deletion", "ci: Delete a customer everywhere"],
  },
  "model-input-and-answers-watched": {
    yes: [
      "Only listed fields go to the model, enforced by a schema; 1 in 200 answers is read by a person.",
      "Prompts and answers are recorded without names; {n} wrong ones found and fixed in {month}.",
    ],
    partly: ["Recorded, but nobody samples them.", "Input is restricted by convention only."],
    no: ["Whole messages of customers go to the model.", "We keep neither questions nor answers."],
    unclear: ["{provider} says that they do not keep it."],
    evidence: ["graphs: Sampled answers", "wiki: What may go to the model"],
  },
  "personal-data-access-on-record": {
    yes: [
      "Reads and changes are in an append-only log; the data officer looks at a sample each month.",
      "Recorded since {month}; {n} odd lookups were asked about, and explained.",
    ],
    partly: ["Changes are recorded, reads are not.", "Recorded, and nobody looks."],
    no: ["No record of who looked.", "The log can be edited by the people it is about."],
    unclear: ["{store} has an audit option. It may be on."],
    evidence: ["graphs: Lookups of personal data"],
  },
  "security-reviewed-from-outside": {
    yes: [
      "Tested by an outside firm in {month}: {n} findings, all closed, report kept.",
      "Public bounty programme since {month}, and a review after the last large change.",
    ],
    partly: ["Reviewed before the rewrite.", "Done, with {n} findings still open."],
    no: ["Never.", "Ordered twice, cancelled twice."],
    unclear: ["The group's security people may have. No report is to be found."],
    evidence: ["wiki: Outside review, {month}"],
  },
};
