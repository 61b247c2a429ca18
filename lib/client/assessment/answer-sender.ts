import type { Answer, AnswerSave } from "../../contracts/answers";
import { conflictOf } from "../request";
import { type AnswerContent, type Draft, isUnsaved, saysTheSame, sendable } from "./draft";
import type { DraftStorage } from "./draft-storage";
import type { LocalBook } from "./local-book";
import { missingToSave } from "./missing";
import { rebased, reconcile } from "./reconcile";
import { afterFailure, IDLE, mayHaveArrived } from "./save-state";

/** How long the typing has to pause before it is saved. */
export const PAUSE_MS = 800;
/** How many unanswered requests are remembered, to recognise our own answer later. */
const MOST_UNSURE = 5;

/** What saving needs of the world. */
export interface SenderParts {
  /** Id of the person whose answers these are. */
  me: string;
  save: (question: string, body: AnswerSave) => Promise<Answer>;
  confirm: (question: string, expectedVersion: number, idempotencyKey: string) => Promise<Answer>;
  drafts: Pick<DraftStorage, "forget">;
  now: () => number;
  /** Told in words what a person who listens should hear. */
  say: (words: string) => void;
}

/** Sends drafts and confirmations, one request per question at a time, again and again until the server has them. */
export class AnswerSender {
  readonly #book: LocalBook;
  readonly #parts: SenderParts;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #inFlight = new Set<string>();
  readonly #hurried = new Set<string>();
  readonly #attempts = new Map<string, number>();
  #blocked = false;

  constructor(book: LocalBook, parts: SenderParts) {
    this.#book = book;
    this.#parts = parts;
  }

  isSending = (key: string): boolean => this.#inFlight.has(key);

  /** Sends nothing more while somebody else is signed in: it would carry their name. */
  block(blocked: boolean): void {
    this.#blocked = blocked;
  }

  /** Decides what becomes of a draft: nothing to save, something missing, wait for a pause, or send. */
  plan(key: string, hurry = false): void {
    const { draft } = this.#book.of(key);
    const question = this.#book.question(key);
    if (hurry) this.#hurried.add(key);
    if (!draft || !question || this.#inFlight.has(key)) return;
    this.stop(key);
    const problems = isUnsaved(draft) ? missingToSave(sendable(draft), question) : [];
    if (!isUnsaved(draft) || problems.length > 0) this.#hurried.delete(key);
    if (problems.length > 0) this.#book.set(key, { state: { kind: "incomplete", problems } });
    else if (!isUnsaved(draft)) this.#rest(key, draft);
    else if (this.#hurried.has(key)) void this.send(key);
    else {
      this.#book.set(key, { state: { kind: "waiting" } });
      this.#timers.set(
        key,
        setTimeout(() => void this.send(key), PAUSE_MS),
      );
    }
  }

  /** Sends what is there to send; resolves when the reply came or failed. */
  async send(key: string): Promise<void> {
    this.stop(key);
    const { draft, confirming } = this.#book.of(key);
    const question = this.#book.question(key);
    if (this.#inFlight.has(key) || !question) return;
    if (!draft && !confirming) {
      this.#book.set(key, { state: IDLE });
      return;
    }
    const sent = confirming || !draft ? null : sendable(draft);
    if (sent && missingToSave(sent, question).length > 0) {
      this.plan(key);
      return;
    }
    if (this.#blocked) {
      this.#book.set(key, { state: { kind: "other_person" } });
      return;
    }
    this.#hurried.delete(key);
    this.#inFlight.add(key);
    // before the reply, so that a page that is closed meanwhile still recognises its own answer
    if (draft && sent)
      this.#book.keep(key, { ...draft, unsure: [sent, ...draft.unsure].slice(0, MOST_UNSURE) });
    this.#book.set(key, { state: { kind: "saving" } });
    try {
      const answer = confirming
        ? await this.#parts.confirm(key, confirming.expectedVersion, confirming.idempotencyKey)
        : await this.#parts.save(key, bodyOf(draft as Draft));
      this.#inFlight.delete(key);
      this.#arrived(key, answer, sent, question.number);
    } catch (error) {
      this.#inFlight.delete(key);
      this.#failed(key, error, sent, question.number);
    }
  }

  /** Nothing is left to save: the server has it. */
  settle(key: string, answer: Answer): void {
    this.stop(key);
    this.#attempts.delete(key);
    this.#parts.drafts.forget(key);
    this.#book.set(key, { draft: null, state: IDLE, known: answer, kept: true });
  }

  /** Forgets a planned attempt. */
  stop(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  /** A draft that changes nothing: let go, unless a row of links is still being filled in. */
  #rest(key: string, draft: Draft): void {
    const untouched = saysTheSame(draft, draft.base.content);
    if (untouched) this.#parts.drafts.forget(key);
    this.#book.set(key, { state: IDLE, ...(untouched ? { draft: null } : {}) });
  }

  #arrived(key: string, answer: Answer, sent: AnswerContent | null, number: string): void {
    const { draft } = this.#book.of(key);
    this.#attempts.delete(key);
    this.#parts.say(`Question ${number} ${sent ? "saved" : "confirmed"}`);
    this.#book.set(key, { known: answer, confirming: null, state: IDLE });
    if (!draft || (sent && saysTheSame(sendable(draft), sent))) {
      this.settle(key, answer);
      return;
    }
    this.#book.keep(key, rebased(draft, answer));
    this.plan(key);
  }

  #failed(key: string, error: unknown, sent: AnswerContent | null, number: string): void {
    const theirs = conflictOf<Answer>(error);
    if (theirs) {
      this.#refusedByVersion(key, theirs, sent !== null, number);
      return;
    }
    const { draft } = this.#book.of(key);
    if (draft && sent && !mayHaveArrived(error)) {
      this.#book.keep(key, { ...draft, unsure: draft.unsure.slice(1) });
    }
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    if (attempt === 1) this.#parts.say(`Question ${number} not saved. What you typed is kept.`);
    const state = afterFailure(error, attempt, this.#parts.now());
    this.#book.set(key, { state, ...(state.kind === "refused" ? { confirming: null } : {}) });
    if (state.kind !== "retrying") return;
    this.#timers.set(
      key,
      setTimeout(() => void this.send(key), state.at - this.#parts.now()),
    );
  }

  #refusedByVersion(key: string, theirs: Answer, wasSave: boolean, number: string): void {
    const { draft } = this.#book.of(key);
    this.#attempts.delete(key);
    if (!draft || !wasSave) {
      this.#parts.say(`Question ${number} was changed meanwhile: look at it first.`);
      this.#book.set(key, { known: theirs, confirming: null, state: IDLE });
      this.plan(key);
      return;
    }
    const means = reconcile(draft, theirs, this.#parts.me);
    if (means === "same") {
      this.settle(key, theirs);
      return;
    }
    if (means === "conflict") {
      this.#parts.say(`Question ${number} not saved: it was answered meanwhile. Both answers are shown.`);
      this.#book.set(key, { state: { kind: "conflict", theirs } });
      return;
    }
    this.#book.set(key, { known: theirs });
    this.#book.keep(key, rebased(draft, theirs));
    this.plan(key, true);
  }
}

function bodyOf(draft: Draft): AnswerSave {
  const { verdict, reason, evidence } = sendable(draft);
  if (verdict === null) throw new RangeError("a draft without a verdict is not sent");
  return { verdict, reason, evidence: [...evidence], expectedVersion: draft.base.version };
}
