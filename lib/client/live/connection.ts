import { type LiveNews, newsOf, readSentEvents, type SentEvent } from "./live-news";

const PATH = "/api/v1/events";
/** How long the greeting may take: what stands between may hold the stream back. */
export const GREETING_MS = 6_000;
const FAILURES_TO_POLL = 3;
export const POLL_MS = 2_000;
/** After so long of asking, streams are tried again: soon at first, when the server was only being restarted. */
export const POLLING_MS = [20_000, 60_000, 5 * 60_000] as const;
const MOST_BACKOFF_MS = 15_000;

/** The part of an EventSource that is used. */
export interface Source {
  addEventListener(
    type: "hello" | "change" | "reset" | "error",
    listener: (event: { data?: unknown; lastEventId?: string }) => void,
  ): void;
  close(): void;
}

/** What a connection needs of the browser, and whom it tells. */
export interface ConnectionParts {
  open: (path: string) => Source;
  /** The text of one answer; null when nobody is signed in any more. */
  ask: (path: string) => Promise<string | null>;
  hear: (news: LiveNews) => void;
  /** Whether news arrive by themselves. @param upTo the id of what was heard up to now */
  connected: (is: boolean, upTo: string | null) => void;
  random: () => number;
}

/**
 * Hears events from the server: by a stream, and where no stream comes through, by asking every two seconds. Goes on
 * after the last event that was heard, whatever happened in between.
 */
export class Connection {
  readonly #parts: ConnectionParts;
  #after: string | null;
  #source: Source | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #rounds = 0;
  #closed = false;

  /** @param after the id of the last event that was heard, to go on from */
  constructor(after: string | null, parts: ConnectionParts) {
    this.#after = after;
    this.#parts = parts;
    this.#stream();
  }

  close(): void {
    this.#closed = true;
    this.#drop();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #path(once: boolean): string {
    const query = new URLSearchParams();
    if (this.#after !== null) query.set("after", this.#after);
    if (once) query.set("once", "true");
    return query.size === 0 ? PATH : `${PATH}?${query}`;
  }

  #take(sent: SentEvent): void {
    // Ids come in the order of their commits, not of their size.
    if (sent.id !== "" && (this.#after === null || Number(sent.id) > Number(this.#after)))
      this.#after = sent.id;
    if (sent.event === "reset") this.#after = sent.id;
    const news = newsOf(sent);
    if (news) this.#parts.hear(news);
  }

  #stream(): void {
    const source = this.#parts.open(this.#path(false));
    this.#source = source;
    const failed = () => this.#source === source && this.#failed();
    this.#timer = setTimeout(failed, GREETING_MS);
    for (const event of ["hello", "change", "reset"] as const) {
      source.addEventListener(event, ({ data, lastEventId }) => {
        if (this.#source !== source) return;
        this.#take({ event, id: lastEventId ?? "", data: String(data) });
        if (event !== "hello") return;
        clearTimeout(this.#timer);
        this.#failures = 0;
        this.#rounds = 0;
        this.#parts.connected(true, this.#after);
      });
    }
    source.addEventListener("error", failed);
  }

  #failed(): void {
    this.#drop();
    this.#parts.connected(false, this.#after);
    this.#failures += 1;
    if (this.#failures >= FAILURES_TO_POLL) {
      const round = POLLING_MS[Math.min(this.#rounds, POLLING_MS.length - 1)] ?? 0;
      this.#rounds += 1;
      void this.#poll(Date.now() + round, 0);
      return;
    }
    // Not all browsers at once, when a server goes.
    const wait = 500 * 2 ** this.#failures * (0.5 + this.#parts.random());
    this.#timer = setTimeout(() => this.#stream(), wait);
  }

  /** @param until when streams are tried again (epoch, ms) @param misses how many times in a row nothing came */
  async #poll(until: number, misses: number): Promise<void> {
    if (Date.now() >= until) {
      this.#failures = 0;
      this.#stream();
      return;
    }
    const text = await this.#parts.ask(this.#path(true)).catch(() => undefined);
    if (this.#closed) return;
    // Nobody is signed in: nothing comes until somebody looks at the page again.
    if (text === null) return;
    for (const sent of readSentEvents(text ?? "")) this.#take(sent);
    const missed = text === undefined ? misses + 1 : 0;
    this.#parts.connected(missed === 0, this.#after);
    const wait = missed === 0 ? POLL_MS : Math.min(POLL_MS * 2 ** missed, MOST_BACKOFF_MS);
    this.#timer = setTimeout(() => void this.#poll(until, missed), wait);
  }
}
