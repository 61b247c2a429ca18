import type { Answer } from "../../contracts/answers";
import type { AssessedQuestion } from "../../contracts/scorecard";
import { randomId } from "../random-id";
import { AnswerSender, type SenderParts } from "./answer-sender";
import { type AnswerContent, contentOf, draftOver, isUnsaved, saysTheSame, sendable } from "./draft";
import type { DraftStorage, FoundDraft } from "./draft-storage";
import { LocalBook } from "./local-book";
import { withTheirs } from "./merge-texts";
import { rebased, reconcile } from "./reconcile";
import type { SaveState } from "./save-state";

/** What the store needs of the world. */
export interface AnswerStoreParts extends SenderParts {
  drafts: Pick<DraftStorage, "keep" | "forget" | "drop" | "putAside" | "dropAside">;
}

/**
 * Looks after the answers that are being typed on one service: keeps every keystroke, saves when it can, and never
 * throws a text away. Knows nothing of React; components subscribe to `book`.
 */
export class AnswerStore {
  readonly book: LocalBook;
  readonly #sender: AnswerSender;
  readonly #parts: AnswerStoreParts;

  constructor(parts: AnswerStoreParts) {
    this.#parts = parts;
    this.book = new LocalBook(parts.drafts);
    this.#sender = new AnswerSender(this.book, parts);
  }

  /** Takes the server's newest list; what is being typed stays, what turned out to be saved is let go. */
  receive(questions: readonly AssessedQuestion[]): void {
    this.book.take(questions);
    for (const [key, { draft, state }] of this.book.locals()) {
      const newest = this.book.newest(key);
      if (!newest || !draft || this.#sender.isSending(key) || newest.version <= draft.base.version) continue;
      if (reconcile(draft, newest, this.#parts.me) === "same") this.#sender.settle(key, newest);
      else if (state.kind === "conflict") this.book.set(key, { state: { kind: "conflict", theirs: newest } });
    }
  }

  /** Takes what was typed or chosen; `now` saves at once, `soon` when the typing pauses. */
  edit(key: string, part: Partial<AnswerContent>, when: "now" | "soon"): void {
    const { draft, state } = this.book.of(key);
    const answer = this.book.newest(key);
    const before = draft ?? (answer && draftOver(answer));
    if (!before) return;
    if (!this.#sender.isSending(key)) this.book.set(key, { confirming: null });
    this.book.keep(key, { ...before, ...part });
    if (state.kind === "conflict" || state.kind === "signed_out" || state.kind === "other_person") return;
    if (state.kind === "retrying" && when === "soon") return;
    this.#sender.plan(key, when === "now");
  }

  /** Saves now what waits for a pause in the typing. */
  flush(key: string): void {
    if (this.book.of(key).state.kind === "waiting") this.#sender.plan(key, true);
  }

  /** Saves now everything that waits for a pause in the typing. */
  flushAll(): void {
    for (const key of this.book.locals().keys()) this.flush(key);
  }

  /** Tries again now everything that is in one of these states. */
  retryAll(...kinds: readonly SaveState["kind"][]): void {
    for (const [key, { state }] of this.book.locals()) {
      if (kinds.includes(state.kind)) void this.#sender.send(key);
    }
  }

  /** Tries one again now. */
  retry(key: string): void {
    void this.#sender.send(key);
  }

  /** Holds everything back while somebody else is signed in, and lets it go again afterwards. */
  block(blocked: boolean): void {
    this.#sender.block(blocked);
    if (!blocked) this.retryAll("signed_out", "other_person");
  }

  /** Says that the answer still holds. What is being typed is saved instead: that says more. */
  confirm(key: string): void {
    const { draft, confirming } = this.book.of(key);
    const answer = this.book.newest(key);
    if (!answer || answer.version === 0 || confirming || this.#sender.isSending(key)) return;
    if (draft && isUnsaved(draft)) {
      this.flush(key);
      return;
    }
    this.book.set(key, { confirming: { expectedVersion: answer.version, idempotencyKey: randomId() } });
    void this.#sender.send(key);
  }

  /** Takes answers that the server gave for several questions at once; what is being typed about one stays. */
  learn(answers: readonly Answer[]): void {
    for (const answer of answers) this.book.set(answer.question, { known: answer });
  }

  /** Ends a conflict: theirs stays and yours is put away, yours is saved over it, or both texts come together. */
  resolve(key: string, choice: "theirs" | "mine" | "both"): void {
    const { draft, state } = this.book.of(key);
    if (!draft || state.kind !== "conflict") return;
    const { theirs } = state;
    if (choice === "theirs") {
      this.putAside(key, sendable(draft));
      this.#sender.settle(key, theirs);
      return;
    }
    const over = rebased(draft, theirs);
    this.book.set(key, { known: theirs });
    this.book.keep(key, choice === "both" ? withTheirs(over, contentOf(theirs)) : over);
    if (choice === "mine") this.#sender.plan(key, true);
    else this.book.set(key, { state: { kind: "waiting" } });
  }

  /** Puts a text away where it can be found again. @returns its id */
  putAside(key: string, content: AnswerContent): string {
    const text = this.#parts.drafts.putAside(key, content);
    const others = this.book.of(key).aside.filter((each) => !saysTheSame(each.content, content));
    this.book.set(key, { aside: [text, ...others] });
    return text.id;
  }

  /** Brings a text that was put away back, beside the answer that is there now, to choose between the two. */
  takeBack(key: string, id: string): void {
    const { aside, draft } = this.book.of(key);
    const text = aside.find((each) => each.id === id);
    const theirs = this.book.newest(key);
    if (!text || !theirs || this.#sender.isSending(key)) return;
    if (draft && isUnsaved(draft)) this.putAside(key, sendable(draft));
    this.#sender.stop(key);
    this.book.keep(key, { ...draftOver(theirs), ...text.content });
    this.dropAside(key, id);
    if (saysTheSame(text.content, contentOf(theirs))) this.#sender.settle(key, theirs);
    else this.book.set(key, { state: { kind: "conflict", theirs } });
  }

  /** Throws a put-away text away for good, because its owner said so. */
  dropAside(key: string, id: string): void {
    this.#parts.drafts.dropAside(key, id);
    this.book.set(key, { aside: this.book.of(key).aside.filter((each) => each.id !== id) });
  }

  /** Takes up a draft that an earlier page left behind; a second one for the same question is put away. */
  restore(found: FoundDraft): void {
    const { question: key, draft } = found;
    const mine = this.book.of(key).draft;
    const answer = this.book.newest(key);
    const isSaved = !isUnsaved(draft) || (answer && reconcile(draft, answer, this.#parts.me) === "same");
    if (!isSaved && mine && !saysTheSame(mine, draft)) this.putAside(key, sendable(draft));
    if (!isSaved && !mine) {
      this.book.keep(key, draft);
      this.#sender.plan(key);
      if (!this.book.of(key).kept) return;
    }
    this.#parts.drafts.drop(found);
  }
}
