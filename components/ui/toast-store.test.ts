import { expect, it, vi } from "vitest";
import { createToastStore, toastStays } from "./toast-store";

it("tells its listeners when a toast comes and goes, and no longer after they left", () => {
  const store = createToastStore();
  const listener = vi.fn();
  const leave = store.subscribe(listener);
  const id = store.show({ text: "Saved" });
  store.dismiss(id);
  store.dismiss(id);
  leave();
  store.show({ text: "Saved" });
  expect(listener).toHaveBeenCalledTimes(2);
});

it("keeps the newest three, and the same words only once", () => {
  const store = createToastStore();
  for (const text of ["a", "b", "c", "d", "c"]) store.show({ text });
  expect(store.read().map((toast) => toast.text)).toEqual(["b", "d", "c"]);
});

it("gives time to undo, and leaves a problem until it is dismissed", () => {
  const plain = { id: 1, text: "Saved", tone: "done" } as const;
  const undo = { ...plain, action: { label: "Undo", run: () => {} } };
  expect(toastStays(undo)).toBeGreaterThan(toastStays(plain) ?? 0);
  expect(toastStays({ ...plain, tone: "problem" })).toBeNull();
});
