import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PresenceReport } from "../../contracts/presence";
import { TELL_MS } from "../../domain/presence";
import { MOVE_PAUSE_MS, PresenceReporter } from "./presence-reporter";
import { randomUuid } from "./tab-uuid";

let told: string[];
let visible: boolean;
let reply: Promise<void>;
let reporter: PresenceReporter;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  visible = true;
  reply = Promise.resolve();
  const tell = ({ question, gone }: PresenceReport) => {
    told.push(gone ? "gone" : (question ?? "nowhere"));
    return reply;
  };
  reporter = new PresenceReporter("q-1", { tab: "t", tell, isVisible: () => visible });
});
afterEach(() => vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("says at once where a person is, and every 20 seconds that they still are", async () => {
  await pass(0);
  expect(told).toEqual(["q-1"]);
  await pass(2 * TELL_MS);
  expect(told).toEqual(["q-1", "q-1", "q-1"]);
});

it("says where they stop, not what they pass", async () => {
  for (const question of ["q-2", "q-3", "q-4"]) {
    reporter.move(question);
    await pass(MOVE_PAUSE_MS - 1);
  }
  expect(told).toEqual(["q-1"]);
  await pass(1);
  expect(told).toEqual(["q-1", "q-4"]);
  reporter.move("q-4");
  await pass(MOVE_PAUSE_MS);
  expect(told).toHaveLength(2);
});

it("says nothing while the page is hidden, and at once when it is shown", async () => {
  await pass(0);
  visible = false;
  await pass(3 * TELL_MS);
  expect(told).toEqual(["q-1"]);
  visible = true;
  reporter.look();
  await pass(0);
  expect(told).toEqual(["q-1", "q-1"]);
});

it("says that they go, and nothing afterwards", async () => {
  reporter.move("q-2");
  reporter.leave();
  await pass(3 * TELL_MS);
  expect(told).toEqual(["q-1", "gone"]);
});

it("says one thing after the other, so that who left does not seem to be there", async () => {
  let arrive = () => {};
  reply = new Promise((resolve) => {
    arrive = resolve;
  });
  reporter.look();
  await pass(0);
  reporter.leave();
  await pass(1_000);
  expect(told).toEqual(["q-1", "q-1"]);
  arrive();
  await pass(0);
  expect(told).toEqual(["q-1", "q-1", "gone"]);
});

it("who comes back to a page that was kept says so", async () => {
  await pass(0);
  reporter.away();
  reporter.look();
  await pass(0);
  expect(told).toEqual(["q-1", "gone", "q-1"]);
});

it("names its tab by a UUID as the server wants it", () => {
  const ids = Array.from({ length: 50 }, randomUuid);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(50);
});
