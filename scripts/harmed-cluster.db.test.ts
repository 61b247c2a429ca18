import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withClient } from "@/lib/testing/databases";
import { dataFolder, removeDataFolder } from "@/lib/testing/own-postgres";
import { start } from "./embedded-postgres.mjs";
import { clusterFolder } from "./postgres/layout.mjs";
import { Problem } from "./start/output.mjs";

let dataDir: string;
beforeAll(async () => {
  dataDir = dataFolder();
  const made = await start({ dataDir, durable: false });
  await withClient(made.url, (client) => client.query("create table wall (id int)"));
  await made.stop();
});
afterAll(() => removeDataFolder(dataDir));

const refusal = async () => {
  const error = await start({ dataDir, durable: false }).catch((reason) => reason);
  expect(error).toBeInstanceOf(Problem);
  return (error as Problem).message;
};

describe("data of the embedded Postgres that was harmed", () => {
  it.each([
    ["", /PG_VERSION does not say which Postgres made this data: it is empty or missing/],
    ["eighteen\n", /PG_VERSION .*: it says "eighteen"/],
    ["17\n", /was made by Postgres 17, and this release of Plumbline brings \d+/],
  ])("PG_VERSION %j: says what it is and what to do, and changes nothing", async (text, said) => {
    const path = join(clusterFolder(dataDir), "PG_VERSION");
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, text);
    const message = await refusal();
    expect(message).toMatch(said);
    expect(message).toMatch(
      /Nothing was changed\. (Put the folder .* back from a backup|Start the release that made it)/,
    );
    expect(readFileSync(path, "utf8")).toBe(text);
    writeFileSync(path, whole);
  });

  it.each([
    ["", /postmaster\.pid should name the process that serves this data, and it is empty/],
    ["\0\0garbage", /postmaster\.pid should name .*, and it says "\\u0000\\u0000garbage"/],
  ])(
    "postmaster.pid %j: says what it is and what to do, and starts once that is done",
    async (text, said) => {
      const path = join(clusterFolder(dataDir), "postmaster.pid");
      writeFileSync(path, text);
      const message = await refusal();
      expect(message).toMatch(said);
      expect(message).toMatch(
        /Your data is kept.* Make sure that no Postgres runs .*remove that file, then start again/s,
      );
      expect(readFileSync(path, "utf8")).toBe(text);
      rmSync(path);
      const again = await start({ dataDir, durable: false });
      await withClient(again.url, (client) => client.query("select * from wall"));
      await again.stop();
    },
  );
});
