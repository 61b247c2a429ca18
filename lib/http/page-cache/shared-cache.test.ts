import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CacheEntry, SharedCache } from "./shared-cache";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});
const made = (value: string, { ms = 60_000, bytes = 10 } = {}): CacheEntry<string> => ({
  value,
  until: Date.now() + ms,
  bytes,
});
const shelf = () => new SharedCache<string>({ bytes: 100, places: 5, askedMs: 60_000 });

describe("what is made once for many", () => {
  it("is not made for who asks first, made for the second, and kept for the rest", async () => {
    const pages = shelf();
    const make = vi.fn(async () => made("page"));
    expect(await pages.get("a", make)).toBeNull();
    expect(make).not.toHaveBeenCalled();
    expect(await pages.get("a", make)).toBe("page");
    expect(await pages.get("a", make)).toBe("page");
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("is made once for all who ask while it is being made", async () => {
    const pages = shelf();
    const make = vi.fn(async () => {
      await Promise.resolve();
      return made("page");
    });
    const all = await Promise.all(Array.from({ length: 50 }, () => pages.get("a", make)));
    expect(all.filter((each) => each === null)).toHaveLength(1);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("is over at its instant; then the next one counts as the first again", async () => {
    const pages = shelf();
    await pages.get("a", async () => made("old"));
    await pages.get("a", async () => made("old", { ms: 500 }));
    vi.advanceTimersByTime(499);
    expect(await pages.get("a", async () => made("new"))).toBe("old");
    vi.advanceTimersByTime(1);
    expect(await pages.get("a", async () => made("new"))).toBeNull();
  });

  it("what cannot be made is not tried again and again; what broke is", async () => {
    const pages = shelf();
    const refuse = vi.fn(async () => null);
    for (let time = 0; time < 5; time += 1) expect(await pages.get("a", refuse)).toBeNull();
    expect(refuse).toHaveBeenCalledTimes(1);
    await pages.get("b", async () => made("b"));
    await expect(pages.get("b", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await pages.get("b", async () => made("b"))).toBe("b");
  });

  it("makes room: what was asked for longest ago goes first, by bytes and by number", async () => {
    const pages = shelf();
    for (const key of ["a", "b", "c"]) {
      await pages.get(key, async () => null);
      await pages.get(key, async () => made(key, { bytes: 40 }));
    }
    const none = async () => null;
    expect(await pages.get("b", none)).toBe("b");
    expect(await pages.get("c", none)).toBe("c");
    expect(await pages.get("a", none)).toBeNull();
    for (const key of ["1", "2", "3", "4"]) await pages.get(key, none);
    expect(await pages.get("b", async () => made("again"))).toBeNull();
  });
});
