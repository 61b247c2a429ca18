import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { lifecycle } from "../../config/lifecycle";
import { once } from "../../config/once";
import { type LossGroup, simulatedLosses, spreadOf as spreadHere } from "../../domain/simulation";
import { simulate } from "./simulation-thread";
import { spreadOf } from "./spread";

const GROUPS: LossGroup[] = [
  { stream: 0, rate: 2, mu: 9, sigma: 0.8 },
  { stream: 1, rate: 0.3, mu: 11, sigma: 1.1 },
];
interface Thread {
  worker: { threadId: number; terminate(): Promise<number> };
  waiting: Map<number, unknown>;
}
const thread = () => once("simulation", () => ({ thread: null as Thread | null })).thread;

describe("the thread that simulates (R7)", () => {
  it("answers what the same simulation answers here", async () => {
    expect(await simulate(GROUPS)).toEqual(spreadHere(simulatedLosses(GROUPS)));
  });

  it("is one thread, however many ask at once, and each gets their own answer", async () => {
    const rates = [1, 2, 3, 4, 5, 6];
    const answers = await Promise.all(
      rates.map((rate) => simulate([{ stream: 0, rate, mu: 9, sigma: 0.5 }])),
    );
    const before = thread()?.worker.threadId;
    for (const [index, { p50 }] of answers.entries()) {
      expect(p50).toBe(
        spreadHere(simulatedLosses([{ stream: 0, rate: rates[index] ?? 0, mu: 9, sigma: 0.5 }])).p50,
      );
    }
    await simulate(GROUPS);
    expect(thread()?.worker.threadId).toBe(before);
  });

  it("is replaced when it died, and whoever waited is told", async () => {
    const first = thread()?.worker.threadId;
    const asked = simulate(Array.from({ length: 40 }, (_, mu) => ({ stream: mu, rate: 20, mu, sigma: 1 })));
    const told = expect(asked).rejects.toMatchObject({ code: "unavailable" });
    await thread()?.worker.terminate();
    await told;
    expect((await simulate(GROUPS)).p50).toBeGreaterThan(0);
    expect(thread()?.worker.threadId).not.toBe(first);
  });

  it("goes on for the others when one only stood too long in the queue", async () => {
    await simulate(GROUPS);
    const before = thread()?.worker.threadId;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const first = simulate([{ stream: 0, rate: 7, mu: 9, sigma: 0.5 }]);
      const asked = simulate(Array.from({ length: 40 }, (_, mu) => ({ stream: mu, rate: 20, mu, sigma: 1 })));
      const told = expect(asked).rejects.toMatchObject({ code: "unavailable" });
      vi.advanceTimersByTime(9_000);
      const third = simulate([{ stream: 0, rate: 8, mu: 9, sigma: 0.5 }]);
      await first;
      vi.advanceTimersByTime(1_000);
      await told;
      expect((await third).p50).toBeGreaterThan(0);
      expect(thread()?.worker.threadId).toBe(before);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is replaced when it answers nobody", async () => {
    await simulate(GROUPS);
    const before = thread()?.worker.threadId;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const asked = simulate(Array.from({ length: 40 }, (_, mu) => ({ stream: mu, rate: 20, mu, sigma: 1 })));
    const told = expect(asked).rejects.toMatchObject({ code: "unavailable" });
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await told;
    expect((await simulate(GROUPS)).p50).toBeGreaterThan(0);
    expect(thread()?.worker.threadId).not.toBe(before);
  });

  it("says what is wrong with what it was asked, and goes on", async () => {
    await expect(simulate([null as unknown as LossGroup])).rejects.toThrow(RangeError);
    expect((await simulate(GROUPS)).p50).toBeGreaterThan(0);
  });
});

describe("a spread", () => {
  it("is simulated once for the same groups, in whatever order they stand, and for those that ask meanwhile", async () => {
    const asked = Promise.all([spreadOf(GROUPS), spreadOf(GROUPS.toReversed())]);
    expect(thread()?.waiting.size).toBe(1);
    const [one, other] = await asked;
    expect(other).toBe(one);
    expect(await spreadOf(GROUPS)).toBe(one);
  });

  it("is not kept when it could not be made", async () => {
    const groups = [{ stream: 0, rate: 3, mu: 5, sigma: 1 }];
    const told = expect(spreadOf(groups)).rejects.toMatchObject({ code: "unavailable" });
    await thread()?.worker.terminate();
    await told;
    expect((await spreadOf(groups)).p95).toBeGreaterThan(0);
  });
});

describe("when the process stops", () => {
  it("answers who waits, then the thread ends", async () => {
    const asked = simulate(GROUPS);
    lifecycle().draining = true;
    for (const end of lifecycle().onDrain) end();
    expect(thread()).not.toBeNull();
    expect((await asked).p50).toBeGreaterThan(0);
    await sleep(10);
    expect(thread()).toBeNull();
    lifecycle().draining = false;
  });
});
