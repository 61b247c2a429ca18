import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isInTheMiddle, PageRefresh } from "./page-refresh";

describe("refreshing a page", () => {
  let busy: boolean;
  let times: number[];
  let page: PageRefresh;
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    busy = false;
    times = [];
    page = new PageRefresh({ isBusy: () => busy, refresh: () => times.push(Date.now()) });
  });
  afterEach(() => vi.useRealTimers());

  it("happens soon after a change, and at most every two seconds", async () => {
    for (let each = 0; each < 40; each += 1) {
      page.wish();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(times).toEqual([300, 2_300, 4_300]);
  });

  it("waits while a person is in the middle of something, and then happens once", async () => {
    busy = true;
    page.wish();
    await vi.advanceTimersByTimeAsync(10_000);
    page.wish();
    expect(times).toEqual([]);
    busy = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(times).toHaveLength(1);
  });

  it("does not happen on a page that was left", async () => {
    busy = true;
    page.wish();
    await vi.advanceTimersByTimeAsync(1_000);
    page.stop();
    busy = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(times).toEqual([]);
  });
});

describe("a person is in the middle of something", () => {
  const page = ({ dialog = false, focus = "body", selected = "" }) =>
    ({
      querySelector: (selector: string) => (dialog && selector.includes('[role="dialog"]') ? {} : null),
      activeElement: { matches: (selector: string) => selector.split(/,\s*/).includes(focus) },
      getSelection: () => ({ isCollapsed: selected === "", toString: () => selected }),
    }) as unknown as Document;
  it.each([
    ["just reading", {}, false],
    ["a dialog is open", { dialog: true }, true],
    ["typing", { focus: "textarea" }, true],
    ["on a link", { focus: "a" }, false],
    ["text is marked", { selected: "94" }, true],
    ["only space is marked", { selected: " \n" }, false],
  ])("%s: %#", (_, state, expected) => {
    expect(isInTheMiddle(page(state))).toBe(expected);
  });
});
