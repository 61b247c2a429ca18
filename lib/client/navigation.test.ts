import { beforeEach, describe, expect, it, vi } from "vitest";

const [KEPT_MS, WRITE] = [60_000, "POST /api/v1/teams"] as const;

/** What tells a page that was fetched before one's own change, as a browser has it: one address, one clock. */
async function aTab() {
  vi.resetModules();
  const { fetchAhead, goneTo } = await import("./navigation");
  const { send } = await import("./request");
  const router = { prefetch: vi.fn(), refresh: vi.fn() };
  return {
    lookAhead: (href: string) => fetchAhead(href, router),
    /** @returns whether all of the page was asked for anew */
    go(href: string) {
      router.refresh.mockClear();
      goneTo(href, router);
      return router.refresh.mock.calls.length > 0;
    },
    write: () => send(WRITE, { body: { name: "Payments" } }),
  };
}

let answers: (() => void) | null;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  answers = null;
  vi.stubGlobal("document", { visibilityState: "visible" });
  vi.stubGlobal(
    "fetch",
    () =>
      new Promise<Response>((resolve) => {
        answers = () => resolve(new Response(null, { status: 204 }));
      }),
  );
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});
const answer = async (written: Promise<unknown>) => {
  answers?.();
  await written;
};
const later = (ms: number) => vi.advanceTimersByTime(ms);

describe("after one's own change", () => {
  it("a page that was fetched before is asked for anew, once, with or without a place in it", async () => {
    const tab = await aTab();
    tab.go("/teams#people");
    later(10);
    await answer(tab.write());
    later(10);
    expect(tab.go("/teams")).toBe(true);
    expect(tab.go("/teams")).toBe(false);
    expect(tab.go("/services")).toBe(false);
  });

  it("so is one that was fetched twice, long ago and just before", async () => {
    const tab = await aTab();
    tab.lookAhead("/teams");
    later(35_000);
    tab.lookAhead("/teams");
    later(15_000);
    await answer(tab.write());
    later(12_000);
    expect(tab.go("/teams")).toBe(true);
  });

  it("so is one that was fetched while it was under way", async () => {
    const tab = await aTab();
    const written = tab.write();
    later(5);
    tab.lookAhead("/teams");
    later(5);
    await answer(written);
    expect(tab.go("/teams")).toBe(true);
  });

  it("one that was fetched after it, or that nobody keeps any more, is not", async () => {
    const tab = await aTab();
    tab.go("/services");
    later(KEPT_MS + 1);
    await answer(tab.write());
    later(1);
    tab.lookAhead("/teams");
    expect([tab.go("/services"), tab.go("/teams")]).toEqual([false, false]);
  });
});
