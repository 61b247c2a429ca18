import type { Question } from "../../../lib/domain/checklist";

/** Same time: two people, or two retries, do the same thing at once. */
export const questions: readonly Question[] = [
  {
    key: "simultaneous-edits-kept",
    area: "concurrency",
    title: "No lost edits when two people save",
    text: "When two people change the same thing at once, both changes survive or one of them is told.",
    why: "Two colleagues open the same record, both save, and the second save wipes out the first without a sound. Nobody sees an error; weeks later somebody finds their work gone, and nothing says when it went.",
    convincing:
      "A test that saves one record from two sessions and shows the later one being told, and the name of the version column or lock that makes it so.",
    howToFix:
      "Give every editable record a version, send it back with each save, and refuse a save that carries an old one, showing the current state beside the refused change. Begin with the records that are edited most.",
    ability: "many_users",
    weight: 4,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 2,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.5,
        because: "every other year a vanished change sends people searching through logs",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.2,
        because: "most people retype and move on; one in several years remembers",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.1,
        because: "about one vanished change in five is worth restoring by hand",
      },
    ],
  },
  {
    key: "payment-taken-once",
    area: "concurrency",
    title: "Every payment taken once",
    text: "Two requests for the same payment, however close together, take the money once.",
    why: "A customer pressed Pay, the page hung, and the request was sent again. The two arrived together, each looked and saw no payment yet, and each took the money; the refund was quick, the doubt stayed.",
    convincing:
      "A test that sends twenty identical payment requests in parallel and counts one charge in the provider's test account, and the unique constraint in our database behind it.",
    howToFix:
      "Give each intended payment a key before the first attempt, store it under a unique constraint, and hand the same key to the payment provider. A repeat gets the first result back instead of a second charge.",
    ability: "many_users",
    weight: 5,
    critical: true,
    upToTier: 3,
    tags: ["payments"],
    reviewAfterDays: 90,
    effortDays: 4,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.8,
        because: "retries and double clicks come daily, and most years one pair slips through",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.5,
        because: "more than half of those pairs are noticed by the customer before us",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.1,
        because: "once in ten years our books and the provider's disagree and are mended by hand",
      },
    ],
  },
  {
    key: "repeated-request-acts-once",
    area: "concurrency",
    title: "Double clicks and retries without harm",
    text: "A request that arrives twice, from a double click or a retry, takes effect once.",
    why: "Networks lose replies, so clients repeat requests that had in fact worked. Without a guard the repeat makes a second order, a second account or a second message, and somebody has to find and undo the copies.",
    convincing:
      "Tests that repeat every creating request, one after the other and in parallel, and find one result; the unique key for each of them in the database schema.",
    howToFix:
      "Let the database refuse the copy, by a natural unique key or by a request key stored with the result. Checking before writing is not enough, because two checks can pass together.",
    ability: "many_users",
    weight: 4,
    critical: true,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 4,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.8,
        because: "one bad network day or impatient client a year makes copies to clear up",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.2,
        because: "a double order or message reaches a customer who minds once in five years",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.1,
        because: "one clean-up in eight meets copies that other records already point to",
      },
    ],
  },
  {
    key: "jobs-safe-to-run-again",
    area: "concurrency",
    title: "Jobs that can be run again",
    text: "A job that is started twice, or stopped halfway, can be run again without harm.",
    why: "A release in the middle of the nightly run, or a second instance with the same timetable, starts the job again. Then some invoices go out twice and others not at all, and nobody can tell which.",
    convincing:
      "A test or a dated record of a job that was stopped in the middle and of one that was started twice at once, with the result compared, item by item, to an ordinary run.",
    howToFix:
      "Mark each item as done in the same transaction as its work, let a run claim items through the database, and resume from the marks rather than from the start. Where the work leaves our system, send a key with which the receiver can drop a repeat.",
    ability: "recovery",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: ["batch"],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.6,
        because: "a run is cut off or doubled several times a year, and a few of those need a clean-up",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.1,
        because: "one clean-up in six comes too late to be put right from what is left",
      },
    ],
  },
  {
    key: "collisions-tested",
    area: "concurrency",
    title: "Tests that make risky actions collide",
    text: "Automated tests make our riskiest actions collide on purpose, at every build.",
    why: "Ordinary tests do one thing at a time, so they pass while two things at a time go wrong. A new shortcut around a lock, or an isolation level nobody looked up, then shows itself only in production, where it can hardly be repeated.",
    convincing:
      "A test in the build that runs parallel sessions against the real database engine, and a run in which the guard was taken out and the test turned red.",
    howToFix:
      "Write down the database's isolation level and what it lets through. Pick the three actions where a collision costs most and test each with parallel sessions.",
    ability: "many_users",
    weight: 3,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.4,
        because: "a guard lost in a later change goes unseen until production, every two to three years",
      },
      {
        cost: "developer_confusion",
        incidentsPerYear: 0.3,
        because: "every third year or so a fault that cannot be repeated at a desk takes days",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.05,
        because: "once in twenty years a design turns out to allow collisions and is rebuilt",
      },
    ],
  },
];
