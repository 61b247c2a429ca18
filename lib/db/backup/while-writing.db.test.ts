import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { backUp, contents, removeFolders, restore } from "../../testing/backups";
import { spareDatabase, testDatabase } from "../../testing/database";
import { withClient } from "../../testing/databases";
import { aService, scopeOf } from "../../testing/factories";
import type { MadeBackup } from "./write-backup";

const WRITERS = 8;
const QUESTION = "simultaneous-edits-kept";
type Service = Awaited<ReturnType<typeof aService>>;

/** Saves one answer after another, until it is told to stop. */
class Writer {
  /** How many saves were acknowledged. */
  saved = 0;
  constructor(readonly service: Service) {}

  async save(): Promise<void> {
    const scope = scopeOf(this.service.lead, "answer:save", this.service.resource);
    const verdict = this.saved % 2 === 0 ? "no" : "yes";
    await saveAnswer(
      scope,
      QUESTION,
      { verdict, reason: `save ${this.saved + 1}`, expectedVersion: this.saved },
      new Date(),
    );
    this.saved += 1;
  }

  async until(isOver: () => boolean): Promise<void> {
    while (!isOver()) await this.save();
  }
}

const writers: Writer[] = [];
/** Two backups, one after the other, while all write. */
const taken: { before: number[]; backup: MadeBackup; after: number[] }[] = [];
const counts = () => writers.map(({ saved }) => saved);

beforeAll(async () => {
  for (let index = 0; index < WRITERS; index += 1)
    writers.push(new Writer(await aService({ name: `Service ${index}` })));
  for (const writer of writers) await writer.save();
  let over = false;
  const writing = Promise.all(writers.map((writer) => writer.until(() => over)));
  try {
    for (let round = 0; round < 2; round += 1) {
      const before = counts();
      const backup = await backUp(testDatabase());
      taken.push({ before, backup, after: counts() });
    }
  } finally {
    over = true;
    await writing;
  }
}, 120_000);
afterAll(removeFolders);

describe("backups taken while eight people write", { timeout: 120_000 }, () => {
  it.each([0, 1])(
    "%s: hold each save wholly or not at all, and every one that was acknowledged before",
    async (round) => {
      const { before, backup, after } = taken[round] ?? { before: [], after: [] };
      const target = await spareDatabase();
      await restore(backup?.file ?? "", target);
      const { rows } = await withClient(target, (client) =>
        client.query<{
          id: string;
          version: number;
          entries: number;
          whole: boolean;
          points: number;
          events: number;
        }>(
          `select s."id", a."version",
           (select count(*)::int from "Entry" e where e."serviceId" = s."id") as "entries",
           exists (select from "Entry" e where e."serviceId" = s."id" and e."version" = a."version" and e."to" = a."verdict"
             and e."reason" = a."reason") as "whole",
           (select count(*)::int from "ReadinessPoint" p where p."serviceId" = s."id" and p."cause" = 'answer') as "points",
           (select count(*)::int from "AuditEvent" v where v."subjectId" = s."id"::text and v."action" = 'answer.saved') as "events"
         from "Service" s join "Answer" a on a."serviceId" = s."id"`,
        ),
      );
      expect(rows).toHaveLength(WRITERS);
      for (const [index, { service }] of writers.entries()) {
        const row = rows.find(({ id }) => id === service.id);
        expect(row).toMatchObject({
          entries: row?.version,
          whole: true,
          points: row?.version,
          events: row?.version,
        });
        expect(row?.version).toBeGreaterThanOrEqual(before[index] ?? 0);
        // One may have been committed and not acknowledged yet.
        expect(row?.version).toBeLessThanOrEqual((after[index] ?? 0) + 1);
      }
    },
  );

  it("disturbed nobody: all went on, and everything that was acknowledged is in force", async () => {
    for (const { before, after } of taken) {
      const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
      expect(sum(after)).toBeGreaterThan(sum(before));
    }
    const now = await contents(testDatabase());
    expect(now.Entry?.rows).toBe(counts().reduce((total, each) => total + each, 0));
  });
});
