import type { AreaWords } from "./question-words";

/** What teams say about malformed and surprising input. */
export const badInput: AreaWords = {
  "surprising-input-survived": {
    yes: [
      "Names with emoji, right-to-left text and 4-byte characters come back byte for byte; the list of {n}0 nasty strings runs in the build.",
      "Fuzzed every field in {month}; all of it is stored or refused with the field named.",
    ],
    partly: [
      "The API copes. Printed labels lose everything outside Latin-1.",
      "Accepted and stored, but the search index drops emoji without a word.",
    ],
    no: [
      "A name with an emoji ends in a 500. Known since {month}.",
      "Empty strings break the export, and the whole file is then missing.",
    ],
    unclear: ["Nobody has tried anything stranger than an umlaut."],
    evidence: ["ci: Nasty strings", "git: Refuse what cannot be stored"],
  },
  "input-checked-before-use": {
    yes: [
      "One schema per request, checked before anything else runs; SQL only with parameters, lint refuses the rest.",
      "Shape, size and range come from the API description and are enforced at the edge. Reviewed line by line in {month}.",
    ],
    partly: [
      "Public requests are checked. Messages from our own queue are trusted as they are.",
      "Types are checked, sizes are not: a list of a million items gets through.",
    ],
    no: [
      "Each handler checks what it happens to need. Two build SQL from strings.",
      "The admin screens send HTML that is stored and shown unchanged.",
    ],
    unclear: ["The framework checks something; we could not find out what it leaves through."],
    evidence: ["git: Schemas for every request", "ci: Hostile input"],
  },
  "uploads-checked": {
    yes: [
      "10 MB limit, type by content, stored in a bucket that serves them as downloads only.",
      "Every image is decoded and written anew in a sandbox; what does not decode is refused.",
    ],
    partly: [
      "Size is limited and files are kept apart. The type is taken from the file name.",
      "Images are re-encoded, PDFs are passed through unchecked.",
    ],
    no: [
      "Files land next to the application, under the name they came with.",
      "No limit: somebody uploaded 3 GB in {month} and filled the disk.",
    ],
    unclear: ["The upload library has limits. We have not looked which."],
    evidence: ["ci: Upload tests", "wiki: Where uploads live"],
  },
  "bad-items-set-aside": {
    yes: [
      "A message that fails {n} times goes to a dead-letter queue with its cause; a page lists them with a replay button.",
      "Bad rows land in a table of their own, the rest of the file goes through. Replayed 14 of them in {month}.",
    ],
    partly: [
      "They are set aside, but only a log line says so, and replay is a script.",
      "Queue yes, files no: one bad row still stops the import.",
    ],
    no: [
      "One poisoned message blocked the queue for {n} hours in {month}.",
      "What cannot be parsed is dropped.",
    ],
    unclear: ["There is a dead-letter queue. Nobody knows who reads it."],
    notForUs: "It takes neither messages nor files; a bad request is refused on the spot.",
    evidence: ["graphs: Dead letters", "wiki: Replaying a message"],
  },
  "abuse-thought-through": {
    yes: [
      "Abuse workshop in {month}: {n} ways listed, each blocked, slowed or watched, with the alert linked.",
      "Listed with the fraud people; card testing and coupon guessing are rate-limited and on a graph.",
    ],
    partly: [
      "Card testing is slowed. Guessing gift codes is on the list, without an answer yet.",
      "The list exists; half of it has no owner.",
    ],
    no: [
      "We have not sat down for it.",
      "Bots reserve stock before each sale, and we delete the baskets by hand.",
    ],
    unclear: ["The bot filter in front may do this. We do not see its rules."],
    evidence: ["wiki: Abuse cases, {month}", "graphs: Requests turned away"],
  },
  "awkward-input-tested": {
    yes: [
      "The fuzzer runs {minutes} minutes at every build, against each way in.",
      "Old clients, oversized bodies and missing fields are part of the contract tests.",
    ],
    partly: [
      "REST yes, the file drop no.",
      "We test missing and oversized input; old client versions are left out.",
    ],
    no: [
      "Our tests send what the front end sends.",
      "There was a fuzzer; it was switched off when it got slow.",
    ],
    unclear: ["Somebody set up a fuzzer last year. Its results go to a mailbox."],
    evidence: ["ci: Fuzzing"],
  },
};
