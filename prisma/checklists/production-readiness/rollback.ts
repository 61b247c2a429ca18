import type { Question } from "../../../lib/domain/checklist";

/** Rollback: a bad change can be undone safely. */
export const questions: readonly Question[] = [
  {
    key: "bad-change-undone",
    area: "rollback",
    title: "One-step undo of any change",
    text: "Any bad change, of code or of configuration, can be undone in one step that we have tried.",
    why: "When a release goes wrong, the choice is between going back, which ends the trouble, and going forward, which means writing code in a hurry while customers wait. Unless the way back has been tried, there is no choice.",
    convincing:
      "A record of the last time we went back, on purpose or in earnest: the command, the date and the minutes it took. The same for a changed setting.",
    howToFix:
      "Keep the last few releases ready to run and make going back one command or button. Keep settings under version control and release them the same way. Try both every quarter and write down the time.",
    ability: "safe_deploy",
    weight: 5,
    critical: true,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 90,
    effortDays: 2,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 1,
        because: "of some fifty releases a year at least one is bad, and has to be mended while it runs",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.3,
        because: "mending takes hours instead of minutes, and customers remember about one time in three",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.3,
        because:
          "about every three years a launch goes wrong, and without a small step back is withdrawn whole",
      },
    ],
  },
  {
    key: "old-release-runs-on-new-data",
    area: "rollback",
    title: "New data the old release can still use",
    text: "The previous release still works on the database and the data that a new release leaves behind.",
    why: "Code goes back in a minute, a dropped column does not. If the previous release cannot read what the new one wrote, going back needs a backup, and every order since the release is lost or typed in again.",
    convincing:
      "An automatic test that starts the previous release on the new database structure, and the rule for changes in two steps, with a recent example of each step.",
    howToFix:
      "Change the database in two releases: first only add, and remove once no running code reads the old form. Let the build run the previous release's tests on the new structure. Before a bulk change of data, keep the old values until the change is proven.",
    ability: "recovery",
    weight: 4,
    critical: false,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.4,
        because: "every two to three years the way back is tried and found blocked by the database",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.1,
        because: "about once in ten years going back costs what was written since the release",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.15,
        because: "every six years or so a change that cannot be undone puts off a launch",
      },
    ],
  },
  {
    key: "undo-decided-beforehand",
    area: "rollback",
    title: "Undo criteria agreed before a release",
    text: "Before a release, we know which measurement at which value means undoing it, and who may do so.",
    why: "In the first bad half hour everybody hopes that it is a coincidence, and looks for the person who may decide. A number agreed on a calm day ends that talk.",
    convincing:
      "The release page with the measurement, its limit, the time to watch it and the names. Whoever is on duty knows that they may undo a release without asking anybody.",
    howToFix:
      "Choose one or two measurements that users feel, such as the share of errors and the response time, and a limit for the first hour after a release. Write down that whoever is on duty may undo it without asking; let the release tool do it by itself where it can.",
    ability: "safe_deploy",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 1,
    costs: [
      {
        cost: "lost_trust",
        incidentsPerYear: 0.2,
        because: "about every five years a bad release stays up while people discuss it, and it shows",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.3,
        because: "every three years or so a release undone late leaves more behind to repair",
      },
    ],
  },
  {
    key: "release-interrupts-nobody",
    area: "rollback",
    title: "Releases that interrupt nobody",
    text: "A release goes out at any hour without cutting off a request or a job that is under way.",
    why: "If every release costs users some errors, we release seldom, in large pieces and at night: the riskiest way there is. A job cut off half-way does its damage more quietly.",
    convincing:
      "A graph of errors across the last three releases in working hours, flat. A test that stops one copy under load and counts no lost request.",
    howToFix:
      "On the signal to stop, take no new work, finish what is under way, then end. Send users to a new copy only once it reports that it is ready, and keep the old one until then. Give jobs a point from which they can go on.",
    ability: "safe_deploy",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.5,
        because: "most releases stall for seconds; every two years one does so at a busy hour",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.15,
        because: "every six years or so what is cut off is something that a customer cannot repeat",
      },
    ],
  },
  {
    key: "few-users-first",
    area: "rollback",
    title: "Releases to a few users first",
    text: "A new release or feature reaches a small share of users first, and can be stopped there.",
    why: "No test is as thorough as a day of real use. A fault that meets one user in fifty is a note in the log; the same fault for everybody is a headline.",
    convincing:
      "The steps of the last release, with the share of users and the pause at each. One that was stopped on the way, and how many users had seen it.",
    howToFix:
      "Put risky features behind a switch that is set per customer or share of users, and remove the switch when all have it. Send a few per cent of requests to a new release first, compare its errors with the old one's, and go on only when they match.",
    ability: "safe_deploy",
    weight: 2,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 5,
    costs: [
      {
        cost: "lost_trust",
        incidentsPerYear: 0.25,
        because: "about every four years a fault that tests cannot find reaches everybody at once",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.2,
        because: "about every five years a launch that opened to all at once is withdrawn from all at once",
      },
    ],
  },
];
