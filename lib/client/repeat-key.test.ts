import { expect, it } from "vitest";
import { repeatKeys } from "./repeat-key";

it("gives the same body the same key, and another body another", () => {
  const keyFor = repeatKeys();
  const first = keyFor({ name: "Payments" });
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(keyFor({ name: "Payments" })).toBe(first);
  expect(keyFor({ name: "Platform" })).not.toBe(first);
});
