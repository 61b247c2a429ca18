import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, AnswerSave } from "../../contracts/answers";
import type { Problem } from "../../contracts/organisation";
import type { AssessedQuestion } from "../../contracts/scorecard";
import { ApiProblem } from "../request";
import { AnswerKeeper } from "./answer-keeper";
import { draftShelf } from "./draft-shelf";
import { ANA, anAnswer, aQuestion, MIRA } from "./testing-questions";

const KEY = "calls-time-out";

/** Storage as a browser has it: its keys are its own properties. */
class MemoryStorage {
  getItem(key: string): string | null {
    return (this as unknown as Record<string, string>)[key] ?? null;
  }
  setItem(key: string, value: string): void {
    (this as unknown as Record<string, string>)[key] = value;
  }
  removeItem(key: string): void {
    delete (this as unknown as Record<string, string>)[key];
  }
}
const asStorage = (memory: MemoryStorage) => memory as unknown as Storage;

function problem(status: number, code: string, current?: unknown): ApiProblem {
  const body: Problem = {
    type: "about:blank",
    title: "",
    status,
    code,
    detail: `said ${code}`,
    requestId: "",
  };
  return new ApiProblem(current === undefined ? body : { ...body, current });
}

/** A server with one answer that keeps the rules of versions, and can be made to lose requests or replies. */
function aServer(first: Partial<Answer> = { verdict: "unanswered", version: 0, savedBy: null }) {
  const server = {
    answer: anAnswer(first),
    fail: null as unknown,
    loseReply: false,
    calls: [] as AnswerSave[],
    save: async (_: string, body: AnswerSave): Promise<Answer> => {
      server.calls.push(body);
      await Promise.resolve();
      if (server.fail) throw server.fail;
      if (body.expectedVersion !== server.answer.version) throw problem(409, "conflict", server.answer);
      const { expectedVersion, verdict, reason = "", evidence = [] } = body;
      server.answer = anAnswer({ verdict, reason, evidence, version: expectedVersion + 1 });
      if (server.loseReply) throw new TypeError("connection reset");
      return server.answer;
    },
  };
  return server;
}

function aKeeper(server = aServer(), question: Partial<AssessedQuestion> = {}, memory = new MemoryStorage()) {
  const said: string[] = [];
  const shelf = draftShelf(asStorage(memory), "ana/checkout", "tab-1", Date.now);
  const confirm = vi.fn(async () => anAnswer({ ...server.answer, version: server.answer.version + 1 }));
  const keeper = new AnswerKeeper({
    me: ANA.id,
    shelf,
    confirm,
    save: (key, body) => server.save(key, body),
    now: Date.now,
    say: (words) => said.push(words),
  });
  const { question: _, ...answer } = server.answer;
  const shown = aQuestion({ ...answer, ...question });
  keeper.receive([shown]);
  return { keeper, server, said, memory, shelf, confirm, shown, state: () => keeper.book.of(KEY).state.kind };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const drafts = (memory: MemoryStorage) => Object.keys(memory).filter((key) => key.includes("draft"));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T08:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving as one goes", () => {
  it("sends a verdict at once and text when the typing pauses", async () => {
    const { keeper, server, state } = aKeeper();
    keeper.edit(KEY, { verdict: "partly" }, "now");
    await settle();
    expect(server.answer).toMatchObject({ verdict: "partly", version: 1 });
    keeper.edit(KEY, { reason: "The tax" }, "soon");
    await vi.advanceTimersByTimeAsync(700);
    keeper.edit(KEY, { reason: "The tax service 🙃" }, "soon");
    await vi.advanceTimersByTimeAsync(799);
    expect(server.calls).toHaveLength(1);
    expect(state()).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect(server.answer).toMatchObject({ reason: "The tax service 🙃", version: 2 });
    expect(state()).toBe("idle");
    expect(keeper.book.of(KEY).draft).toBeNull();
  });

  it("has one request under way and saves what was typed meanwhile over its answer", async () => {
    const { keeper, server } = aKeeper();
    keeper.edit(KEY, { verdict: "no" }, "now");
    keeper.edit(KEY, { reason: "because" }, "now");
    expect(server.calls).toHaveLength(1);
    await settle();
    expect(server.calls.map(({ expectedVersion }) => expectedVersion)).toEqual([0, 1]);
    expect(server.answer).toMatchObject({ verdict: "no", reason: "because", version: 2 });
  });

  it("keeps every keystroke in storage until the server has it", async () => {
    const { keeper, memory } = aKeeper();
    keeper.edit(KEY, { verdict: "no", reason: "x" }, "soon");
    expect(drafts(memory)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(800);
    expect(drafts(memory)).toHaveLength(0);
  });

  it("lets go of a draft that was typed back to what was there", () => {
    const { keeper, memory, state } = aKeeper(aServer({ verdict: "no", reason: "a", version: 4 }));
    keeper.edit(KEY, { reason: "ab" }, "soon");
    keeper.edit(KEY, { reason: "a" }, "soon");
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
    const { keeper, server, memory } = aKeeper(aServer(), question);
    keeper.edit(KEY, part, "now");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.calls).toEqual([]);
    expect(keeper.book.of(KEY).state).toMatchObject({ kind: "incomplete", problems: [{ field }] });
    expect(drafts(memory)).toHaveLength(1);
  });

  it("stores half of an address and sends nothing of a row that is still empty", async () => {
    const { keeper, server } = aKeeper();
    keeper.edit(KEY, { verdict: "no", evidence: [{ label: "", url: "" }] }, "now");
    await settle();
    expect(server.answer.evidence).toEqual([]);
  });
});

describe("a server that is away", () => {
  it("tries again after 1, 2, 4, 8, 15 and 15 s, and saves the newest text when it is back", async () => {
    const { keeper, server, state, said } = aKeeper();
    server.fail = new TypeError("Failed to fetch");
    keeper.edit(KEY, { verdict: "no" }, "now");
    await settle();
    expect(state()).toBe("retrying");
    for (const [tries, seconds] of [1, 2, 4, 8, 15, 15].entries()) {
      expect(server.calls).toHaveLength(tries + 1);
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(server.calls).toHaveLength(tries + 1);
      await vi.advanceTimersByTimeAsync(1);
    }
    keeper.edit(KEY, { reason: "typed while away" }, "soon");
    server.fail = null;
    keeper.retryAll("retrying");
    await settle();
    expect(server.answer).toMatchObject({ verdict: "no", reason: "typed while away", version: 1 });
    expect(said.filter((words) => words.includes("not saved"))).toHaveLength(1);
  });

  it("recognises its own answer when only the reply was lost and one went on typing", async () => {
    const { keeper, server, state } = aKeeper();
    server.loseReply = true;
    keeper.edit(KEY, { verdict: "no", reason: "abc" }, "now");
    await settle();
    expect(server.answer.version).toBe(1);
    server.loseReply = false;
    keeper.edit(KEY, { reason: "abcdef" }, "now");
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toBe("idle");
    expect(server.answer).toMatchObject({ reason: "abcdef", version: 2 });
  });

  it("takes back what may have arrived when one typed it away again", async () => {
    const { keeper, server } = aKeeper(aServer({ verdict: "no", reason: "before", version: 3 }));
    server.loseReply = true;
    keeper.edit(KEY, { reason: "changed" }, "now");
    await settle();
    server.loseReply = false;
    keeper.edit(KEY, { reason: "before" }, "now");
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
    const { keeper, server, state, memory } = aKeeper();
    server.fail = problem(status, code);
    keeper.edit(KEY, { verdict: "no", reason: "kept" }, "now");
    await settle();
    expect(state()).toBe(kind);
    expect(keeper.book.of(KEY).draft?.reason).toBe("kept");
    expect(drafts(memory)).toHaveLength(1);
  });

  it("sends nothing under another person's name, and goes on when the right one is back", async () => {
    const { keeper, server, state } = aKeeper();
    keeper.block(true);
    keeper.edit(KEY, { verdict: "no" }, "now");
    await settle();
    expect([state(), server.calls.length]).toEqual(["other_person", 0]);
    keeper.block(false);
    await settle();
    expect(server.answer.version).toBe(1);
  });
});

describe("two people at once", () => {
  const theirs = { verdict: "no", reason: "theirs", version: 4, savedBy: MIRA } as const;
  async function conflicting() {
    const made = aKeeper(aServer({ verdict: "partly", reason: "before", version: 3 }));
    made.server.answer = anAnswer(theirs);
    made.keeper.edit(KEY, { reason: "mine" }, "now");
    await settle();
    return made;
  }

  it("shows both and keeps what is typed on", async () => {
    const { keeper, server, state } = await conflicting();
    expect(keeper.book.of(KEY).state).toMatchObject({ kind: "conflict", theirs });
    keeper.edit(KEY, { reason: "mine, longer" }, "soon");
    await vi.advanceTimersByTimeAsync(5_000);
    expect([state(), server.calls.length]).toEqual(["conflict", 1]);
    expect(keeper.book.of(KEY).draft?.reason).toBe("mine, longer");
  });

  it("keeps theirs, with mine put away, to be brought back", async () => {
    const { keeper, server, state, shelf } = await conflicting();
    keeper.resolve(KEY, "theirs");
    expect([state(), keeper.book.newest(KEY)?.reason]).toEqual(["idle", "theirs"]);
    const [put] = shelf.aside(KEY);
    expect(put?.content.reason).toBe("mine");
    keeper.takeBack(KEY, put?.id ?? "");
    expect(state()).toBe("conflict");
    expect(keeper.book.of(KEY).draft?.reason).toBe("mine");
    keeper.resolve(KEY, "mine");
    await settle();
    expect(server.answer).toMatchObject({ reason: "mine", version: 5 });
  });

  it("saves mine over theirs", async () => {
    const { keeper, server } = await conflicting();
    keeper.resolve(KEY, "mine");
    await settle();
    expect(server.answer).toMatchObject({ verdict: "partly", reason: "mine", version: 5 });
  });

  it("puts both texts together and saves them when one leaves the field", async () => {
    const { keeper, server } = await conflicting();
    keeper.resolve(KEY, "both");
    expect(keeper.book.of(KEY).draft?.reason).toBe("mine\n\ntheirs");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.calls).toHaveLength(1);
    keeper.flush(KEY);
    await settle();
    expect(server.answer).toMatchObject({ reason: "mine\n\ntheirs", version: 5 });
  });

  it("asks nobody when the other only confirmed what was there", async () => {
    const { keeper, server } = aKeeper(aServer({ verdict: "partly", reason: "before", version: 3 }));
    server.answer = anAnswer({ verdict: "partly", reason: "before", version: 4, savedBy: MIRA });
    keeper.edit(KEY, { reason: "mine" }, "now");
    await settle();
    expect(server.answer).toMatchObject({ reason: "mine", version: 5 });
  });

  it("leaves a draft alone when the list brings somebody else's answer", () => {
    const { keeper, shown } = aKeeper();
    keeper.edit(KEY, { reason: "half a" }, "soon");
    keeper.receive([{ ...shown, verdict: "no", reason: "theirs", version: 1, savedBy: MIRA }]);
    expect(keeper.book.of(KEY).draft?.reason).toBe("half a");
    expect(keeper.book.newest(KEY)?.reason).toBe("theirs");
  });
});

describe("coming back", () => {
  const found = (memory: MemoryStorage, live: readonly string[] = []) =>
    draftShelf(asStorage(memory), "ana/checkout", "tab-2", Date.now).leftBehind(new Set(["tab-2", ...live]));

  it("takes up what a closed tab left, saves it, and forgets it then", async () => {
    const first = aKeeper();
    first.server.fail = new TypeError("offline");
    first.keeper.edit(KEY, { verdict: "no", reason: "typed offline 👩‍💻" }, "now");
    await settle();
    first.server.fail = null;
    const { keeper, server, memory } = aKeeper(first.server, {}, first.memory);
    for (const each of found(memory)) keeper.restore({ ...each, key: each.key });
    await vi.advanceTimersByTimeAsync(800);
    expect(server.answer.reason).toBe("typed offline 👩‍💻");
  });

  it("leaves the drafts of living tabs alone", () => {
    const { keeper, memory } = aKeeper();
    keeper.edit(KEY, { reason: "x" }, "soon");
    expect(found(memory, ["tab-1"])).toEqual([]);
    expect(found(memory)).toHaveLength(1);
  });

  it("puts a second draft of the same question away", () => {
    const { keeper, memory, shelf } = aKeeper();
    draftShelf(asStorage(memory), "ana/checkout", "tab-0", Date.now).keep(KEY, {
      ...{ verdict: null, reason: "from another tab", evidence: [], unsure: [] },
      base: { version: 0, content: { verdict: null, reason: "", evidence: [] } },
    });
    keeper.edit(KEY, { reason: "from this one" }, "soon");
    for (const each of found(memory, ["tab-1"])) keeper.restore(each);
    expect(keeper.book.of(KEY).draft?.reason).toBe("from this one");
    expect(shelf.aside(KEY)[0]?.content.reason).toBe("from another tab");
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
    const { keeper } = aKeeper(aServer(), {}, memory);
    keeper.edit(KEY, { reason: "x" }, "soon");
    expect(keeper.book.of(KEY)).toMatchObject({ kept: false, draft: { reason: "x" } });
  });
});

describe("confirming", () => {
  it("asks once, with a key that makes repeating safe", async () => {
    const { keeper, confirm, state } = aKeeper(aServer({ verdict: "yes", version: 2 }));
    confirm.mockRejectedValueOnce(new TypeError("lost"));
    keeper.confirm(KEY);
    keeper.confirm(KEY);
    await settle();
    expect(state()).toBe("retrying");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(confirm).toHaveBeenCalledTimes(2);
    expect(confirm.mock.calls[0]).toEqual(confirm.mock.calls[1]);
    expect([state(), keeper.book.newest(KEY)?.version]).toEqual(["idle", 3]);
  });

  it("saves what is being typed instead", async () => {
    const { keeper, confirm, server } = aKeeper(aServer({ verdict: "yes", version: 2 }));
    keeper.edit(KEY, { reason: "new" }, "soon");
    keeper.confirm(KEY);
    await settle();
    expect(confirm).not.toHaveBeenCalled();
    expect(server.answer.reason).toBe("new");
  });

  it("has nothing to say about a question without an answer", () => {
    const { keeper, confirm } = aKeeper();
    keeper.confirm(KEY);
    expect(confirm).not.toHaveBeenCalled();
  });
});
