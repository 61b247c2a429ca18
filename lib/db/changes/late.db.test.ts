import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { LONGEST_MS } from "../../domain/patience";
import { purge } from "../../jobs/purge";
import { testDatabase } from "../../testing/database";
import { db } from "../client";
import { ChangeHub } from "./hub";

process.env.LOG_LEVEL ??= "silent";

const hub = new ChangeHub();
afterEach(() => hub.close());

/** A change as a transaction writes it that has been going on for so long. */
const write = (client: pg.Client, subject: string, agoMs: number) =>
  client.query(
    `INSERT INTO "Change" ("at", "action", "subjectType", "subjectId")
     VALUES (clock_timestamp() - $2 * interval '1 ms', 'import.run', 'organisation', $1)`,
    [subject, agoMs],
  );

it("what is written first and committed last, as late as a transaction may, is told, and kept until it is read", async () => {
  const [slow, quick] = [0, 1].map(() => new pg.Client({ connectionString: testDatabase() }));
  if (!slow || !quick) throw new Error("unreachable");
  await Promise.all([slow.connect(), quick.connect()]);
  await slow.query("BEGIN");
  await write(slow, "late", LONGEST_MS - 5_000);
  await write(quick, "before it", LONGEST_MS - 10_000);
  await write(quick, "meanwhile", 1_000);
  const heard: string[] = [];
  await hub.listen({ change: ({ subject }) => heard.push(subject), reset: () => heard.push("reset") });
  await slow.query("COMMIT");
  await expect.poll(() => heard, { timeout: 20_000 }).toContain("late");
  await purge(new Date(Date.now() + 20_000));
  const kept = await db().change.findMany({ where: { subjectId: "late" } });
  expect(kept).toHaveLength(1);
  await Promise.all([slow.end(), quick.end()]);
});
