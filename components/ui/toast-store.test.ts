import { expect, it } from "vitest";
import { createToasts, toastStays } from "./toast-store";

it("keeps what is said before anybody listens, and between two who do", () => {
  const toasts = createToasts();
  const heard: string[] = [];
  toasts.show({ text: "a" });
  const leave = toasts.listen(({ text }) => heard.push(text));
  toasts.show({ text: "b" });
  leave();
  toasts.show({ text: "c" });
  expect(heard).toEqual(["a", "b"]);
  toasts.listen(({ text }) => heard.push(text));
  expect(heard).toEqual(["a", "b", "c"]);
});

it("gives time to undo, and leaves a problem until it is dismissed", () => {
  const undo = { text: "Saved", action: { label: "Undo", run: () => {} } };
  expect(toastStays(undo)).toBeGreaterThan(toastStays({ text: "Saved" }));
  expect(toastStays({ ...undo, tone: "problem" })).toBe(0);
});
