import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveNews } from "./live-news";
import { GRACE_MS, LiveTab, type TabMessage } from "./live-tab";
import { aChange } from "./testing-events";

const SINCE = "2026-06-15T12:00:00.000Z";

/** A browser: tabs that hear each other, one of which leads, and a server behind it. */
class FakeBrowser {
  readonly tabs: { tab: LiveTab; visible: boolean; heard: string[] }[] = [];
  readonly connections: { after: string | null; hear: (news: LiveNews) => void; open: boolean }[] = [];
  #line: { begin: () => void; end: (() => void) | null }[] = [];

  open() {
    const own = { visible: true, heard: [] as string[], tab: null as unknown as LiveTab };
    own.tab = new LiveTab({
      lead: (work) => {
        const place = { begin: () => {}, end: null as (() => void) | null };
        place.begin = () => {
          place.end = work();
        };
        this.#line.push(place);
        if (this.#line.length === 1) place.begin();
        return () => {
          place.end?.();
          const led = this.#line[0] === place;
          this.#line = this.#line.filter((each) => each !== place);
          if (led) this.#line[0]?.begin();
        };
      },
      connect: (after, hear, connected) => {
        const connection = { after, hear, open: true };
        this.connections.push(connection);
        connected(true, after ?? "100");
        return {
          close: () => {
            connection.open = false;
          },
        };
      },
      tell: (message: TabMessage) => {
        for (const { tab } of this.tabs) if (tab !== own.tab) tab.hear(structuredClone(message));
      },
      isVisible: () => own.visible,
    });
    this.tabs.push(own);
    return {
      ...own,
      own,
      listen: (since = SINCE) =>
        own.tab.listen((news) => own.heard.push(news.kind === "reset" ? "reset" : news.event.id), since),
      show: (visible: boolean) => {
        own.visible = visible;
        own.tab.look();
      },
    };
  }
  get listening() {
    return this.connections.filter((each) => each.open);
  }
  say(news: LiveNews) {
    for (const connection of this.listening) connection.hear(news);
  }
}

let browser: FakeBrowser;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date(SINCE) });
  browser = new FakeBrowser();
});
afterEach(() => vi.useRealTimers());

describe("tabs of a browser", () => {
  it("hear through one connection, each change once", () => {
    const [a, b] = [browser.open(), browser.open()];
    a.listen();
    b.listen();
    expect(browser.listening).toHaveLength(1);
    browser.say(aChange("101"));
    browser.say(aChange("101"));
    browser.say(aChange("99"));
    expect([a.heard, b.heard]).toEqual([
      ["101", "99"],
      ["101", "99"],
    ]);
    expect([a.tab.connected(), b.tab.connected()]).toEqual([true, true]);
  });

  it("a tab without anybody who listens opens nothing", () => {
    browser.open();
    expect(browser.connections).toHaveLength(0);
  });

  it("when the leader is hidden the next one goes on where it stopped", async () => {
    const [a, b] = [browser.open(), browser.open()];
    a.listen();
    b.listen();
    browser.say(aChange("105"));
    a.show(false);
    await vi.advanceTimersByTimeAsync(GRACE_MS - 1);
    expect(browser.connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(browser.listening).toHaveLength(1);
    expect(browser.listening[0]?.after).toBe("105");
    browser.say(aChange("106"));
    expect(b.heard).toEqual(["105", "106"]);
  });

  it("who looks something up and comes back goes on leading", async () => {
    const a = browser.open();
    a.listen();
    a.show(false);
    await vi.advanceTimersByTimeAsync(GRACE_MS - 1);
    a.show(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(browser.connections).toHaveLength(1);
  });

  it("when all are hidden nothing is open; who comes back goes on where they stopped", async () => {
    const [a, b] = [browser.open(), browser.open()];
    a.listen();
    b.listen();
    a.show(false);
    b.show(false);
    await vi.advanceTimersByTimeAsync(GRACE_MS);
    expect(browser.listening).toHaveLength(0);
    expect([a.tab.connected(), b.tab.connected()]).toEqual([false, false]);
    b.show(true);
    expect(browser.listening[0]?.after).toBe("100");
  });

  it("a page that was gone back to after a while is told that it may be of before, once, whatever the server's clock says", async () => {
    const a = browser.open();
    for (const since of [SINCE, "2031-01-01T00:00:00.000Z", "2001-01-01T00:00:00.000Z"]) {
      const end = a.listen(since);
      const other = a.listen(`${since} of another page`);
      await vi.advanceTimersByTimeAsync(50_000);
      end();
      a.listen(since)();
      expect(a.heard).toEqual([]);
      await vi.advanceTimersByTimeAsync(11_000);
      a.listen(since)();
      expect(a.heard.splice(0)).toEqual(["reset"]);
      other();
    }
  });

  it("a hidden tab is told what it missed when it is looked at", () => {
    const [a, b] = [browser.open(), browser.open()];
    a.listen();
    b.listen();
    b.show(false);
    browser.say(aChange("101"));
    browser.say(aChange("102"));
    expect([a.heard, b.heard]).toEqual([["101", "102"], []]);
    b.show(true);
    expect(b.heard).toEqual(["101", "102"]);
  });

  it("of too much that was missed it is told as a whole", () => {
    const [a, b] = [browser.open(), browser.open()];
    a.listen();
    b.listen();
    b.show(false);
    for (let id = 1; id <= 201; id += 1) browser.say(aChange(String(1000 + id)));
    b.show(true);
    expect(b.heard).toEqual(["reset"]);
    expect(a.heard).toHaveLength(201);
  });

  it("a reset reaches all, and later ids count from there", async () => {
    const [a, b] = [browser.open(), browser.open()];
    a.listen();
    b.listen();
    browser.say(aChange("500"));
    browser.say({ kind: "reset", id: "3" });
    browser.say(aChange("4"));
    expect([a.heard, b.heard]).toEqual([
      ["500", "reset", "4"],
      ["500", "reset", "4"],
    ]);
    a.show(false);
    await vi.advanceTimersByTimeAsync(GRACE_MS);
    expect(browser.listening[0]?.after).toBe("4");
  });

  it("a new tab is told what happened since its page was made, and nothing older", () => {
    const a = browser.open();
    a.listen();
    browser.say(aChange("101", { at: "2026-06-15T11:59:50.000Z" }));
    browser.say(aChange("102", { at: "2026-06-15T12:00:00.500Z" }));
    const b = browser.open();
    b.listen();
    expect(b.tab.connected()).toBe(true);
    const later: string[] = [];
    b.tab.listen((news) => later.push(news.kind === "change" ? news.event.id : "reset"), SINCE);
    expect(later).toEqual(["102"]);
  });

  it("a page that slept is told that anything may have changed", () => {
    const a = browser.open();
    a.listen();
    a.tab.wake();
    expect(a.heard).toEqual(["reset"]);
  });

  it("going from page to page in a tab keeps the connection; leaving all closes it", async () => {
    const a = browser.open();
    const leave = a.listen();
    leave();
    const leaveAgain = a.listen();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(browser.connections).toHaveLength(1);
    leaveAgain();
    await vi.advanceTimersByTimeAsync(GRACE_MS);
    expect(browser.listening).toHaveLength(0);
  });

  it("tells who watches when it is connected or not any more", async () => {
    const a = browser.open();
    const states: boolean[] = [];
    a.tab.watch(() => states.push(a.tab.connected()));
    a.listen();
    a.show(false);
    await vi.advanceTimersByTimeAsync(GRACE_MS);
    expect(states).toEqual([true, false]);
  });
});
