import type { Question } from "../../../lib/domain/checklist";

/** Data protection: sensitive data is protected. */
export const questions: readonly Question[] = [
  {
    key: "sensitive-data-known-and-closed",
    area: "data_protection",
    title: "Sensitive data listed and closed off",
    text: "We know what sensitive data and secrets it holds, and only those who need them can reach them.",
    why: "What nobody has listed, nobody guards: a copy of the customer table in a shared folder, a password in the code's history, a token in a log that fifty people can search. A stranger needs to find just one of them.",
    convincing:
      "A one-page list of the sensitive data, its owner, where it lies and who can read it. A scan of code, history and logs for secrets that comes back empty, and data encrypted both on the way and at rest.",
    howToFix:
      "List the data and name an owner. Move passwords, keys and tokens from the code into a secret store, replace each one that was ever in the code, and have the build refuse new ones. Remove access that nobody used in the last three months.",
    ability: "security",
    weight: 5,
    critical: true,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 4,
    costs: [
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.4,
        because: "every two to three years a key or a copy of data is found where it should not be",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.1,
        because: "about one such find in four has to be told to customers",
      },
    ],
  },
  {
    key: "every-record-access-checked",
    area: "data_protection",
    title: "Access checked for every record",
    text: "For every request, the server checks who asks and whether this very record is theirs to see or change.",
    why: "Signing in shows who somebody is, not what belongs to them. Where only the screen hides other people's records, changing a number in an address is enough to read them, and no break-in shows in the logs.",
    convincing:
      "A test that walks through every route as a stranger, as another customer and as each role, and turns red when a new route has no rule. Two customers' records swapped by hand, and refused.",
    howToFix:
      "Load records only through a function that takes the person who asks, so that forgetting the check is not possible. Refuse by default: a route without a stated rule answers nothing. Write the test over all routes first; it finds the holes.",
    ability: "security",
    weight: 5,
    critical: true,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 5,
    costs: [
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.5,
        because: "new routes come monthly, and about every two years one forgets the check",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.1,
        because: "once in ten years a customer is the one who sees another's data",
      },
    ],
  },
  {
    key: "known-weaknesses-fixed-in-time",
    area: "data_protection",
    title: "Known weaknesses fixed in time",
    text: "Known weaknesses in anything we ship are reported to us, and fixed within a time we chose.",
    why: "Most of what we run was written by others, and its holes are published for everybody to read. From that day on, programs search the internet for those who have not closed them yet.",
    convincing:
      "The report of the last scan of libraries, base images and operating system, with the age of every open finding beside the time allowed for it. The date on which the last serious one was fixed.",
    howToFix:
      "Scan on every build and every night, open a ticket for each serious finding with a due date, and let a tool propose the small updates weekly. Cut down what there is to attack: drop what is not used, and run without administrator rights.",
    ability: "security",
    weight: 4,
    critical: false,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 90,
    effortDays: 2,
    costs: [
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.5,
        because: "every other year a serious hole in a common library is one that can be used against us",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.4,
        because:
          "every two to three years a long-delayed update becomes a leap over several versions at once",
      },
    ],
  },
  {
    key: "personal-data-exported-and-deleted",
    area: "data_protection",
    title: "Personal data handed over or deleted",
    text: "A person's data, copies included, can be handed over or deleted on request, and goes when its time is up.",
    why: "Deleting the row is easy; the search index, the reports, the mail provider and the backups still hold it. The first request with a legal deadline is a poor time to find out how many copies there are.",
    convincing:
      "A map of every place that holds personal data, with the time allowed in each. One test person exported and deleted in an exercise, then searched for everywhere and not found.",
    howToFix:
      "Follow one person's data through the system and write down each place. Build export and deletion as ordinary functions that cover them all, set a time for each kind of data, and let a nightly job enforce it. Let backups age out on a stated day.",
    ability: "security",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: ["personal_data"],
    reviewAfterDays: 365,
    effortDays: 8,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.4,
        because: "every two to three years a request has engineers searching by hand under a deadline",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.15,
        because: "every six years or so somebody who was deleted hears from us again, and says so",
      },
      {
        cost: "expensive_rewrite",
        incidentsPerYear: 0.05,
        because: "about every twenty years a part that cannot forget has to be built again",
      },
    ],
  },
  {
    key: "model-input-and-answers-watched",
    area: "data_protection",
    title: "Rules and records for AI model use",
    text: "What may be sent to an AI model is decided and enforced, and its answers are recorded and sampled.",
    why: "A wrong answer from a model raises no error: it arrives quickly, in good prose, and is believed. And what is put into the question, a customer's contract for instance, has left our hands.",
    convincing:
      "The list of what may be sent and the code that holds everything else back. Last month's sample of answers with marks, what was done about the bad ones, and the same set of test questions run before each change of model or prompt.",
    howToFix:
      "Send every call through one place that removes what may not leave, records question and answer for a limited time, and limits what an answer can set in motion. Read a sample every week, and offer users a way to say that an answer is wrong.",
    ability: "errors_logged",
    weight: 4,
    critical: false,
    upToTier: 2,
    tags: ["ai"],
    reviewAfterDays: 90,
    effortDays: 5,
    costs: [
      {
        cost: "lost_trust",
        incidentsPerYear: 0.4,
        because: "models change under us; every two to three years a customer acts on a wrong answer",
      },
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.2,
        because: "about every five years text from outside talks a model into what it should not do",
      },
    ],
  },
  {
    key: "personal-data-access-on-record",
    area: "data_protection",
    title: "Record of who sees personal data",
    text: "Who reads or changes personal data is on a record they cannot alter, and somebody looks through it.",
    why: "After a leak the first question is: whose data, and who had it open? Without a record the honest answer is 'perhaps everybody's', and that is what has to be said to all of them.",
    convincing:
      "Given one customer, the list of everyone who opened their data last month, our own support and administrators included. The note of the last person who looked through it, and what they asked about.",
    howToFix:
      "Write who, what, when and why on every access to personal data, in a place where those people may add but not change. Let one named person look at the unusual ones every month. Give access to production data for an hour with a reason, not for ever.",
    ability: "security",
    weight: 3,
    critical: false,
    upToTier: 1,
    tags: ["personal_data"],
    reviewAfterDays: 180,
    effortDays: 5,
    costs: [
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.1,
        because: "misused access is rare, once in ten years, and stays unseen without a record",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.1,
        because: "once in ten years a small leak of unknown extent must be announced as a large one",
      },
    ],
  },
  {
    key: "security-reviewed-from-outside",
    area: "data_protection",
    title: "Security review from outside the team",
    text: "Somebody outside the team has looked for ways to attack it since its last large change.",
    why: "Those who built it know how it is meant to be used, and test that. Somebody who wants to get in starts with everything that it was not meant for.",
    convincing:
      "The report, dated after the last large change, with its findings and what became of each. A page that says who might attack it, to get what, and what stands in the way.",
    howToFix:
      "Sit down for two hours with somebody from another team: draw where data crosses from less trusted to more trusted parts, and ask at each line what could be forged, read or flooded. Before large launches, have specialists try it for a few days.",
    ability: "security",
    weight: 3,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 6,
    costs: [
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.3,
        because: "what such a look would have found in time comes up by itself about every three years",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.1,
        because: "once in ten years a hole in the design is found so late that the launch moves",
      },
    ],
  },
];
