import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aServer, aStore, drafts, KEY, problem, settle } from "./testing-store";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T08:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving as one goes", () => {
  it("sends a verdict at once and text when the typing pauses", async () => {
    const { store, server, state } = aStore();
    store.edit(KEY, { verdict: "partly" }, "now");
    await settle();
    expect(server.answer).toMatchObject({ verdict: "partly", version: 1 });
    store.edit(KEY, { reason: "The tax" }, "soon");
    await vi.advanceTimersByTimeAsync(700);
    store.edit(KEY, { reason: "The tax service 🙃" }, "soon");
    await vi.advanceTimersByTimeAsync(799);
    expect(server.calls).toHaveLength(1);
    expect(state()).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect(server.answer).toMatchObject({ reason: "The tax service 🙃", version: 2 });
    expect(state()).toBe("idle");
    expect(store.book.of(KEY).draft).toBeNull();
  });

  it("has one request under way and saves what was typed meanwhile over its answer", async () => {
    const { store, server } = aStore();
    store.edit(KEY, { verdict: "no" }, "now");
    store.edit(KEY, { reason: "because" }, "now");
    expect(server.calls).toHaveLength(1);
    await settle();
    expect(server.calls.map(({ expectedVersion }) => expectedVersion)).toEqual([0, 1]);
    expect(server.answer).toMatchObject({ verdict: "no", reason: "because", version: 2 });
  });

  it("keeps every keystroke in storage until the server has it", async () => {
    const { store, memory } = aStore();
    store.edit(KEY, { verdict: "no", reason: "x" }, "soon");
    expect(drafts(memory)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(800);
    expect(drafts(memory)).toHaveLength(0);
  });

  it("lets go of a draft that was typed back to what was there", () => {
    const { store, memory, state } = aStore(aServer({ verdict: "no", reason: "a", version: 4 }));
    store.edit(KEY, { reason: "ab" }, "soon");
    store.edit(KEY, { reason: "a" }, "soon");
    expect(state()).toBe("idle");
    expect(drafts(memory)).toEqual([]);
  });

  it.each([
    ["a reason before a verdict", { reason: "x" }, {}, "verdict"],
    ["not applicable without a reason", { verdict: "not_applicable" }, {}, "reason"],
    ["a critical yes with nothing to show", { verdict: "yes" }, { critical: true }, "evidence"],
    [
      "an address that is none",
      { verdict: "no", evidence: [{ label: "", url: "runbook" }] },
      {},
      "evidence.0.url",
    ],
  ] as const)("keeps %s without sending it, and says what is missing", async (_, part, question, field) => {
    const { store, server, memory } = aStore(aServer(), question);
    store.edit(KEY, part, "now");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.calls).toEqual([]);
    expect(store.book.of(KEY).state).toMatchObject({ kind: "incomplete", problems: [{ field }] });
    expect(drafts(memory)).toHaveLength(1);
  });

  it("stores half of an address and sends nothing of a row that is still empty", async () => {
    const { store, server } = aStore();
    store.edit(KEY, { verdict: "no", evidence: [{ label: "", url: "" }] }, "now");
    await settle();
    expect(server.answer.evidence).toEqual([]);
  });
});

describe("a server that is away", () => {
  it("tries again after 1, 2, 4, 8, 15 and 15 s, and saves the newest text when it is back", async () => {
    const { store, server, state, said } = aStore();
    server.fail = new TypeError("Failed to fetch");
    store.edit(KEY, { verdict: "no" }, "now");
    await settle();
    expect(state()).toBe("retrying");
    for (const [tries, seconds] of [1, 2, 4, 8, 15, 15].entries()) {
      expect(server.calls).toHaveLength(tries + 1);
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(server.calls).toHaveLength(tries + 1);
      await vi.advanceTimersByTimeAsync(1);
    }
    store.edit(KEY, { reason: "typed while away" }, "soon");
    server.fail = null;
    store.retryAll("retrying");
    await settle();
    expect(server.answer).toMatchObject({ verdict: "no", reason: "typed while away", version: 1 });
    expect(said.filter((words) => words.includes("not saved"))).toHaveLength(1);
  });

  it("recognises its own answer when only the reply was lost and one went on typing", async () => {
    const { store, server, state } = aStore();
    server.loseReply = true;
    store.edit(KEY, { verdict: "no", reason: "abc" }, "now");
    await settle();
    expect(server.answer.version).toBe(1);
    server.loseReply = false;
    store.edit(KEY, { reason: "abcdef" }, "now");
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toBe("idle");
    expect(server.answer).toMatchObject({ reason: "abcdef", version: 2 });
  });

  it("takes back what may have arrived when one typed it away again", async () => {
    const { store, server } = aStore(aServer({ verdict: "no", reason: "before", version: 3 }));
    server.loseReply = true;
    store.edit(KEY, { reason: "changed" }, "now");
    await settle();
    server.loseReply = false;
    store.edit(KEY, { reason: "before" }, "now");
    await settle();
    expect(server.answer).toMatchObject({ reason: "before", version: 5 });
  });

  it.each([
    [503, "unavailable", "retrying"],
    [500, "internal", "retrying"],
    [429, "too_many_attempts", "retrying"],
    [401, "not_signed_in", "signed_out"],
    [403, "forbidden", "refused"],
    [410, "gone", "refused"],
    [422, "refused", "refused"],
    [400, "invalid_input", "refused"],
  ])("after %i %s keeps the draft and is %s", async (status, code, kind) => {
    const { store, server, state, memory } = aStore();
    server.fail = problem(status, code);
    store.edit(KEY, { verdict: "no", reason: "kept" }, "now");
    await settle();
    expect(state()).toBe(kind);
    expect(store.book.of(KEY).draft?.reason).toBe("kept");
    expect(drafts(memory)).toHaveLength(1);
  });

  it("sends nothing under another person's name, and goes on when the right one is back", async () => {
    const { store, server, state } = aStore();
    store.block(true);
    store.edit(KEY, { verdict: "no" }, "now");
    await settle();
    expect([state(), server.calls.length]).toEqual(["other_person", 0]);
    store.block(false);
    await settle();
    expect(server.answer.version).toBe(1);
  });
});

describe("confirming", () => {
  it("asks once, with a key that makes repeating safe", async () => {
    const { store, confirm, state } = aStore(aServer({ verdict: "yes", version: 2 }));
    confirm.mockRejectedValueOnce(new TypeError("lost"));
    store.confirm(KEY);
    store.confirm(KEY);
    await settle();
    expect(state()).toBe("retrying");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(confirm).toHaveBeenCalledTimes(2);
    expect(confirm.mock.calls[0]).toEqual(confirm.mock.calls[1]);
    expect([state(), store.book.newest(KEY)?.version]).toEqual(["idle", 3]);
  });

  it("saves what is being typed instead", async () => {
    const { store, confirm, server } = aStore(aServer({ verdict: "yes", version: 2 }));
    store.edit(KEY, { reason: "new" }, "soon");
    store.confirm(KEY);
    await settle();
    expect(confirm).not.toHaveBeenCalled();
    expect(server.answer.reason).toBe("new");
  });

  it("has nothing to say about a question without an answer", () => {
    const { store, confirm } = aStore();
    store.confirm(KEY);
    expect(confirm).not.toHaveBeenCalled();
  });
});
