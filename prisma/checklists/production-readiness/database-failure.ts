import type { Question } from "../../../lib/domain/checklist";

/** Database: a request to the database fails. */
export const questions: readonly Question[] = [
  {
    key: "failed-write-leaves-nothing-half-done",
    area: "database_failure",
    title: "No half-written data after an error",
    text: "When a database request fails, nothing stays half-written and the caller gets a clear error.",
    why: "The order was stored, then the connection broke, and its items were not. Half a record is worse than none: screens show it, reports count it, and repairing it by hand begins with finding it.",
    convincing:
      "A test that breaks the connection between the first write and the last, and finds all or nothing in the database and an error that says whether trying again is safe.",
    howToFix:
      "Put writes that belong together into one transaction, with no outside call in the middle of it. Turn database errors into one honest answer in one place, and take a fresh connection afterwards.",
    ability: "recovery",
    weight: 4,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 2,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.5,
        because: "connections break with every restart, and some breaks hit the wrong moment",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.15,
        because: "one time in three the other half cannot be worked out any more",
      },
    ],
  },
  {
    key: "restore-rehearsed",
    area: "database_failure",
    title: "Restore rehearsed and timed",
    text: "Backups run by themselves, and in the last half year we restored one, timed it and checked the data.",
    why: "A backup that was never restored is a hope. Wrong permissions, a missing key, a table left out, a restore that takes two days: each of them looks exactly like a good backup until somebody tries.",
    convincing:
      "A dated record of a restore into an empty place: who did it, how long it took, how old the newest row was, which checks passed. The alarm for a missed backup, and a copy that an intruder in our main account could not delete.",
    howToFix:
      "Agree with the business how much time and how much data may be lost. Restore the latest backup to a spare machine using only the written steps, compare counts and totals, mend the steps, and repeat on a schedule.",
    ability: "recovery",
    weight: 5,
    critical: true,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [
      {
        cost: "data_loss",
        incidentsPerYear: 0.12,
        because: "a backup is needed every few years, and one untried backup in three disappoints",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.1,
        because: "most of those recoveries take days instead of an hour, and get talked about",
      },
    ],
  },
  {
    key: "database-work-limited",
    area: "database_failure",
    title: "Limits on database time and connections",
    text: "Connections, waiting and running time in the database are limited, so one bad query cannot stop everything.",
    why: "One report without an index, or one transaction left open over lunch, holds a lock and a connection. The next requests queue behind it, the pool runs dry, and pages that had nothing to do with it stop as well.",
    convincing:
      "The settings for pool size, waiting time, statement time and idle transactions, with all instances together staying below what the database accepts, and a test in which a slow query is cut off while other pages answer.",
    howToFix:
      "Set limits for statements, locks and idle transactions per database user, tight for requests and wider for jobs. Give jobs and reports a pool of their own, and answer quickly with an error when the pool is empty.",
    ability: "graceful_failure",
    weight: 4,
    critical: false,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 1.5,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.5,
        because: "growing tables produce a query that slows all others every second year",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.4,
        because: "most of those times somebody has to find and end the one query",
      },
    ],
  },
  {
    key: "schema-changes-rehearsed",
    area: "database_failure",
    title: "Schema changes tried on full-size data",
    text: "Each schema change is tried on data of real size first, with its locks known and a way back or around.",
    why: "On the test data the change took a second. On the real table it locked every write for twenty minutes at midday, and halfway through nobody could say whether stopping it would be better or worse.",
    convincing:
      "For the last three schema changes: time and locks measured on a copy of real size, the way back that was tried, and the limit on waiting for locks that was set during the change.",
    howToFix:
      "Split changes into steps that old and new code can both live with: add, fill in small batches, switch, remove later. Give up quickly on a lock that is not free, and rehearse on a recent copy made safe to use.",
    ability: "safe_deploy",
    weight: 4,
    critical: false,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.4,
        because: "with a change or two a month, one goes wrong every second or third year",
      },
      {
        cost: "poor_performance",
        incidentsPerYear: 0.2,
        because: "half of those changes lock everybody out for a while",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.15,
        because:
          "every six or seven years a release is put off because its change to the data takes too long",
      },
    ],
  },
  {
    key: "database-warns-early",
    area: "database_failure",
    title: "Early warnings from the database",
    text: "Disk, connections, replica lag and slow queries warn somebody while there is still time to act.",
    why: "A full disk is one of the few outages that are announced weeks ahead, by a line that anybody could have read. The database stops at night, and freeing space on a stopped database is slow work.",
    convincing:
      "The alerts with their thresholds and receivers, each set off once on purpose, and for disk a forecast of the day on which it will be full.",
    howToFix:
      "Where growth is steady, warn on the time that is left (disk full within fourteen days); elsewhere on a level that lasts (four fifths of connections in use for ten minutes, replica a minute behind). Write the first step to take into each alert.",
    ability: "early_warning",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 1,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.5,
        because: "every other year one of these limits is reached without notice",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.15,
        because: "about one such stop in three lasts until customers notice",
      },
    ],
  },
  {
    key: "database-failover-tried",
    area: "database_failure",
    title: "Switch to the standby database tried",
    text: "We switched to the standby database on purpose, and know the time, the data lost and what works meanwhile.",
    why: "The standby is there, and everyone is confident. Then the first real switch shows that half the instances keep talking to the old machine, that the last seconds of writes are gone, and that nobody had settled who decides.",
    convincing:
      "A dated record of a switch under load: seconds without writes, writes lost, what could still be read, who decided, and whether each instance came back without a restart.",
    howToFix:
      "Switch over in a test environment under load, then in production at a quiet announced hour. Use short connection lifetimes so that instances find the new machine, and serve reading from a replica where stale data is good enough.",
    ability: "recovery",
    weight: 3,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 365,
    effortDays: 3,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.2,
        because: "a database machine is lost or moved every few years, and the first switch needs hands",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.15,
        because: "most first switches are invented on the day, and minutes become hours",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.05,
        because: "one switch in four loses writes that were confirmed just before it",
      },
    ],
  },
];
