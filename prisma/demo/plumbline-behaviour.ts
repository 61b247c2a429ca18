import type { DemoAnswer } from "./assessment";

/** What Plumbline does under stress: same time, bad input, third parties, database, traffic. */
export const behaviour: DemoAnswer[] = [
  {
    question: "simultaneous-edits-kept",
    verdict: "partly",
    reason:
      "Answers, plans, services and the organisation carry a version: of many writers at once one is saved and the others are shown what is there (`lib/commands/answers/races.db.test.ts`, `lib/commands/services/edit-service.db.test.ts`). Except for answers a script may leave the version out, and a role in a team has none: there the last save wins and nobody is told.",
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
      "Emoji, right-to-left text, control characters and markup come back byte for byte (`lib/http/text.db.test.ts`), and what cannot be kept is a 400 that names the field (`lib/http/handle.db.test.ts`). Signing in was tried with emoji, composed accents, nothing, NUL and far too much (`lib/auth/sign-in.db.test.ts`, `lib/http/auth-route.db.test.ts`).",
  },
  {
    question: "input-checked-before-use",
    verdict: "yes",
    reason:
      "Every operation declares its body and query in `lib/contracts/operations.ts` and is checked in `lib/http/handle.ts`; wrong types, depth, size and unknown fields are refused (`lib/http/handle.db.test.ts`). Values reach SQL as parameters only, and pages escape and run under a nonce (`e2e/headers.spec.ts`).",
  },
  {
    question: "bad-items-set-aside",
    verdict: "no",
    reason:
      "There are no messages or imports yet, but there is one batch: `lib/jobs/age-services.ts` takes services in order of their date, and one that throws ends the run. Nothing sets it aside or names it, so it would hold up the others at every run.",
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
      "A transaction that lost a race is tried at most four times with growing, slightly random pauses (`lib/db/transaction.ts`). A page opened while the database is away asks again every three seconds (`proxy.ts`), without a pause that grows, and no test counts such requests.",
  },
  {
    question: "failed-write-leaves-nothing-half-done",
    verdict: "partly",
    reason:
      "Every command is one transaction (`lib/db/transaction.ts`), and a database that is gone, full or locked is a 503 that says that nothing was changed (`lib/http/database-away.db.test.ts`). No test cuts the connection between the first write of a command and its last, and one that is lost during the commit itself is told the same, though the change may be there.",
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
      "Pool, waiting for a connection, locks and statements of a transaction have limits (`lib/db/client.ts`, `lib/db/transaction.ts`), and a full pool or a held lock is a 503 within 5 s (`lib/http/database-away.db.test.ts`). A read outside a transaction is given up after 15 s on our side only: the server goes on with it, and no test cuts off a slow query.",
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
      "Guessed passwords slow down their account and their address, across processes, and nobody else (`lib/auth/sign-in.db.test.ts`); a body may have 1 MB, a page of a list 200 rows. Beyond that nothing counts requests: one script with a session could keep every connection busy.",
  },
  {
    question: "capacity-grows-in-time",
    verdict: "no",
    reason:
      "Sessions and counters are in Postgres, so that any instance can serve anybody (`docs/operations.md`), but two have never been run side by side under load. There is no measured load to compare with, and no known ceiling.",
  },
];
