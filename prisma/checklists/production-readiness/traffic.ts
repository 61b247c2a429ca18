import type { Question } from "../../../lib/domain/checklist";

/** Traffic: load rises suddenly. */
export const questions: readonly Question[] = [
  {
    key: "sudden-load-survived",
    area: "traffic",
    title: "Recovery from sudden load without help",
    text: "When load rises suddenly, it gets slower or turns some away politely, and recovers by itself.",
    why: "A mention in the news or a mail to all customers brings ten times the visitors in a minute. Software that takes on everything finishes nothing, and it often stays down after the crowd has left.",
    convincing:
      "A run with far more load than it can carry: most requests are served or get a quick and polite refusal, memory stays bounded, and within minutes of the end all is as before, with no restart.",
    howToFix:
      "Limit how many requests are worked on at once and how many may wait, and refuse the rest at once with a time to come back. Drop work whose caller has already gone.",
    ability: "many_users",
    weight: 4,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.5,
        because: "a rush that nobody planned comes about once a year, and every second one is felt",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.25,
        because: "half of those rushes send newcomers away with an error page for good",
      },
    ],
  },
  {
    key: "peak-load-tested",
    area: "traffic",
    title: "Load test at twice the expected peak",
    text: "We know the peak to expect, have tested at twice that, and know which part gives way first.",
    why: "On a launch day several hundred people came at once, and pages that had opened in a second took 30 to 45 seconds. Nothing was broken; nobody had ever tried it with more than a handful.",
    convincing:
      "The expected peak with its source, and a dated report of a run at that peak, at twice the peak and up to the point where it gives way: response times at each step, and the part that was full first.",
    howToFix:
      "Estimate the peak from past days, invitations or the campaign plan. Replay the main journey against an environment with data of real size, raise the load in steps, widen the narrowest part, and run it again.",
    ability: "many_users",
    weight: 4,
    critical: true,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 4,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.6,
        because: "each launch or season is a first try, and about every second one disappoints",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.4,
        because: "two times in three the narrow part is found and widened with customers waiting",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.25,
        because: "with one big launch a year, about one in four is taken back or put off",
      },
    ],
  },
  {
    key: "callers-limited",
    area: "traffic",
    title: "A limit for each caller",
    text: "No single caller can use up what all the others need.",
    why: "A partner's script in a loop, a search robot or somebody guessing passwords can send more than all customers together. Without a limit for each caller, everyone pays for one.",
    convincing:
      "The limits per account, key and address, the answer that a caller over the limit gets, and a test in which one caller floods it while another notices nothing.",
    howToFix:
      "Count per account or key, and per address before login; start at several times normal use, tighter on login and on costly requests. Say in the answer when to come back, and let large exports run as jobs.",
    ability: "many_users",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: ["public"],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.35,
        because: "a runaway script takes more than its share about every third year",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.25,
        because: "most of those callers have to be found and blocked by hand",
      },
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.15,
        because: "every six or seven years it turns out that passwords can be guessed without end",
      },
    ],
  },
  {
    key: "capacity-grows-in-time",
    area: "traffic",
    title: "Room for growth, with a known ceiling",
    text: "Capacity grows before it is needed, up to a ceiling whose size and price we know.",
    why: "Adding instances helps until the database, a licence or a quota is full; after that, each new one makes it worse. And capacity without a ceiling answers a flood of robots with a bill.",
    convincing:
      "Months of load beside capacity with the date on which they meet, a test that adds and removes an instance under load without lost sessions, the ceiling, and the spending alarm that was set.",
    howToFix:
      "Keep sessions, files and counters out of the process so that any instance can serve anybody. Find the part that does not grow along, set a greatest number of instances and a monthly budget, and review growth each quarter.",
    ability: "many_users",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 90,
    effortDays: 5,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.3,
        because: "steady growth reaches a limit every few years, at the busiest hour",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.2,
        because: "every fifth year capacity or a runaway bill has to be dealt with on the same day",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.08,
        because: "about once in twelve years what was built for one machine is built anew for two",
      },
    ],
  },
  {
    key: "cold-start-at-peak-tried",
    area: "traffic",
    title: "Cold start at peak rehearsed",
    text: "After a full stop at peak, with empty caches and a backlog waiting, it comes back without help.",
    why: "Caches hide how much work there really is. After a restart at noon they are empty, the backlog arrives on top of the usual load, and what came up healthy goes down again, several times in a row.",
    convincing:
      "A dated rehearsal: stopped under peak load, caches emptied, a backlog of an hour waiting; the time until all was normal, and the greatest length that each queue reached.",
    howToFix:
      "Bound every queue and decide what is dropped first. Let many requests for one missing cache entry share one look-up, let traffic in again step by step, and work off the backlog slower than live requests.",
    ability: "recovery",
    weight: 2,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 3,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.2,
        because: "every fifth year a short stop turns into a slow afternoon",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.15,
        because: "three of those times in four somebody has to let the crowd back in by hand",
      },
    ],
  },
];
