import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metrics } from "../config/metrics";
import { checkBackup } from "../db/backup/restore-backup";
import { db } from "../db/client";
import { aFolder, removeFolders } from "../testing/backups";
import { MIGRATIONS } from "../testing/databases";
import { daysLater, NOON } from "../testing/factories";
import { backUpDaily } from "./back-up";

process.env.LOG_LEVEL ??= "silent";

const folder = join(aFolder(), "backups");
const lastBackup = async () => (await metrics().lastBackup.get()).values[0]?.value;
afterAll(removeFolders);

describe("a backup a day", () => {
  it("is not made before Plumbline was set up", async () => {
    await backUpDaily(folder, daysLater(-1));
    expect(() => readdirSync(folder)).toThrow(/ENOENT/);
  });

  describe("once it was", () => {
    beforeAll(() =>
      db().organisation.create({
        data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
      }),
    );

    it("is made at once, for its owner alone, and can be restored", async () => {
      await backUpDaily(folder, NOON);
      expect(readdirSync(folder)).toEqual(["plumbline-daily-2026-06-15T12-00-00Z.tar.gz"]);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      const file = join(folder, "plumbline-daily-2026-06-15T12-00-00Z.tar.gz");
      await expect(checkBackup({ file, migrations: MIGRATIONS })).resolves.toMatchObject({
        product: "plumbline",
      });
      expect(await lastBackup()).toBe(NOON.getTime() / 1000);
    });

    it("is made again after a day and not before; the last seven stay, and whatever else is there", async () => {
      const mine = [
        "notes.txt",
        "plumbline-2026-06-01T12-00-00Z.tar.gz",
        "plumbline-2026-06-25T13-00-00Z.tar.gz",
      ];
      for (const name of mine) writeFileSync(join(folder, name), "mine");
      for (let hours = 6; hours <= 10 * 24; hours += 6) await backUpDaily(folder, daysLater(hours / 24));
      const names = Array.from(
        { length: 7 },
        (_, index) => `plumbline-daily-2026-06-${19 + index}T12-00-00Z.tar.gz`,
      );
      expect(readdirSync(folder).sort()).toEqual([...mine, ...names]);
      expect(await lastBackup()).toBe(daysLater(10).getTime() / 1000);
    });

    it("waits for one that is under way, and clears away what one that was killed had begun", async () => {
      const draft = join(folder, "plumbline-daily-2026-06-26T11-59-00Z.tar.gz.13.partial");
      writeFileSync(draft, "half");
      utimesSync(draft, daysLater(11), daysLater(11));
      const before = readdirSync(folder);
      await backUpDaily(folder, daysLater(11, 30 * 60_000));
      expect(readdirSync(folder)).toEqual(before);
      await backUpDaily(folder, daysLater(11, 61 * 60_000));
      const after = readdirSync(folder).filter((name) => name.startsWith("plumbline-daily-"));
      expect(after.at(-1)).toBe("plumbline-daily-2026-06-26T13-01-00Z.tar.gz");
      expect(after).toHaveLength(7);
    });

    it("that cannot be made says why, loses none of those that are there, and is tried again later", async () => {
      const taken = join(aFolder(), "taken");
      writeFileSync(taken, "a file where the folder should be");
      await expect(backUpDaily(taken, daysLater(20))).rejects.toThrow(/EEXIST|ENOTDIR/);
      await expect(backUpDaily(taken, daysLater(20, 60_000))).resolves.toBeUndefined();
      await expect(backUpDaily(taken, daysLater(20, 16 * 60_000))).rejects.toThrow(/EEXIST|ENOTDIR/);
      expect(readFileSync(taken, "utf8")).toBe("a file where the folder should be");
      expect(readdirSync(folder).filter((name) => name.startsWith("plumbline-daily-"))).toHaveLength(7);
    });
  });
});
