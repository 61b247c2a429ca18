import type { Question } from "../../../lib/domain/checklist";

/** Documentation: the next change can be planned from what is written. */
export const questions: readonly Question[] = [
  {
    key: "next-change-can-be-planned",
    area: "documentation",
    title: "Map of parts and data flows",
    text: "From what is written, we can tell its parts, where its data goes, and what a change would touch.",
    why: "A plan made from memory leaves out the report that somebody in finance reads from the same table. It turns up in the last week before the launch, or in the first one after it.",
    convincing:
      "One page with a picture of the parts, the data that flows between them and the systems on either side, dated this year. Somebody who does not work on it uses the page to name what the next planned change touches, and the team agrees.",
    howToFix:
      "Draw it on one page: parts, data, what it calls, what calls it. Keep the page beside the code, put the date of the next look on it, and correct it in the same change that makes it wrong.",
    ability: "understandable",
    weight: 3,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 1.5,
    costs: [
      {
        cost: "developer_confusion",
        incidentsPerYear: 0.8,
        because: "most years one larger change meets a part or a reader of data nobody had thought of",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.15,
        because: "every six years or so that surprise comes late enough to move an announced date",
      },
    ],
  },
  {
    key: "steps-for-likely-faults",
    area: "documentation",
    title: "First steps for each likely fault",
    text: "For each likely fault it is written how to recognise it, what to do first and whom to call.",
    why: "At three in the morning nobody works out from the code what a full disk or a dead provider looks like. A page that was written on a calm day turns an hour of searching into ten minutes of doing.",
    convincing:
      "The page for each of the five likeliest faults, linked from its alert. One that was followed, in earnest or in an exercise, by somebody who did not write it, with what they corrected.",
    howToFix:
      "Take the faults of the last two years and, for each thing it depends on, 'slow' and 'gone'. Write for each: what one sees, the first safe step, how to tell that it helped, whom to call. Let a person who has never seen the page follow it.",
    ability: "understandable",
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
        because:
          "every two to three years a known fault still pulls in everybody, as only some know the cure",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.2,
        because: "about every five years the search for the first step makes a short outage a long one",
      },
    ],
  },
  {
    key: "promises-to-callers-written",
    area: "documentation",
    title: "Written promises to callers",
    text: "Those who build on it can read what it promises, and how long before anything is taken away.",
    why: "We tidy up a field that nobody here uses, and a customer's month-end stops. They built on what they saw, because nothing told them what would stay.",
    convincing:
      "A public description made from the same source as the code, and a page that says what counts as a breaking change and how much notice it gets. The last thing that was taken away: when it was announced, and who still used it.",
    howToFix:
      "Make the description from the code and let the build stop when a change breaks it. Promise a period of notice that can be kept, count who uses what, and write to those who are left before the end.",
    ability: "understandable",
    weight: 3,
    critical: false,
    upToTier: 1,
    tags: ["public"],
    reviewAfterDays: 365,
    effortDays: 5,
    costs: [
      {
        cost: "lost_trust",
        incidentsPerYear: 0.3,
        because: "about every three years a harmless change of ours stops something at a customer's",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.3,
        because: "and what we took away has to be put back the same day, as often",
      },
    ],
  },
  {
    key: "decisions-have-reasons",
    area: "documentation",
    title: "Reasons on record for big decisions",
    text: "Decisions that are hard to reverse are recorded with their reasons and with what was left out.",
    why: "Without the reason, a later team either keeps a rule that has lost its purpose or removes one that still had it. Both are found out the expensive way.",
    convincing:
      "Three records from the last year, half a page each: the situation, what was decided, what was turned down, what follows. Somebody who joined later can say why this database was chosen.",
    howToFix:
      "Write half a page when a decision is made, keep it beside the code and never rewrite it: a new decision replaces an old one by name. Begin with the three that newcomers ask about most.",
    ability: "understandable",
    weight: 2,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 1,
    costs: [
      {
        cost: "developer_confusion",
        incidentsPerYear: 0.3,
        because: "every three years or so a change waits while an old question is argued through again",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.05,
        because: "about every twenty years the forgotten reason turns up when the new part is nearly built",
      },
    ],
  },
];
