import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draftStorage } from "./draft-storage";
import { anAnswer, MIRA } from "./testing-questions";
import { aServer, aStore, asStorage, KEY, MemoryStorage, settle } from "./testing-store";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T08:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("two people at once", () => {
  const theirs = { verdict: "no", reason: "theirs", version: 4, savedBy: MIRA } as const;
  async function conflicting() {
    const made = aStore(aServer({ verdict: "partly", reason: "before", version: 3 }));
    made.server.answer = anAnswer(theirs);
    made.store.edit(KEY, { reason: "mine" }, "now");
    await settle();
    return made;
  }

  it("shows both and keeps what is typed on", async () => {
    const { store, server, state } = await conflicting();
    expect(store.book.of(KEY).state).toMatchObject({ kind: "conflict", theirs });
    store.edit(KEY, { reason: "mine, longer" }, "soon");
    await vi.advanceTimersByTimeAsync(5_000);
    expect([state(), server.calls.length]).toEqual(["conflict", 1]);
    expect(store.book.of(KEY).draft?.reason).toBe("mine, longer");
  });

  it("keeps theirs, with mine put away, to be brought back", async () => {
    const { store, server, state, drafts } = await conflicting();
    store.resolve(KEY, "theirs");
    expect([state(), store.book.newest(KEY)?.reason]).toEqual(["idle", "theirs"]);
    const [put] = drafts.aside(KEY);
    expect(put?.content.reason).toBe("mine");
    store.takeBack(KEY, put?.id ?? "");
    expect(state()).toBe("conflict");
    expect(store.book.of(KEY).draft?.reason).toBe("mine");
    store.resolve(KEY, "mine");
    await settle();
    expect(server.answer).toMatchObject({ reason: "mine", version: 5 });
  });

  it("saves mine over theirs", async () => {
    const { store, server } = await conflicting();
    store.resolve(KEY, "mine");
    await settle();
    expect(server.answer).toMatchObject({ verdict: "partly", reason: "mine", version: 5 });
  });

  it("puts both texts together and saves them when one leaves the field", async () => {
    const { store, server } = await conflicting();
    store.resolve(KEY, "both");
    expect(store.book.of(KEY).draft?.reason).toBe("mine\n\ntheirs");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.calls).toHaveLength(1);
    store.flush(KEY);
    await settle();
    expect(server.answer).toMatchObject({ reason: "mine\n\ntheirs", version: 5 });
  });

  it("asks nobody when the other only confirmed what was there", async () => {
    const { store, server } = aStore(aServer({ verdict: "partly", reason: "before", version: 3 }));
    server.answer = anAnswer({ verdict: "partly", reason: "before", version: 4, savedBy: MIRA });
    store.edit(KEY, { reason: "mine" }, "now");
    await settle();
    expect(server.answer).toMatchObject({ reason: "mine", version: 5 });
  });

  it("leaves a draft alone when the list brings somebody else's answer", () => {
    const { store, shown } = aStore();
    store.edit(KEY, { reason: "half a" }, "soon");
    store.receive([{ ...shown, verdict: "no", reason: "theirs", version: 1, savedBy: MIRA }]);
    expect(store.book.of(KEY).draft?.reason).toBe("half a");
    expect(store.book.newest(KEY)?.reason).toBe("theirs");
  });
});

describe("coming back", () => {
  const found = (memory: MemoryStorage, live: readonly string[] = []) =>
    draftStorage(asStorage(memory), "ana/checkout", "tab-2", Date.now).leftBehind(
      new Set(["tab-2", ...live]),
    );

  it("takes up what a closed tab left, saves it, and forgets it then", async () => {
    const first = aStore();
    first.server.fail = new TypeError("offline");
    first.store.edit(KEY, { verdict: "no", reason: "typed offline 👩‍💻" }, "now");
    await settle();
    first.server.fail = null;
    const { store, server, memory } = aStore(first.server, {}, first.memory);
    for (const each of found(memory)) store.restore({ ...each, key: each.key });
    await vi.advanceTimersByTimeAsync(800);
    expect(server.answer.reason).toBe("typed offline 👩‍💻");
  });

  it("leaves the drafts of living tabs alone", () => {
    const { store, memory } = aStore();
    store.edit(KEY, { reason: "x" }, "soon");
    expect(found(memory, ["tab-1"])).toEqual([]);
    expect(found(memory)).toHaveLength(1);
  });

  it("puts a second draft of the same question away", () => {
    const { store, memory, drafts } = aStore();
    draftStorage(asStorage(memory), "ana/checkout", "tab-0", Date.now).keep(KEY, {
      ...{ verdict: null, reason: "from another tab", evidence: [], unsure: [] },
      base: { version: 0, content: { verdict: null, reason: "", evidence: [] } },
    });
    store.edit(KEY, { reason: "from this one" }, "soon");
    for (const each of found(memory, ["tab-1"])) store.restore(each);
    expect(store.book.of(KEY).draft?.reason).toBe("from this one");
    expect(drafts.aside(KEY)[0]?.content.reason).toBe("from another tab");
    expect(found(memory, ["tab-1"])).toEqual([]);
  });

  it("reads past what it does not understand in storage", () => {
    const memory = new MemoryStorage();
    memory.setItem(`plumbline.draft/ana/checkout/${KEY}/old`, "{");
    memory.setItem(`plumbline.draft/ana/checkout/${KEY}/older`, '{"draft":{"verdict":"perhaps"}}');
    expect(found(memory)).toEqual([]);
  });

  it("says when the browser has no room for a draft", () => {
    const memory = new MemoryStorage();
    memory.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const { store } = aStore(aServer(), {}, memory);
    store.edit(KEY, { reason: "x" }, "soon");
    expect(store.book.of(KEY)).toMatchObject({ kept: false, draft: { reason: "x" } });
  });
});
