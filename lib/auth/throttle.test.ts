import { expect, it } from "vitest";
import { slowed } from "./throttle";

it("whoever tried too often is told how long to wait", () => {
  const told = [1, 15].map((seconds) => slowed(seconds).details);
  expect(told).toEqual([
    { message: "Too many attempts. Wait 1 second, then try again.", retryAfterSeconds: 1 },
    { message: "Too many attempts. Wait 15 seconds, then try again.", retryAfterSeconds: 15 },
  ]);
});
