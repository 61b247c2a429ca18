import type { LiveEvent } from "../../contracts/events";
import type { LiveNews } from "./live-news";

/** A tab that is hidden for less, or has nobody who listens, goes on leading: looking something up is not leaving. */
export const GRACE_MS = 5_000;
/** What was heard lately, for who begins to listen a little after their page was made. */
const LATELY_MS = 60_000;
const MOST_SEEN = 5_000;
const MOST_HELD = 200;
/** Changes are told a little after they can be seen; a page may have been made in between. */
const TOLERANCE_MS = 2_000;
/** Pages of which it is known when they were first listened to. */
const MOST_PAGES = 200;

/** What tabs of one browser tell each other. */
export type TabMessage =
  | { kind: "news"; news: LiveNews }
  | { kind: "connected"; is: boolean; upTo: string | null }
  /** A tab that has just begun to listen asks what was heard lately. */
  | { kind: "ask" };

/** What a tab needs of the browser. */
export interface TabParts {
  /** Does the work in one visible tab of the browser; returns what gives it up. */
  lead: (work: () => () => void) => () => void;
  connect: (
    after: string | null,
    hear: (news: LiveNews) => void,
    connected: (is: boolean, upTo: string | null) => void,
  ) => { close(): void };
  tell: (message: TabMessage) => void;
  isVisible: () => boolean;
}

type Listener = (news: LiveNews) => void;

/**
 * What one tab hears: from its own connection while it leads, else from the tab that does. Tells its listeners each
 * change once, and only while somebody can see the page; what came meanwhile is told when it is looked at again.
 */
export class LiveTab {
  readonly #parts: TabParts;
  readonly #listeners = new Set<Listener>();
  readonly #watchers = new Set<() => void>();
  readonly #seen = new Set<string>();
  #lately: { event: LiveEvent; at: number }[] = [];
  /** When pages were first listened to, by the instant at which they were made. */
  readonly #pages = new Map<string, number>();
  #held: LiveNews[] = [];
  #newest: string | null = null;
  #leads = false;
  #connected = false;
  #giveUp: (() => void) | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: TabParts) {
    this.#parts = parts;
  }

  /** Whether news arrive by themselves. */
  connected = (): boolean => this.#connected;
  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Listens, to what happened since the page was made too. @param since when that was, by the server's clock */
  listen(listener: Listener, since: string): () => void {
    this.#listeners.add(listener);
    // a page that was gone back to: what it missed may have been forgotten here
    if (this.#ageOf(since) > LATELY_MS) listener({ kind: "reset", id: this.#newest ?? "" });
    const from = Date.parse(since) - TOLERANCE_MS;
    for (const { event } of this.#lately) {
      if (Date.parse(event.at) >= from) listener({ kind: "change", event });
    }
    this.look();
    if (this.#listeners.size === 1 && !this.#leads) this.#parts.tell({ kind: "ask" });
    return () => {
      this.#listeners.delete(listener);
      this.look();
    };
  }

  /** For how long a page has been here, by the clock of the browser: the server's may be another. */
  #ageOf(since: string): number {
    const first = this.#pages.get(since) ?? Date.now();
    this.#pages.set(since, first);
    const [oldest] = this.#pages.keys();
    if (oldest !== undefined && this.#pages.size > MOST_PAGES) this.#pages.delete(oldest);
    return Date.now() - first;
  }

  /** The page was shown or hidden, or somebody began or ended to listen. */
  look = (): void => {
    clearTimeout(this.#leaving);
    if (!this.#parts.isVisible() || this.#listeners.size === 0) {
      this.#leaving = setTimeout(() => this.#rest(), GRACE_MS);
      return;
    }
    for (const news of this.#held.splice(0)) this.#tellListeners(news);
    this.#giveUp ??= this.#parts.lead(() => this.#lead());
  };

  /** The page was brought back from where it was kept asleep, and heard nothing there. */
  wake = (): void => this.#pass({ kind: "reset", id: this.#newest ?? "" });

  /** Another tab says something. */
  hear(message: TabMessage): void {
    if (message.kind === "news") this.#take(message.news);
    else if (message.kind === "connected") this.#connect(message.is, message.upTo);
    else if (this.#leads) {
      this.#parts.tell({ kind: "connected", is: this.#connected, upTo: this.#newest });
      for (const { event } of this.#recent())
        this.#parts.tell({ kind: "news", news: { kind: "change", event } });
    }
  }

  #lead(): () => void {
    this.#leads = true;
    const connection = this.#parts.connect(
      this.#newest,
      (news) => {
        if (this.#take(news)) this.#parts.tell({ kind: "news", news });
      },
      (is, upTo) => {
        this.#connect(is, upTo);
        this.#parts.tell({ kind: "connected", is, upTo });
      },
    );
    return () => {
      this.#leads = false;
      connection.close();
    };
  }

  #rest(): void {
    this.#giveUp?.();
    this.#giveUp = null;
    this.#connect(false, null);
  }

  #connect(is: boolean, upTo: string | null): void {
    this.#reach(upTo);
    if (this.#connected === is) return;
    this.#connected = is;
    for (const watcher of this.#watchers) watcher();
  }

  /** Everything up to an id was heard. */
  #reach(id: string | null): void {
    if (id !== null && (this.#newest === null || Number(id) > Number(this.#newest))) this.#newest = id;
  }

  #recent() {
    const from = Date.now() - LATELY_MS;
    this.#lately = this.#lately.filter(({ at }) => at > from);
    return this.#lately;
  }

  /** @returns false when it was heard before */
  #take(news: LiveNews): boolean {
    if (news.kind === "reset") {
      this.#newest = news.id;
      this.#seen.clear();
    } else {
      const { event } = news;
      if (this.#seen.has(event.id)) return false;
      const [oldest] = this.#seen.add(event.id);
      if (oldest !== undefined && this.#seen.size > MOST_SEEN) this.#seen.delete(oldest);
      this.#reach(event.id);
      this.#recent().push({ event, at: Date.now() });
    }
    this.#pass(news);
    return true;
  }

  #pass(news: LiveNews): void {
    if (this.#parts.isVisible()) this.#tellListeners(news);
    else if (this.#held.length < MOST_HELD) this.#held.push(news);
    else this.#held = [{ kind: "reset", id: this.#newest ?? "" }];
  }

  #tellListeners(news: LiveNews): void {
    for (const listener of [...this.#listeners]) listener(news);
  }
}
