import type { Question } from "../../../lib/domain/checklist";

/** Third parties: a system we do not run is slow or gone. */
export const questions: readonly Question[] = [
  {
    key: "provider-outage-survived",
    area: "third_parties",
    title: "Main work kept up when a provider is down",
    text: "When a system we call is slow or gone, the main work goes on without it or stops with a clear message.",
    why: "Every provider is down now and then, and rarely when it suits us. Whether our customers then lose one small feature or everything was decided when the call was written, often without noticing.",
    convincing:
      "For each system we call, what customers see while it is slow and while it is gone, tried at least once by pointing its address at something that never answers.",
    howToFix:
      "Ask of each call whether the main work needs its answer at once. If not, carry on without it, show the last known value, or do it later from a queue; if so, stop early and say what is wrong and what to do.",
    ability: "graceful_failure",
    weight: 4,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 4,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.6,
        because: "providers go down a few times a year, and some of it has to be worked around in a hurry",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.4,
        because: "two of those outages in three are felt, and customers do not ask whose they were",
      },
    ],
  },
  {
    key: "outgoing-calls-time-out",
    area: "third_parties",
    title: "Time limits on every outgoing call",
    text: "Every outgoing call gives up after a time we chose, and the caller copes with that.",
    why: "An API asked one provider for a detail and waited as long as it took. When the provider went down, each waiting request kept its place until no place was left, and the whole API hung, including everything that never needed that provider.",
    convincing:
      "A list of outgoing calls with connect and total time limits, and a test against a server that accepts a connection and never answers: the call ends on time and the other pages stay quick.",
    howToFix:
      "Make calls only through one client that has limits by default; a library's own default is often to wait for ever. Set each limit somewhat above the slowest normal answer, and within the time that our own caller will wait.",
    ability: "graceful_failure",
    weight: 5,
    critical: true,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.7,
        because: "most years one provider gets slow enough to need restarts at our end",
      },
      {
        cost: "poor_performance",
        incidentsPerYear: 0.5,
        because: "slow providers are more common than absent ones, and every other year the waiting spreads",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.3,
        because: "every third year everything hangs for long enough to be remembered",
      },
    ],
  },
  {
    key: "outside-systems-listed",
    area: "third_parties",
    title: "List of every system we depend on",
    text: "Every system we depend on is listed, with its contact and what happens to us when it is slow or gone.",
    why: "In an outage the first half hour goes into finding out who is involved. A forgotten dependency, such as a mail relay, a map or a certificate that somebody once bought, is discovered on the day it stops.",
    convincing:
      "The list itself, compared within the last half year with the outgoing connections that were really made, with status page, support contact, contract and expiry dates for each.",
    howToFix:
      "Collect outgoing addresses from configuration and network logs, and write one line for each: what for, effect of slow, effect of gone, whom to call. Put expiry dates in a shared calendar.",
    ability: "understandable",
    weight: 2,
    critical: false,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 1,
    costs: [
      {
        cost: "developer_confusion",
        incidentsPerYear: 0.4,
        because: "every two to three years a change runs into a dependency that nobody had mentioned",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.25,
        because: "an expired key, certificate or contract surprises every few years",
      },
    ],
  },
  {
    key: "retries-bounded",
    area: "third_parties",
    title: "Few and spread-out retries",
    text: "Retries are few, spread out, made only where a repeat is harmless, and stop while the other side stays down.",
    why: "A provider stumbles for a second; a thousand clients try again at once, three times each, and keep it down. The well-meant retry becomes the outage, and where a repeat is not harmless it also orders twice.",
    convincing:
      "The settings for each call (attempts, growing pauses with a random part, total time), and a test in which a dead dependency gets a trickle of calls rather than a flood.",
    howToFix:
      "Retry in one layer only, two or three times, with growing and slightly random pauses, and never beyond the caller's own patience. After repeated errors stop calling for a while, then let one call through at a time to see whether it is back.",
    ability: "graceful_failure",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.3,
        because: "about every third year retries turn a hiccup into a slow hour",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.3,
        because: "as often, the flood has to be switched off by hand or its copies undone",
      },
    ],
  },
  {
    key: "provider-limits-fit-ours",
    area: "third_parties",
    title: "Provider limits that fit our promises",
    text: "What our providers promise and allow is enough for what we promise, at our peak and next year.",
    why: "A quota is met for the first time on our best day: the campaign works, and the provider refuses every call above its limit. And a promise to our customers that is higher than our provider's to us rests on luck.",
    convincing:
      "A table of promised availability, limits and prices for each provider beside our own promise and our measured peak, with the room left, and an alarm before each quota.",
    howToFix:
      "Read limits from contracts and consoles, measure our peak use, and have raises agreed weeks before a launch. Slow our own calls below the limit, and keep provider calls behind one module so that a change of provider stays small.",
    ability: "graceful_failure",
    weight: 3,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.2,
        because: "a quota is hit unawares about every five years",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.15,
        because: "every six or seven years raising a limit takes the provider longer than the time left",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.07,
        because: "about once in fifteen years a provider is outgrown and sits in every corner of the code",
      },
    ],
  },
  {
    key: "provider-outage-rehearsed",
    area: "third_parties",
    title: "Provider outages rehearsed",
    text: "In the last year we cut off and slowed down each important dependency on purpose, and it went as expected.",
    why: "Fallbacks are the least used code there is. They were right when written; since then a setting moved, a cache went, a new call joined the main path, and only an outage, real or arranged, shows it.",
    convincing:
      "A dated note for each rehearsal: what was cut off, what was expected, what happened, how long recovery took, and the repairs that followed.",
    howToFix:
      "Begin in a test environment under typical load: block one dependency, then delay it by ten seconds, which is usually worse. Book an hour each quarter, one dependency at a time.",
    ability: "graceful_failure",
    weight: 3,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 3,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.3,
        because: "with one real outage a year, one fallback in three no longer works by then",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.15,
        because: "half of those outages last longer than customers were promised",
      },
    ],
  },
];
