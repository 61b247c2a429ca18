import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Connection, GREETING_MS, POLL_MS, POLLING_MS, type Source } from "./connection";
import type { LiveNews } from "./live-news";
import { anEvent } from "./testing-events";

/** A stream that a test speaks through. */
class FakeSource implements Source {
  closed = false;
  readonly path: string;
  readonly #listeners = new Map<string, (event: { data?: unknown; lastEventId?: string }) => void>();
  constructor(path: string) {
    this.path = path;
  }
  addEventListener(type: string, listener: (event: { data?: unknown; lastEventId?: string }) => void): void {
    this.#listeners.set(type, listener);
  }
  close(): void {
    this.closed = true;
  }
  say(event: "hello" | "change" | "reset", id: string): void {
    const data = event === "change" ? JSON.stringify(anEvent({ id })) : "{}";
    this.#listeners.get(event)?.({ data, lastEventId: id });
  }
  fail(): void {
    this.#listeners.get("error")?.({});
  }
}

let sources: FakeSource[];
let heard: string[];
let connected: boolean;
let upTo: string | null;
let answers: (string | null | Error)[];
let asked: string[];
let connection: Connection;

const last = () => sources.at(-1) as FakeSource;
const open = () => sources.filter((source) => !source.closed);
function connect(after: string | null = null) {
  connection = new Connection(after, {
    open: (path) => {
      sources.push(new FakeSource(path));
      return last();
    },
    ask: async (path) => {
      asked.push(path);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer === undefined ? "" : answer;
    },
    hear: (news: LiveNews) => heard.push(news.kind === "reset" ? `reset ${news.id}` : news.event.id),
    connected: (is, id) => {
      connected = is;
      upTo = id;
    },
    random: () => 0.5,
  });
}
/** Until the third failure in a row, from which on it asks. */
async function failThrice() {
  for (let each = 0; each < 3; each += 1) {
    last().fail();
    await vi.advanceTimersByTimeAsync(each < 2 ? 5_000 : 0);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  [sources, heard, connected, upTo, answers, asked] = [[], [], false, null, [], []];
});
afterEach(() => {
  connection.close();
  vi.useRealTimers();
});

describe("a connection", () => {
  it("hears changes, and is connected from the greeting on", () => {
    connect();
    expect(last().path).toBe("/api/v1/events");
    last().say("change", "4");
    expect([connected, heard]).toEqual([false, ["4"]]);
    last().say("hello", "5");
    expect([connected, upTo]).toEqual([true, "5"]);
    last().say("change", "6");
    last().say("reset", "9");
    expect(heard).toEqual(["4", "6", "reset 9"]);
  });

  it("goes on after the newest event that it heard, also when a smaller id came last", async () => {
    connect("3");
    expect(last().path).toBe("/api/v1/events?after=3");
    last().say("hello", "5");
    last().say("change", "8");
    last().say("change", "7");
    last().fail();
    expect(connected).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sources).toHaveLength(2);
    expect(last().path).toBe("/api/v1/events?after=8");
    expect(open()).toHaveLength(1);
  });

  it("after a reset goes on from there, even when ids began anew", async () => {
    connect("900");
    last().say("reset", "2");
    last().say("hello", "2");
    last().fail();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(last().path).toBe("/api/v1/events?after=2");
  });

  it("what an old stream still says is not heard", async () => {
    connect();
    const old = last();
    old.fail();
    await vi.advanceTimersByTimeAsync(2_000);
    old.say("change", "1");
    old.say("hello", "1");
    old.fail();
    expect([heard, connected, sources.length]).toEqual([[], false, 2]);
  });

  it("a stream that is held back on the way counts as failed", async () => {
    connect();
    await vi.advanceTimersByTimeAsync(GREETING_MS - 1);
    expect(last().closed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(last().closed).toBe(true);
  });

  it("asks every two seconds once streams failed three times, and tries them again later", async () => {
    connect();
    answers = [
      `event: change\nid: 4\ndata: ${JSON.stringify(anEvent({ id: "4" }))}\n\nevent: hello\nid: 4\ndata: {}\n\n`,
    ];
    await failThrice();
    expect([asked, heard, connected]).toEqual([["/api/v1/events?once=true"], ["4"], true]);
    await vi.advanceTimersByTimeAsync(POLL_MS);
    expect(asked.at(-1)).toBe("/api/v1/events?after=4&once=true");
    expect(open()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(POLLING_MS[0]);
    expect(open()).toHaveLength(1);
    const before = asked.length;
    last().say("hello", "9");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(before);
  });

  it("where streams never pass it tries them less and less often", async () => {
    connect();
    const tried: number[] = [];
    for (let each = 0; each < 4; each += 1) {
      await failThrice();
      const from = Date.now();
      while (open().length === 0) await vi.advanceTimersByTimeAsync(1_000);
      tried.push(Math.round((Date.now() - from) / 10_000) * 10_000);
    }
    expect(tried).toEqual([...POLLING_MS, POLLING_MS[2]]);
  });

  it("asks less often while the server is away", async () => {
    connect();
    answers = Array.from({ length: 4 }, () => new TypeError("away"));
    await failThrice();
    expect(connected).toBe(false);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(asked).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(connected).toBe(true);
  });

  it("falls silent when nobody is signed in any more", async () => {
    connect();
    answers = [null];
    await failThrice();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked.length, open().length, connected]).toEqual([1, 0, false]);
  });

  it("one success makes earlier failures forgotten", async () => {
    connect();
    for (let round = 0; round < 5; round += 1) {
      last().fail();
      await vi.advanceTimersByTimeAsync(5_000);
      last().say("hello", "1");
    }
    expect([asked.length, open().length]).toEqual([0, 1]);
  });

  it("once closed it neither connects nor asks", async () => {
    connect();
    last().fail();
    connection.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([sources.length, open().length, asked.length]).toEqual([1, 0, 0]);
  });

  it("closed while it asks, it says nothing of the answer", async () => {
    connect();
    answers = [`event: change\nid: 4\ndata: ${JSON.stringify(anEvent({ id: "4" }))}\n\n`];
    for (let each = 0; each < 2; each += 1) {
      last().fail();
      await vi.advanceTimersByTimeAsync(5_000);
    }
    last().fail();
    connection.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([heard, asked.length]).toEqual([[], 1]);
  });
});
