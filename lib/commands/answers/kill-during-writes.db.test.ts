import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, start } from "../../../scripts/embedded-postgres.mjs";
import { db, pool } from "../../db/client";
import { checklistVersion } from "../../db/published-questions";
import { applies } from "../../domain/applies";
import { AppError } from "../../domain/errors";
import { createTemplate } from "../../testing/databases";
import { aService, scopeOf } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { dataFolder, killServer, removeDataFolder } from "../../testing/own-postgres";
import { saveAnswer } from "./save-answer";

process.env.LOG_LEVEL ??= "silent";
const VERDICTS = ["no", "partly", "unclear"] as const;

describe("kill -9 of Postgres while answers are saved", () => {
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  beforeAll(async () => {
    dataDir = dataFolder();
    postgres = await start({ dataDir });
    process.env.DATABASE_URL = await createTemplate(postgres.adminUrl, "killed");
  });
  afterAll(async () => {
    await db().$disconnect();
    await pool().end();
    await removeDataFolder(dataDir);
  });

  it("every acknowledged save is there exactly once, and points equal the fold", async () => {
    const services = [await aService(), await aService(), await aService(), await aService()];
    const { checklistVersionId } = await db().service.findFirstOrThrow();
    const { questions } = await checklistVersion(checklistVersionId);
    const keys = questions.filter((each) => applies(each, { tier: 3, tags: [] })).map(({ key }) => key);

    const acknowledged: { serviceId: string; questionKey: string; version: number; reason: string }[] = [];
    let failures = 0;
    let going = true;
    /** Saves one question again and again; a save that failed is sent again as it was, as a browser does. */
    async function write(service: (typeof services)[number], questionKey: string): Promise<void> {
      const scope = scopeOf(service.member, "answer:save", service.resource);
      for (let version = 1; going; version += 1) {
        const reason = `${questionKey} ${version}`;
        const body = { verdict: VERDICTS[version % 3] ?? "no", reason, expectedVersion: version - 1 };
        for (;;) {
          try {
            const saved = await saveAnswer(scope, questionKey, body, new Date());
            expect(saved.version).toBe(version);
            break;
          } catch (error) {
            if (error instanceof AppError && error.code === "conflict") throw error;
            if (!(error instanceof Error) || error.name === "AssertionError") throw error;
            failures += 1;
            await sleep(100);
          }
        }
        acknowledged.push({ serviceId: service.id, questionKey, version, reason });
      }
    }
    const writers = services.flatMap((service) => keys.slice(0, 3).map((key) => write(service, key)));
    const ended = Promise.all(writers);
    ended.catch(() => undefined);

    for (let killed = 0; killed < 2; killed += 1) {
      const before = acknowledged.length;
      await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 40);
      await killServer(dataDir);
      await start({ dataDir });
    }
    const recovered = acknowledged.length;
    await expect.poll(() => acknowledged.length).toBeGreaterThan(recovered + 20);
    going = false;
    await ended;
    expect(failures).toBeGreaterThan(0);

    const entries = await db().entry.findMany({ orderBy: { id: "asc" } });
    const there = entries.map(({ serviceId, questionKey, version, reason }) =>
      [serviceId, questionKey, version, reason].join(" "),
    );
    const told = acknowledged.map((each) => Object.values(each).join(" "));
    expect(there.sort()).toEqual(told.sort());
    expect(await db().auditEvent.count({ where: { action: { startsWith: "answer" } } })).toBe(told.length);

    const newest = new Map(entries.map((entry) => [`${entry.serviceId} ${entry.questionKey}`, entry]));
    const answers = await db().answer.findMany();
    expect(answers).toHaveLength(newest.size);
    for (const { serviceId, questionKey, version, verdict, reason } of answers) {
      expect(newest.get(`${serviceId} ${questionKey}`)).toMatchObject({ version, to: verdict, reason });
    }
    for (const { id } of services) {
      const { current, fold } = await currentAndFold(id);
      expect(current).toEqual(fold);
    }
  });
});
