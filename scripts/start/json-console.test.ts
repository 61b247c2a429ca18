import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const MODULE = fileURLToPath(new URL("json-console.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "plumbline-console-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As Next does: what nobody caught is said on the console. Says on standard error how often that was. */
const SERVER = `
  let uncaught = 0;
  process.on("uncaughtException", (error) => { uncaught += 1; if (uncaught < 50) console.error(error); });
  console.log("one");
  setTimeout(() => console.warn("two"), 20);
  setTimeout(() => { process.stderr.write(String(uncaught)); process.exit(0); }, 200);`;

/** Runs the server with a standard output. @returns how often something was not caught */
async function run(stdout: number | "pipe", unread = false): Promise<{ uncaught: string; said: string }> {
  const child = spawn(process.execPath, ["--import", MODULE, "--eval", SERVER], {
    stdio: ["ignore", stdout, "pipe"],
    env: { ...process.env, LOG_LEVEL: "info" },
  });
  let [uncaught, said] = ["", ""];
  child.stderr?.on("data", (piece) => {
    uncaught += String(piece);
  });
  if (unread) child.stdout?.destroy();
  else
    child.stdout?.on("data", (piece) => {
      said += String(piece);
    });
  await new Promise((resolve) => child.once("close", resolve));
  return { uncaught, said };
}
async function runInto(path: string) {
  const fd = openSync(path, "w");
  try {
    return (await run(fd)).uncaught;
  } finally {
    closeSync(fd);
  }
}
const messages = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).msg);

describe("the console as JSON", () => {
  it.skipIf(!existsSync("/dev/full"))("loses lines on a full disk, and nothing else", async () => {
    expect(await runInto("/dev/full")).toBe("0");
  });

  it("loses lines that nobody reads any more, and nothing else", async () => {
    expect((await run("pipe", true)).uncaught).toBe("0");
  });

  it("is a line each, in a file and in a pipe", async () => {
    const file = join(folder, "log");
    expect(await runInto(file)).toBe("0");
    expect(messages(readFileSync(file, "utf8"))).toEqual(["one", "two"]);
    const { uncaught, said } = await run("pipe");
    expect([uncaught, ...messages(said)]).toEqual(["0", "one", "two"]);
  });
});
