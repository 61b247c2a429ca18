import { vi } from "vitest";
import type { Answer, AnswerSave } from "../../contracts/answers";
import type { Problem } from "../../contracts/organisation";
import type { AssessedQuestion } from "../../contracts/scorecard";
import { ApiProblem } from "../request";
import { AnswerStore } from "./answer-store";
import { draftStorage } from "./draft-storage";
import { ANA, anAnswer, aQuestion } from "./testing-questions";

/** The question that the tests are about. */
export const KEY = "calls-time-out";

/** Storage as a browser has it: its keys are its own properties. */
export class MemoryStorage {
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
/** As what the drafts takes it for. */
export const asStorage = (memory: MemoryStorage) => memory as unknown as Storage;

/** A refusal of the API. @param current what is there now, for a conflict */
export function problem(status: number, code: string, current?: unknown): ApiProblem {
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
export function aServer(first: Partial<Answer> = { verdict: "unanswered", version: 0, savedBy: null }) {
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

/** A store of one question on a server, with everything it touches. */
export function aStore(
  server = aServer(),
  question: Partial<AssessedQuestion> = {},
  memory = new MemoryStorage(),
) {
  const said: string[] = [];
  const drafts = draftStorage(asStorage(memory), "ana/checkout", "tab-1", Date.now);
  const confirm = vi.fn(async () => anAnswer({ ...server.answer, version: server.answer.version + 1 }));
  const store = new AnswerStore({
    me: ANA.id,
    drafts,
    confirm,
    save: (key, body) => server.save(key, body),
    now: Date.now,
    say: (words) => said.push(words),
  });
  const { question: _, ...answer } = server.answer;
  const shown = aQuestion({ ...answer, ...question });
  store.receive([shown]);
  return { store, server, said, memory, drafts, confirm, shown, state: () => store.book.of(KEY).state.kind };
}

/** Lets everything happen that waits for nothing but its turn. */
export const settle = () => vi.advanceTimersByTimeAsync(0);
/** The keys of the drafts in a storage. */
export const drafts = (memory: MemoryStorage) => Object.keys(memory).filter((key) => key.includes("draft"));
