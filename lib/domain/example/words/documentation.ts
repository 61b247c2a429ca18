import type { AreaWords } from "./question-words";

/** What teams say about what is written. */
export const documentation: AreaWords = {
  "next-change-can-be-planned": {
    yes: [
      "One page with the parts and where data goes, checked in {month} by planning a change from it alone.",
      "The diagram is generated from the configuration, and the page around it is {n} weeks old.",
    ],
    partly: ["The parts are described, the flow of data is not.", "True until the split of {month}."],
    no: ["The code is the documentation.", "A wiki page of {n} years ago describes another system."],
    unclear: ["Pages exist. Nobody has planned anything from them."],
    evidence: ["wiki: Parts and data", "git: How it works"],
  },
  "steps-for-likely-faults": {
    yes: [
      "{n} faults with signs, first step and whom to call; followed word by word in the drill of {month}.",
      "Each alert links to its page. The person on duty uses them and mends them.",
    ],
    partly: ["For the database, not for {provider}.", "Steps yes, phone numbers no."],
    no: ["We call the one who knows.", "Nothing written; the last fault took {n} hours."],
    unclear: ["There is a folder of runbooks for the old data centre."],
    evidence: ["wiki: Runbook"],
  },
  "promises-to-callers-written": {
    yes: [
      "Published with the API: what stays, and twelve months before anything goes.",
      "Versioned contract; the last removal was announced in {month}.",
    ],
    partly: [
      "The API is described, how long it stays is not.",
      "Written for partners, not for our own teams.",
    ],
    no: [
      "Callers find out when it breaks.",
      "We removed a field in {month}, and two partners stopped working.",
    ],
    unclear: ["Sales has made promises we have not read."],
    evidence: ["wiki: What callers can rely on"],
  },
  "decisions-have-reasons": {
    yes: [
      "{n} records, each with what was left out; the last is from {month}.",
      "A decision without a record is not merged.",
    ],
    partly: ["Since {month}. The big ones are older.", "Recorded without what was left out."],
    no: ["Nobody can say why it has two queues.", "Decided in calls."],
    unclear: ["Some are in a chat that is deleted after a year."],
    evidence: ["git: Decision records"],
  },
};
