import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { atMostEvery } from "./at-most-every";

let times: number[];
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  times = [];
});
afterEach(() => vi.useRealTimers());
const note = () => times.push(Date.now());

it("follows the first wish at once, and the others together, the last included", async () => {
  const wish = atMostEvery(1_000, note);
  wish();
  wish();
  await vi.advanceTimersByTimeAsync(999);
  wish();
  await vi.advanceTimersByTimeAsync(5_000);
  wish();
  expect(times).toEqual([0, 1_000, 5_999]);
});

it("lets the first wish wait for those that come with it", async () => {
  const wish = atMostEvery(2_000, note, 300);
  for (let each = 0; each < 50; each += 1) {
    wish();
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(5_000);
  expect(times).toEqual([300, 2_300, 4_300, 6_300]);
});

it("lets each first wish wait for as long as it is told then", async () => {
  const waits = [700, 100];
  const wish = atMostEvery(1_000, note, () => waits.shift() ?? 0);
  wish();
  await vi.advanceTimersByTimeAsync(5_000);
  wish();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(times).toEqual([700, 5_100]);
});

it("stopped, follows no wish that waits", async () => {
  const wish = atMostEvery(1_000, note);
  wish();
  wish();
  wish.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(times).toEqual([0]);
});
