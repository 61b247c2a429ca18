import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

const FOLLOW = new URL("leave-with-parent.mjs", import.meta.url).href;
const PARENT = `
  const { spawn } = require("node:child_process");
  const child = spawn(process.execPath, ["--import", ${JSON.stringify(FOLLOW)}, "-e", "setInterval(() => {}, 1_000_000); console.log('up')"], {
    env: { ...process.env, PLUMBLINE_PARENT: String(process.pid) },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  child.stdout.once("data", () => console.log(child.pid));
  setInterval(() => {}, 1_000_000);
`;

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it("a server ends when the process that started it is killed", async () => {
  const parent = spawn(process.execPath, ["-e", PARENT], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(parent.stdout, "data");
  const pid = Number(String(line));
  expect(isAlive(pid)).toBe(true);
  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(pid)).toBe(false);
});
