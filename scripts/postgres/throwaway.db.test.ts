import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { expect, it } from "vitest";
import { withClient } from "../../lib/testing/databases";
import { isServerOf, recordedServer } from "./cluster.mjs";

const PROGRAM = `
  const { startThrowaway } = await import(${JSON.stringify(new URL("throwaway.mjs", import.meta.url).href)});
  const { adminUrl } = await startThrowaway();
  console.log(adminUrl);
  setInterval(() => {}, 1_000_000);
`;

it("a throwaway Postgres ends, and its folder goes, when whoever made it is killed", async () => {
  const maker = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(maker.stdout, "data");
  const cluster = await withClient(String(line).trim(), async (client) => {
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory ?? "";
  });
  const pid = (await recordedServer(cluster))?.pid ?? 0;
  expect(await isServerOf(cluster, pid)).toBe(true);

  maker.kill("SIGKILL");
  await expect.poll(() => isServerOf(cluster, pid)).toBe(false);
  await expect.poll(() => existsSync(dirname(dirname(cluster)))).toBe(false);
});
