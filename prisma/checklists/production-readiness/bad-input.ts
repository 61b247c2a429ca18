import type { Question } from "../../../lib/domain/checklist";

/** Bad input: malformed or surprising input arrives. */
export const questions: readonly Question[] = [
  {
    key: "surprising-input-survived",
    area: "bad_input",
    title: "Polite answers to surprising input",
    text: "Surprising input, such as an emoji or an empty field, is accepted or politely refused; nothing breaks.",
    why: "Somebody put an emoji in their name. Sign-up accepted it, one part further in could not read it, and from then on their login ended on an error page; every test had used plain letters.",
    convincing:
      "A list of surprising inputs (emoji, accents, empty, far too long, wrong type) tried on the login and the main journey, with each answer noted: no server error, and no technical details shown.",
    howToFix:
      "Try such a list by hand first; it takes a morning. Use one text encoding from form to database, and turn each crash into a message that names the field and what it accepts, with the details in our log only.",
    ability: "bad_input",
    weight: 4,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 1,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.7,
        because: "real people type something new most years, and it breaks a page",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.3,
        because: "every third year the broken page is one that nobody can do without",
      },
    ],
  },
  {
    key: "input-checked-before-use",
    area: "bad_input",
    title: "Checks on all input before use",
    text: "Whatever comes in is checked for shape, size and range before use, and never treated as code.",
    why: "Code further in assumes that dates are dates and that lists come to an end. One request that breaks the assumption can crash it, fill the memory, or smuggle a command into a query or a page.",
    convincing:
      "A declared shape with limits for every endpoint, form and message, applied in one place; queries that take values only as parameters; pages that escape output by default.",
    howToFix:
      "Write a schema for each way in, with greatest lengths, sizes and depths, and refuse what does not fit. Decide what happens to fields we do not know, so that older and newer clients keep working.",
    ability: "bad_input",
    weight: 5,
    critical: true,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 5,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.5,
        because: "a client sends the wrong shape every other year and something stops",
      },
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.4,
        because: "outsiders try input first, and every two to three years there is a hole to find",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.08,
        because: "about once in twelve years impossible values spread before anybody sees them",
      },
    ],
  },
  {
    key: "uploads-checked",
    area: "bad_input",
    title: "Size and content checks on uploads",
    text: "Every uploaded file is limited in size, checked by its content, and kept where it cannot run.",
    why: "A file's name and ending are claims made by its sender. A picture that is really a program, or a small archive that unpacks until the disk is full, works wherever nobody checks.",
    convincing:
      "Tests in which an oversized file, a wrongly named one and an archive that unpacks without end are refused; storage settings that show files served from an address of their own.",
    howToFix:
      "Limit size before reading, and number and total too; decide the type from the content against a short list; store under a name of our own, away from the code. Unpack and convert in a process with limits on time and memory.",
    ability: "security",
    weight: 4,
    critical: false,
    upToTier: 3,
    tags: ["uploads"],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.25,
        because: "scanning programs find an open upload within a few years",
      },
      {
        cost: "poor_performance",
        incidentsPerYear: 0.2,
        because: "a huge but honest file takes memory or disk from everybody every few years",
      },
    ],
  },
  {
    key: "bad-items-set-aside",
    area: "bad_input",
    title: "Bad messages and rows set aside",
    text: "A message or row that cannot be processed is set aside and reported, can be replayed, and holds up nothing.",
    why: "One broken message at the head of a queue can be tried again all night while everything behind it waits. The opposite is no better: it is dropped without a trace, and a customer's order with it.",
    convincing:
      "A test that puts one broken item among good ones and finds the good ones done, the broken one listed with its reason, and a replay that worked; an import report that names rows.",
    howToFix:
      "After a few attempts move the item, with reason and time, to a place that somebody is told about, and build the replay at the same time. Imports check every row first and say which ones were refused.",
    ability: "bad_input",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.6,
        because: "a stuck queue or half an import needs a hand every year or two",
      },
      {
        cost: "poor_performance",
        incidentsPerYear: 0.2,
        because: "one time in three everything behind the stuck item is hours late",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.1,
        because: "once in ten years dropped items come to light after the sender has deleted them",
      },
    ],
  },
  {
    key: "abuse-thought-through",
    area: "bad_input",
    title: "Ways of misuse listed and answered",
    text: "We have listed how strangers could misuse what is open to them, and each way is blocked, slowed or watched.",
    why: "Sign-ups by script, guessed voucher codes, a form that mails anybody in our name: all of it is well-formed input, so no check of shape stops it. It begins on the day somebody finds it worth their while.",
    convincing:
      "A dated list of ways to misuse each public page and endpoint, with the limit or alarm that answers each, and notes from trying at least two of them ourselves.",
    howToFix:
      "Spend two hours as the stranger: what is worth taking, filling, guessing or sending here? Then add limits per account and address, a second step before anything costly, and an alarm on unusual counts.",
    ability: "security",
    weight: 3,
    critical: false,
    upToTier: 1,
    tags: ["public"],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.3,
        because: "every third year a wave of scripted sign-ups or messages has to be stopped at once",
      },
      {
        cost: "security_vulnerability",
        incidentsPerYear: 0.2,
        because: "a rule that can be gamed from outside is found about every five years",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.15,
        because: "half of those waves reach people who remember the mail as ours",
      },
    ],
  },
  {
    key: "awkward-input-tested",
    area: "bad_input",
    title: "Hostile input tests in every build",
    text: "Every build sends missing, oversized, outdated and hostile input to each way in, and checks the answers.",
    why: "Checks on input are lost one at a time: a new endpoint copied without them, a field made optional, an old client forgotten. Nothing that people do on an ordinary day shows the loss.",
    convincing:
      "Test results by endpoint with the kinds of bad input that each was sent, and a rule in the build that stops an endpoint without such tests.",
    howToFix:
      "Keep one shared list of awkward values and feed it to every endpoint from its declared schema. Record a few requests of each client version still in use and replay them at every build.",
    ability: "bad_input",
    weight: 2,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 4,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.4,
        because: "a check lost in a change, or an old client broken, every two to three years",
      },
      {
        cost: "developer_confusion",
        incidentsPerYear: 0.15,
        because: "every six or seven years a change stalls because nobody can tell what a field may hold",
      },
    ],
  },
];
