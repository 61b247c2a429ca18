import { beforeEach, describe, expect, it, vi } from "vitest";
import { kept, type Made } from "./kept";

const NOON = new Date("2026-06-15T12:00:00.000Z");
const later = (ms: number) => new Date(NOON.getTime() + ms);
let counter = 0;
let key = "";
beforeEach(() => {
  counter += 1;
  key = `key ${counter}`;
});
const made = <T>(value: T, until: Date | null = null): Made<T> => ({ value, until });
const once = <T>(value: T, until: Date | null = null) => vi.fn(async () => made(value, until));

describe("what was made for the same key", () => {
  it("is the same thing again, not another like it", async () => {
    const make = once({ some: "thing" });
    const first = await kept(key, NOON, make);
    expect(await kept(key, later(59_999), make)).toBe(first);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("is made once for all who ask meanwhile", async () => {
    let finish = (_: Made<string>) => {};
    const make = vi.fn(() => new Promise<Made<string>>((resolve) => (finish = resolve)));
    const asked = [kept(key, NOON, make), kept(key, later(5), make), kept(key, later(-5), make)];
    finish(made("it"));
    expect(await Promise.all(asked)).toEqual(["it", "it", "it"]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["after a minute", null, 60_000],
    ["when its time is over", later(1_000), 1_000],
    ["for an instant before it was made", null, -1],
  ])("is made anew %s", async (_, until, ms) => {
    await kept(key, NOON, once("old", until));
    expect(await kept(key, later(ms), once("new"))).toBe("new");
  });

  it("is not kept at all when its time is over at once", async () => {
    await kept(key, NOON, once("old", NOON));
    expect(await kept(key, NOON, once("new"))).toBe("new");
  });

  it("is tried again after a failure, which everybody who waited is told of", async () => {
    const broken = vi.fn(async () => {
      throw new Error("away");
    });
    const asked = [kept(key, NOON, broken), kept(key, NOON, broken)];
    for (const each of asked) await expect(each).rejects.toThrow("away");
    expect(broken).toHaveBeenCalledTimes(1);
    expect(await kept(key, NOON, once("there"))).toBe("there");
  });
});

describe("room", () => {
  it("is made for new things by forgetting those that nobody asked for lately", async () => {
    await kept(`${key} used`, NOON, once("used"));
    await kept(`${key} unused`, NOON, once("unused"));
    for (let n = 0; n < 199; n += 1) {
      await kept(`${key} ${n}`, NOON, once(n));
      await kept(`${key} used`, NOON, once("forgotten"));
    }
    expect(await kept(`${key} used`, NOON, once("forgotten"))).toBe("used");
    expect(await kept(`${key} unused`, NOON, once("forgotten"))).toBe("forgotten");
  });

  it("is bounded by how much there is, too", async () => {
    const big = "x".repeat(20_000_000);
    for (const name of ["a", "b", "c"]) await kept(`${key} ${name}`, NOON, once(big + name));
    expect(await kept(`${key} c`, NOON, once("forgotten"))).toBe(`${big}c`);
    expect(await kept(`${key} a`, NOON, once("forgotten"))).toBe("forgotten");
  });
});
