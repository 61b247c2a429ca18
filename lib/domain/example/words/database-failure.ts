import type { AreaWords } from "./question-words";

/** What teams say about the database. */
export const databaseFailure: AreaWords = {
  "failed-write-leaves-nothing-half-done": {
    yes: [
      "One transaction per command; a test cuts the connection between the first and the last write.",
      "Writes and the outgoing message share a transaction (outbox). Killed {store} in the middle in {month}: nothing half-done.",
    ],
    partly: [
      "{store} is consistent. The search index next to it can miss the change.",
      "Single tables are fine; moving stock between two is two statements.",
    ],
    no: [
      "Order and payment are written one after the other, without a transaction.",
      "After the failure in {month} we repaired {n}1 rows by hand.",
    ],
    unclear: ["The ORM opens transactions somewhere. We could not say where they end."],
    evidence: ["ci: Cut between two writes", "git: Outbox in the same transaction"],
  },
  "restore-rehearsed": {
    yes: [
      "Restored last night's backup of {store} in {month}: {minutes} minutes, row counts and totals compared.",
      "A restore runs every Sunday into an empty cluster and compares checksums; last red in {month}.",
    ],
    partly: [
      "Restored in {month}, but nobody compared the data.",
      "{store} is rehearsed, the bucket with the documents is not.",
    ],
    no: ["Backups run. We have never restored one.", "The last restore was before the move to {store}."],
    unclear: ["Platform backs it up. We have not asked how one gets it back."],
    notForUs: "It keeps no data of its own; everything can be computed again from the events.",
    evidence: ["wiki: Restore drill, {month}", "ci: Sunday restore"],
  },
  "database-work-limited": {
    yes: [
      "20 connections per instance, statements end after 4 s, idle transactions after 30 s.",
      "Limits on pool, lock and statement; the slow-query test shows the others being served meanwhile.",
    ],
    partly: [
      "The pool is limited, statements are not.",
      "Limits in the application; reports run past them with their own user.",
    ],
    no: [
      "One report of finance stopped everything for {minutes} minutes in {month}.",
      "Defaults: no statement timeout, a hundred connections.",
    ],
    unclear: ["Set on the server, perhaps. Nobody here may look."],
    notForUs: "It has no database.",
    evidence: ["git: Limits on pool and statements", "graphs: {store} connections"],
  },
  "schema-changes-rehearsed": {
    yes: [
      "Every migration runs on last week's copy first; locks and minutes are in the pull request.",
      "Expand, move, contract, with the time on a copy of real size. {n} of them since {month}.",
    ],
    partly: [
      "Big ones are rehearsed. What is big is a matter of taste.",
      "Tried on a copy, without looking at the locks.",
    ],
    no: [
      "Tried on a laptop with {n}00 rows.",
      "A new index locked the orders for {minutes} minutes in {month}.",
    ],
    unclear: ["The DBA did it. He has moved on."],
    notForUs: "It has no schema.",
    evidence: ["ci: Migration on a copy", "git: Migration with its locks"],
  },
  "database-warns-early": {
    yes: [
      "Disk at 70 %, connections at 80 %, lag over 5 s and slow queries page or mail somebody; each was set off once.",
      "All four are on the board and in the alerts. The disk one came {n} days early in {month}.",
    ],
    partly: [
      "Disk and connections yes, replica lag no.",
      "There are alerts. They go to a channel that is muted.",
    ],
    no: ["We noticed the full disk when writes failed.", "Graphs, but no alert."],
    unclear: ["The provider warns somebody. It is not us."],
    evidence: ["graphs: {store}", "wiki: Alerts of {store}"],
  },
  "database-failover-tried": {
    yes: [
      "Switched over on purpose in {month}: 38 s, nothing lost, baskets read-only meanwhile.",
      "Done twice a year with the product people watching. The last took {minutes} s.",
    ],
    partly: [
      "Tried in staging. Production has another topology.",
      "It switched by itself in {month}; we learned what happens, unplanned.",
    ],
    no: ["There is a standby. Nobody has ever used it.", "Too risky, we were told."],
    unclear: ["Managed by the provider, they say it is automatic."],
    evidence: ["wiki: Failover, {month}"],
  },
};
