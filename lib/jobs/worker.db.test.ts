import { afterEach, describe, expect, it, vi } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { metrics } from "../config/metrics";
import { db } from "../db/client";
import { spareDatabase, testDatabase } from "../testing/database";
import { withClient } from "../testing/databases";
import { aService, daysLater, scopeOf } from "../testing/factories";
import { type Jobs, runJobs } from "./worker";

process.env.LOG_LEVEL ??= "silent";

const QUESTION = "surprising-input-survived";
const running: Jobs[] = [];
const start = (url = testDatabase()) => {
  const jobs = runJobs(url);
  running.push(jobs);
  return jobs;
};
const until = (test: () => Promise<boolean>, timeout = 60_000) =>
  vi.waitFor(
    async () => {
      if (!(await test())) throw new Error("not yet");
    },
    { timeout, interval: 50 },
  );

/** A service with an answer that went stale long before the clock of this machine. */
async function aged() {
  const service = await aService({ tier: 4 }, daysLater(-2000));
  const scope = scopeOf(service.member, "answer:save", service.resource);
  await saveAnswer(scope, QUESTION, { verdict: "yes", expectedVersion: 0, reason: "so" }, daysLater(-1999));
  const points = () => db().readinessPoint.count({ where: { serviceId: service.id, cause: "ageing" } });
  return { service, points };
}
const done = async (task: string) => {
  const { values } = await metrics().jobs.get();
  return values
    .filter(({ labels }) => labels.task === task && labels.result === "done")
    .reduce((sum, { value }) => sum + value, 0);
};
/** A row as if it were another minute: what the queue does by itself every minute. */
const ask = (task: string) =>
  withClient(testDatabase(), (client) =>
    client.query("SELECT graphile_worker.add_job($1, '{}', job_key => $1, max_attempts => 1)", [task]),
  );

afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
});

describe("the jobs of a process", () => {
  it("do at once what came due while none ran, and no more than once", async () => {
    const { points } = await aged();
    start();
    await until(async () => (await points()) === 1);
    await until(async () => (await done("purge")) > 0);
    const { values } = await metrics().jobLastSuccess.get();
    expect(values.find(({ labels }) => labels.task === "age-services")?.value).toBeGreaterThan(
      Date.now() / 1000 - 60,
    );
  });

  it("of two processes do it once between them", async () => {
    const { points } = await aged();
    const both = [start(), start()];
    await until(async () => (await points()) === 1);
    await ask("age-services");
    await Promise.all(both.map((jobs) => jobs.stop()));
    expect(await points()).toBe(1);
  });

  it("are asked for once a minute, whatever the number of processes", async () => {
    start();
    start();
    const known = () =>
      withClient(testDatabase(), (client) =>
        client.query<{ identifier: string }>(
          "SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY 1",
        ),
      ).then(({ rows }) => rows.map((row) => row.identifier));
    await until(async () => (await known()).length > 0);
    expect(await known()).toEqual(expect.arrayContaining(["age-services", "fill-days", "purge"]));
  });

  it("come back when their connections are cut", async () => {
    const { points } = await aged();
    start();
    await until(async () => (await points()) === 1);
    const second = await aged();
    await withClient(testDatabase(), (client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'plumbline-jobs' AND datname = current_database()",
      ),
    );
    await ask("age-services");
    await until(async () => (await second.points()) === 1);
  });

  it("go on beside one that a killed process holds for ever", async () => {
    start();
    await until(async () => (await done("age-services")) > 0);
    await ask("age-services");
    const { points } = await aged();
    await withClient(testDatabase(), async (client) => {
      await client.query(
        "SELECT graphile_worker.add_job('age-services', '{}', job_key => 'age-services', run_at => now() + interval '1 hour')",
      );
      await client.query(
        "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'killed', attempts = 1",
      );
    });
    await ask("age-services");
    await until(async () => (await points()) === 1);
    await withClient(testDatabase(), (client) => client.query("DELETE FROM graphile_worker._private_jobs"));
  });

  it("wait for a database that is not there yet, and end when they are told to meanwhile", async () => {
    const nowhere = new URL(testDatabase());
    nowhere.pathname = "/nothing_here";
    const jobs = start(nowhere.href);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await jobs.stop();
  });

  it("end after the work that is under way, and leave nothing locked or open", async () => {
    const { points } = await aged();
    const jobs = start();
    await until(async () => (await points()) === 1);
    await jobs.stop();
    await withClient(testDatabase(), async (client) => {
      const locked = await client.query(
        "SELECT 1 FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL",
      );
      expect(locked.rows).toEqual([]);
      await until(async () => {
        const open = await client.query(
          "SELECT 1 FROM pg_stat_activity WHERE application_name = 'plumbline-jobs' AND datname = current_database()",
        );
        return open.rows.length === 0;
      });
    });
  });
});

describe("a database user who may make no schema", () => {
  it("gets the work done all the same", async () => {
    const admin = await spareDatabase("template");
    const role = `plain_${process.pid}`;
    await withClient(admin, async (client) => {
      await client.query(`DROP ROLE IF EXISTS ${role}`);
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'plain'`);
    });
    const url = new URL(admin);
    url.username = role;
    url.password = "plain";
    const { points } = await aged();
    try {
      start(url.href);
      await until(async () => (await points()) === 1);
    } finally {
      await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
      await withClient(admin, (client) => client.query(`DROP ROLE ${role}`));
    }
    const there = await withClient(admin, (client) =>
      client.query("SELECT 1 FROM information_schema.schemata WHERE schema_name = 'graphile_worker'"),
    );
    expect(there.rows).toEqual([]);
  });
});
