import type { DemoAnswer } from "./assessment";

/** What Plumbline does under stress: same time, bad input, third parties, database, traffic. */
export const behaviour: DemoAnswer[] = [
  {
    question: "simultaneous-edits-kept",
    verdict: "partly",
    reason:
      "Answers, plans, people, teams, services and the organisation carry a version: of 20 writers of one answer one is saved and 19 are shown what is there (`lib/commands/answers/races.db.test.ts`), and a conflict of two windows is played in a browser (`e2e/first-day.spec.ts`). Except for answers a script may leave the version out, and a role in a team has none: there the last save wins and nobody is told.",
  },
  {
    question: "repeated-request-acts-once",
    verdict: "partly",
    reason:
      "With an Idempotency-Key, which our forms send, 1,000 identical requests, 50 at a time, leave one row and one audit event (`lib/http/idempotency.db.test.ts`). The key is optional: a script that repeats a creation without one gets a second team or service, and no browser test presses a button twice.",
  },
  {
    question: "surprising-input-survived",
    verdict: "yes",
    reason:
      "Emoji, right-to-left text, control characters and markup come back byte for byte (`lib/http/text.db.test.ts`), and what cannot be kept is a 400 that names the field (`lib/http/handle.db.test.ts`). In a browser somebody with an emoji in the name sets up and answers with such text (`e2e/first-day.spec.ts`); signing in was tried with emoji, accents, nothing, NUL and far too much (`lib/auth/sign-in.db.test.ts`, `lib/http/auth-route.db.test.ts`).",
  },
  {
    question: "input-checked-before-use",
    verdict: "yes",
    reason:
      "Every operation declares its body and query in `lib/contracts/operations.ts` and is checked in `lib/http/handle.ts`; wrong types, depth, size and unknown fields are refused (`lib/http/handle.db.test.ts`). Values reach SQL as parameters only, and pages escape and run under a nonce (`e2e/headers.spec.ts`).",
  },
  {
    question: "bad-items-set-aside",
    verdict: "partly",
    reason:
      "`lib/jobs/age-services.ts` sets a service that throws aside, logs its id and cause, counts it in the metrics, does the others, and tries it again a minute later (`lib/jobs/age-services.db.test.ts`). No screen lists what was set aside.",
  },
  {
    question: "provider-outage-survived",
    verdict: "not_applicable",
    reason:
      "A running Plumbline calls no outside system: no mail, no webhooks, no sign-in elsewhere, fonts served by ourselves (`docs/dependencies.md`). Its Postgres is asked about under Database.",
  },
  {
    question: "outgoing-calls-time-out",
    verdict: "not_applicable",
    reason:
      "There are no outgoing calls: the only requests in the code are those of our own pages to their own server (`lib/client/request.ts`, `lib/client/session.ts`). To be answered anew with the first webhook or mail.",
  },
  {
    question: "outside-systems-listed",
    verdict: "partly",
    reason:
      "`docs/operations.md` says that it needs Node and one Postgres and what happens without the latter; `docs/dependencies.md` has every package. Nobody has compared that with the connections really made, and the npm registry, which the first start needs, is not on the list.",
  },
  {
    question: "retries-bounded",
    verdict: "partly",
    reason:
      "A transaction that lost a race is tried at most four times, with growing, slightly random pauses (`lib/db/transaction.ts`). An unsaved answer is sent again after 1, 2, 4, 8, then every 15 s (`lib/client/assessment/answer-store.test.ts`), and its version makes a repeat harmless; but that has no random part and does not end, and a page opened while the database is away asks every 3 s (`proxy.ts`).",
  },
  {
    question: "failed-write-leaves-nothing-half-done",
    verdict: "partly",
    reason:
      "Every command is one transaction (`lib/db/transaction.ts`). A database that is gone, or a lock that is held, is a 503 that asks to try again, and nothing is written (`lib/http/database-away.db.test.ts`). No test cuts the connection between a command's first write and its last; after one that is lost during the commit nobody is told whether the change is there; and a full disk has not been tried.",
  },
  {
    question: "restore-rehearsed",
    verdict: "no",
    reason:
      "How to copy and restore the data is written in `docs/operations.md`. No backup runs by itself, and nobody has restored one yet, let alone timed it.",
  },
  {
    question: "database-work-limited",
    verdict: "partly",
    reason:
      "Connections (12) and the wait for one (3 s) are limited; a statement ends after 4 s on the server (`lib/db/client.db.test.ts`) and 4.5 s on our side, in a transaction a lock after 3 s (`lib/db/transaction.ts`). A full pool, a held lock or a silent database is a 503 within 5 s (`lib/http/database-away.db.test.ts`). No test has others served while a slow query is cut off, and the server has no limit for idle transactions.",
  },
  {
    question: "schema-changes-rehearsed",
    verdict: "partly",
    reason:
      "A migration waits for a table only so long, and one that fails or is killed leaves no trace (`scripts/migrations.db.test.ts`). None has been tried on data of real size, because no installation has any yet.",
  },
  {
    question: "database-warns-early",
    verdict: "no",
    reason:
      "Connections of the pool are in the metrics, and `docs/operations.md` names a threshold worth an alert. No alert is set up, and disk space and slow queries are watched by nobody.",
  },
  {
    question: "sudden-load-survived",
    verdict: "partly",
    reason:
      "With every connection taken, requests get a 503 with Retry-After in under 5 s and are served again afterwards (`lib/http/database-away.db.test.ts`). Nothing limits how many requests are worked on at once, and there has been no run with far more load than it can carry.",
  },
  {
    question: "peak-load-tested",
    verdict: "no",
    reason:
      "No peak has been estimated and no load test exists. The one figure that we have, about 180 pages a second in `docs/decisions/0002-next.md`, is what an empty page costs, not what a full portfolio does.",
  },
  {
    question: "callers-limited",
    verdict: "partly",
    reason:
      "Guessed passwords slow down their account and their address, across processes, and nobody else (`lib/auth/sign-in.db.test.ts`), guessed links of invitations their address (`lib/commands/people/invitations.db.test.ts`); a body may have 1 MB, a page of a list 200 rows, of people 1,000. Beyond that nothing counts requests: one script with a token could keep every connection busy.",
  },
  {
    question: "capacity-grows-in-time",
    verdict: "no",
    reason:
      "Sessions and counters are in Postgres, so that any instance can serve anybody (`docs/operations.md`), but two have never been run side by side under load. There is no measured load to compare with, and no known ceiling.",
  },
];
