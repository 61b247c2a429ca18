import type { Answer } from "../../contracts/answers";
import type { AssessedQuestion } from "../../contracts/scorecard";
import { type Draft, newestOf } from "./draft";
import type { DraftStorage } from "./draft-storage";
import { type Local, type Locals, NO_LOCALS, NOTHING_LOCAL } from "./local";

/** What this tab knows of the questions of one service; tells its listeners of every change. */
export class LocalBook {
  readonly #drafts: Pick<DraftStorage, "keep">;
  readonly #listeners = new Set<() => void>();
  #locals: Locals = NO_LOCALS;
  #questions: ReadonlyMap<string, AssessedQuestion> = new Map();

  constructor(drafts: Pick<DraftStorage, "keep">) {
    this.#drafts = drafts;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  locals = (): Locals => this.#locals;
  of = (key: string): Local => this.#locals.get(key) ?? NOTHING_LOCAL;
  question = (key: string): AssessedQuestion | undefined => this.#questions.get(key);

  /** Takes the server's newest list of questions. */
  take(questions: readonly AssessedQuestion[]): void {
    this.#questions = new Map(questions.map((question) => [question.key, question]));
  }

  /** The newest answer to a question that this tab knows, or undefined when the question no longer applies. */
  newest(key: string): Answer | undefined {
    const question = this.#questions.get(key);
    return question && newestOf(question, this.of(key).known);
  }

  set(key: string, part: Partial<Local>): void {
    this.#locals = new Map(this.#locals).set(key, { ...this.of(key), ...part });
    for (const listener of this.#listeners) listener();
  }

  /** Keeps a draft here and in the browser's storage. */
  keep(key: string, draft: Draft): void {
    this.set(key, { draft, kept: this.#drafts.keep(key, draft) });
  }
}
