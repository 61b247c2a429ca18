import type { PresenceReport } from "../../contracts/presence";
import { TELL_MS } from "../../domain/presence";

/** Somebody who goes through questions quickly is nowhere until they stop. */
export const MOVE_PAUSE_MS = 300;

/** What telling needs of the browser. */
export interface PresenceReporterParts {
  /** UUID of this page in this tab. */
  tab: string;
  tell: (body: PresenceReport) => Promise<unknown>;
  isVisible: () => boolean;
}

/** Tells the server where a person is: when they stop at a question, and that they are still there. */
export class PresenceReporter {
  readonly #parts: PresenceReporterParts;
  #question: string | null;
  /** One after the other: what is said last must arrive last. */
  #said: Promise<unknown> = Promise.resolve();
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #beat: ReturnType<typeof setInterval>;

  constructor(question: string | null, parts: PresenceReporterParts) {
    this.#parts = parts;
    this.#question = question;
    this.#beat = setInterval(() => this.#tell(), TELL_MS);
    this.#tell();
  }

  /** They went to another question. */
  move(question: string | null): void {
    if (question === this.#question) return;
    this.#question = question;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#tell(), MOVE_PAUSE_MS);
  }

  /** The page is looked at again. */
  look = (): void => this.#tell();

  /** The page is about to go, but may come back: there is no time to wait for anything. */
  away = (): void => {
    clearTimeout(this.#pause);
    void this.#parts.tell(this.#gone());
  };

  /** The page is left for another one. */
  leave(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#pause);
    this.#say(this.#gone());
  }

  #gone(): PresenceReport {
    return { tab: this.#parts.tab, question: null, gone: true };
  }

  #tell(): void {
    clearTimeout(this.#pause);
    if (this.#parts.isVisible()) this.#say({ tab: this.#parts.tab, question: this.#question });
  }

  #say(body: PresenceReport): void {
    this.#said = this.#said.then(() => this.#parts.tell(body));
  }
}
