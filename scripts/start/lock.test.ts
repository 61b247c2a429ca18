import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acquire } from "./lock.mjs";

const folder = () => mkdtempSync(join(tmpdir(), "plumbline-lock-"));

describe("acquire", () => {
  it("gives a folder to one at a time, for each purpose", async () => {
    const path = folder();
    const first = await acquire(path, "serve");
    expect(first).not.toBeNull();
    expect(await acquire(path, "serve")).toBeNull();
    expect(await acquire(path, "prepare")).not.toBeNull();
    expect(await acquire(folder(), "serve")).not.toBeNull();
    await first?.release();
    expect(await acquire(path, "serve")).not.toBeNull();
  });

  it("lets exactly one of many win", async () => {
    const path = folder();
    const locks = await Promise.all(Array.from({ length: 20 }, () => acquire(path, "serve")));
    expect(locks.filter(Boolean)).toHaveLength(1);
  });

  it("is free again as soon as its holder was killed", async () => {
    const path = folder();
    const program = `import(${JSON.stringify(new URL("./lock.mjs", import.meta.url).href)})
      .then(({ acquire }) => acquire(${JSON.stringify(path)}, "serve")).then((lock) => { console.log(Boolean(lock)); setInterval(() => {}, 1000); });`;
    const holder = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
    const [said] = await once(holder.stdout, "data");
    expect(String(said).trim()).toBe("true");
    expect(await acquire(path, "serve")).toBeNull();
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(await acquire(path, "serve")).not.toBeNull();
  });
});
