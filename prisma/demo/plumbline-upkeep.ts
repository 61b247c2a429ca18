import type { DemoAnswer } from "./assessment";

/** How Plumbline is run and changed: detection, rollback, data protection, maintainability, documentation. */
export const upkeep: DemoAnswer[] = [
  {
    question: "we-know-first",
    verdict: "no",
    reason:
      "Health and metrics are there to be asked (`lib/http/health.ts`, `lib/config/metrics.ts`), and nobody asks them yet: there is no production, no monitoring and no check from outside. The first fault would be reported by a user.",
  },
  {
    question: "errors-can-be-followed",
    verdict: "partly",
    reason:
      "An error of the API shows the request id (`lib/http/signed-in.db.test.ts`), one of a page its digest; the log has the cause under both, with request id (`lib/http/handle.ts`, `instrumentation.ts`) and release (`lib/config/log.ts`). Errors in the browser are not reported, and nobody outside has tried to follow one.",
  },
  {
    question: "alerts-reach-somebody",
    verdict: "no",
    reason:
      "Four conditions worth an alert are written down in `docs/operations.md`. None is set up, and nobody is on call.",
  },
  {
    question: "service-levels-on-a-screen",
    verdict: "no",
    reason:
      "No targets for speed or reliability have been agreed. Durations of API requests are in the metrics (`lib/config/metrics.ts`), those of pages are not, and no screen shows either.",
  },
  {
    question: "bad-change-undone",
    verdict: "no",
    reason:
      "`docs/operations.md` says how to go back, and a release that is too old for the data refuses to start (`scripts/migrations.db.test.ts`). There has been one release only: nobody has ever gone back, in earnest or as an exercise.",
  },
  {
    question: "old-release-runs-on-new-data",
    verdict: "partly",
    reason:
      "Each migration names the lowest release that may run on it; a release starts on migrations that it does not know when they allow it, and refuses otherwise (`scripts/migrations.db.test.ts`). No test runs a previous release on the newest tables: there is none yet.",
  },
  {
    question: "undo-decided-beforehand",
    verdict: "no",
    reason:
      "No release has a page that says which measurement at which value means going back, or who may decide it.",
  },
  {
    question: "release-interrupts-nobody",
    verdict: "unclear",
    reason:
      "On SIGTERM the readiness check turns to 503 and requests under way are meant to finish (`lib/jobs/start.ts`, `docs/operations.md`), but no test stops one of two instances under load. A single instance is away while it restarts.",
  },
  {
    question: "sensitive-data-known-and-closed",
    verdict: "partly",
    reason:
      "Passwords are argon2id hashes (`lib/auth/passwords.ts`), of tokens and invitations only a SHA-256 is kept (`lib/auth/secrets.ts`), secrets are kept out of the log (`lib/config/log.ts`) and described in `docs/operations.md`. There is no list of the personal data and who can read it, no scan for secrets, and encryption at rest is left to whoever runs it.",
  },
  {
    question: "every-record-access-checked",
    verdict: "yes",
    reason:
      "`lib/http/access.db.test.ts` sends every operation as nobody, as each role, from another team and with a token of each scope, and turns red for an operation without a row; `lib/http/routes.db.test.ts` for a route without an operation. What is written belongs to a scope, which only `lib/auth/scope.ts` makes; pages ask there too (`lib/auth/page-scope.ts`), without such a walk. Reading is open to everybody signed in, on purpose.",
  },
  {
    question: "known-weaknesses-fixed-in-time",
    verdict: "no",
    reason:
      "Versions are exact and each dependency is accounted for (`docs/dependencies.md`). Nothing scans them or the base image, and no time to fix a weakness has been agreed.",
  },
  {
    question: "personal-data-exported-and-deleted",
    verdict: "no",
    reason:
      "There is no way yet to hand over or delete a person's data. Sessions, tokens and invitations go some time after their end (`lib/jobs/purge.ts`), the rest never does: addresses of sign-ins stay in the audit trail, which `prisma/sql/20_append_only.sql` makes unchangeable. How the two go together is not decided.",
  },
  {
    question: "newcomer-changes-it-safely",
    verdict: "unclear",
    reason:
      "It was made for that: two commands build and test it, and `lib/architecture.test.ts` refuses what does not fit. Nobody from outside has tried, so we cannot say.",
  },
  {
    question: "only-tested-builds-released",
    verdict: "partly",
    reason:
      "`.ci/run` runs lint, types, unit, database and browser tests, and fails when one of them does (`scripts/test/stages.mjs`). Nothing enforces it: an image can be built from any state of the code (`Dockerfile`) and no pipeline stands between a red test and a release.",
  },
  {
    question: "two-people-can-run-it",
    verdict: "no",
    reason:
      "The repository names no owner, and as nothing has been released or repaired yet, no two people have shown that each of them can.",
  },
  {
    question: "next-change-can-be-planned",
    verdict: "yes",
    reason:
      "`README.md` has the parts, the way of a saved answer through them, and the rules with their files; `docs/decisions/0001-layers.md` and those after it say why. Which part may touch which is a test: `lib/architecture.test.ts`.",
  },
  {
    question: "steps-for-likely-faults",
    verdict: "partly",
    reason:
      "`docs/operations.md` says how to recognise a database that is away, how to upgrade, go back and restore. It has no steps for a full disk, a slow database or sign-ins under attack, names nobody to call, and nobody has followed it yet.",
  },
];
