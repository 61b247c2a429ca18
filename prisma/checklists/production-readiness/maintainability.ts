import type { Question } from "../../../lib/domain/checklist";

/** Maintainability: a newcomer can change it safely. */
export const questions: readonly Question[] = [
  {
    key: "newcomer-changes-it-safely",
    area: "maintainability",
    title: "Newcomer's first change within two days",
    text: "A developer new to it can build it, test it and finish a small change within two days.",
    why: "Every service outlives the memory of those who wrote it. Where only they dare to touch it, each small wish becomes a project, and the estimate for it a guess.",
    convincing:
      "The last person who joined: the date they started, the date of their first released change, and the questions they had to ask somebody. Or a colleague from another team who tried it, with their notes.",
    howToFix:
      "Watch a newcomer set it up from a fresh copy, without helping, and repair each place where they stop. Aim for one command to build, one to test and one to run it, with made-up data to play with.",
    ability: "understandable",
    weight: 4,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 4,
    costs: [
      {
        cost: "developer_confusion",
        incidentsPerYear: 1,
        because: "at least one change a year falls to somebody new, and takes a week instead of a day",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.05,
        because:
          "software that nobody dares to touch is replaced sooner or later, perhaps every twenty years",
      },
    ],
  },
  {
    key: "only-tested-builds-released",
    area: "maintainability",
    title: "Releases from tested builds only",
    text: "Tests of the main paths run on every change, and only a build that passed them can be released.",
    why: "A change made in good faith in one corner stops orders in another, and nobody tries every path by hand before each release. A build from somebody's own machine adds a second doubt: nobody can say what is in it.",
    convincing:
      "The build of a recent change that was stopped by a test of a main path. A release made from a clean copy of the code by the build system alone, and no other way that a release can reach production.",
    howToFix:
      "Write one test for each of the five things users do most, from the outside inwards, and run them on every change. Let the build system make the release from a clean copy and ship exactly what it tested, with settings coming from the environment.",
    ability: "safe_deploy",
    weight: 4,
    critical: false,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 8,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 1,
        because:
          "of some fifty releases a year, at least one breaks a main path that a test would have caught",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.2,
        because: "about one in five of those is a path that customers cannot do without",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.2,
        because: "about every five years testing by hand finds the fault too late for the announced date",
      },
    ],
  },
  {
    key: "two-people-can-run-it",
    area: "maintainability",
    title: "Two people who can repair and release it",
    text: "It has a named owner, and at least two people who are here today can repair and release it.",
    why: "The one who knows it is on a flight when it breaks, or has handed in their notice. What only one head holds is an outage without a date yet.",
    convincing:
      "The owner and the two names, and for each of the two the date of the last release and the last repair they did without the other's help.",
    howToFix:
      "Let the second person make the next two releases and take the next fault while the first only watches. Write the owner, the contacts and the place of the code where everybody looks, and settle any pending change of ownership before a launch.",
    ability: "understandable",
    weight: 4,
    critical: true,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 90,
    effortDays: 4,
    costs: [
      {
        cost: "developer_confusion",
        incidentsPerYear: 0.4,
        because: "people move on every two to three years, and what they knew is worked out again",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.2,
        because: "about every five years it breaks while the only one who knows it is away",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.05,
        because: "about every twenty years a part that nobody knows any more is replaced, not repaired",
      },
    ],
  },
  {
    key: "foundations-still-supported",
    area: "maintainability",
    title: "Foundations that still get fixes",
    text: "Everything it is built on still gets fixes from its makers, and we know when that ends.",
    why: "A database or a framework at its end works as well on the day after as on the day before, so nothing presses. Then a serious hole is published, the fix exists only two versions further on, and a quarter's work has to be done in a week.",
    convincing:
      "A list of language, framework, database, operating system and important libraries, each with our version, the day its support ends, and the piece of planned work that comes before that day.",
    howToFix:
      "Take the dates from the makers' pages and put a reminder half a year before each. Move up by one version as routine work, twice a year. For a library that nobody looks after any more, choose a successor while there is time.",
    ability: "safe_deploy",
    weight: 2,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 6,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.2,
        because: "about every five years something stops being served or sold, and the move is a rush",
      },
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.15,
        because: "a hole in something unsupported is there for good, every six years or so",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.1,
        because: "too many versions behind, building again is cheaper than catching up, once in ten years",
      },
    ],
  },
  {
    key: "known-debt-has-an-owner",
    area: "maintainability",
    title: "Owner and date for every known shortcut",
    text: "Each shortcut we know of is written down, with what it costs us, an owner and a date to decide.",
    why: "A shortcut that was agreed for six weeks is still there after three years, and by then it looks like the design. Others build on it, until it carries too much to be taken out.",
    convincing:
      "The list, with fewer than twenty lines; two that were paid off this year, and one that was kept on purpose, with the reason.",
    howToFix:
      "Collect the shortcuts in one hour with everybody who works on it, and keep only those that cost something every month. Give each an owner and a date, and decide on that date: repair, keep for another year, or strike off.",
    ability: "understandable",
    weight: 2,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 1,
    costs: [
      {
        cost: "developer_confusion",
        incidentsPerYear: 0.4,
        because: "every two to three years a change runs into a shortcut that nobody mentioned",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.1,
        because: "once in ten years shortcuts have grown together until the part must be replaced",
      },
    ],
  },
];
