import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Agreement, lead } from "./leadership";

/** Web Locks as far as they are used: one holder, the others in line. */
class FakeLocks {
  #held = false;
  readonly #line: (() => void)[] = [];
  readonly request = (async (
    _: string,
    { signal }: { signal: AbortSignal },
    work: () => Promise<void> | undefined,
  ) => {
    if (this.#held) {
      await new Promise<void>((resolve, reject) => {
        this.#line.push(resolve);
        signal.addEventListener("abort", () => {
          const at = this.#line.indexOf(resolve);
          if (at >= 0) this.#line.splice(at, 1);
          reject(new DOMException("given up", "AbortError"));
        });
      });
    }
    this.#held = true;
    await work();
    this.#held = false;
    this.#line.shift()?.();
  }) as unknown as LockManager["request"];
}
function fakeStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

let leaders: string[];
const work = (name: string) => () => {
  leaders.push(name);
  return () => {
    leaders = leaders.filter((each) => each !== name);
  };
};
beforeEach(() => {
  vi.useFakeTimers();
  leaders = [];
});
afterEach(() => vi.useRealTimers());

describe.each<[string, () => Agreement]>([
  ["a Web Lock", () => ({ locks: new FakeLocks() })],
  ["a lease, where there is no https", () => ({ storage: fakeStorage() })],
])("by %s", (_, make) => {
  it("one tab leads, and the next when it gives up", async () => {
    const agreement = make();
    const giveUp = lead(agreement, work("a"));
    const leave = lead(agreement, work("b"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(leaders).toEqual(["a"]);
    giveUp();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(leaders).toEqual(["b"]);
    leave();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(leaders).toEqual([]);
  });

  it("who gave up while waiting never leads", async () => {
    const agreement = make();
    const giveUp = lead(agreement, work("a"));
    lead(agreement, work("b"))();
    giveUp();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(leaders).toEqual([]);
  });

  it("who gave up may come again", async () => {
    const agreement = make();
    lead(agreement, work("a"))();
    const giveUp = lead(agreement, work("a"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(leaders).toEqual(["a"]);
    giveUp();
  });
});

describe("by a lease", () => {
  it("a tab that died is followed within seconds", async () => {
    const storage = fakeStorage();
    storage.setItem("plumbline.live", JSON.stringify({ tab: "dead", until: Date.now() + 3_000 }));
    const giveUp = lead({ storage }, work("b"));
    expect(leaders).toEqual([]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(leaders).toEqual(["b"]);
    giveUp();
  });

  it("who lost it, having slept, stops", async () => {
    const storage = fakeStorage();
    const giveUp = lead({ storage }, work("a"));
    storage.setItem("plumbline.live", JSON.stringify({ tab: "other", until: Date.now() + 3_000 }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(leaders).toEqual([]);
    giveUp();
    expect(storage.getItem("plumbline.live")).toContain("other");
  });

  it("what cannot be read, and a lease from a clock that was wrong, hold nobody up", () => {
    for (const nonsense of ["{", "null", JSON.stringify({ tab: "x", until: Date.now() + 9e9 })]) {
      const storage = fakeStorage();
      storage.setItem("plumbline.live", nonsense);
      const giveUp = lead({ storage }, work(nonsense));
      expect(leaders).toEqual([nonsense]);
      giveUp();
    }
  });
});

it("where tabs cannot agree, each listens for itself", () => {
  const leave = [lead({}, work("a")), lead({}, work("b"))];
  expect(leaders).toEqual(["a", "b"]);
  for (const each of leave) each();
  expect(leaders).toEqual([]);
});
