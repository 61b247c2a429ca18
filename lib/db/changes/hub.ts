import { log } from "../../config/log";
import { metrics } from "../../config/metrics";
import { once } from "../../config/once";
import { reasonOf } from "../../domain/errors";
import type { Change } from "./change";
import { type Ear, openEar } from "./ear";
import { Ledger, LOST_TOUCH_MS } from "./ledger";
import { newestChange, readChanges, readPosition } from "./read-changes";

const TURN_MS = 1_000;
/** How often it is made sure, while listening, that nothing escaped and that the connection still hears. */
const CHECK_MS = 15_000;
const LINGER_MS = 30_000;
const MOST_PATIENCE_MS = 30_000;

/** Who wants to know what changes. */
export interface Listener {
  change(change: Change): void;
  /** Changes were missed: everything that is known may be old. */
  reset(): void;
}

/** How changes are learnt: heard by LISTEN, read from the table each second, or not at all while nobody wants to know. */
const MODES = ["off", "listen", "poll"] as const;
export type Mode = (typeof MODES)[number];

/**
 * Tells every change, once, to who listens in this process: by LISTEN where it works, and from the table whenever it
 * does not: behind a pooler that swallows notifications, and while the connection is away.
 */
export class ChangeHub {
  readonly #listeners = new Set<Listener>();
  #mode: Mode = "off";
  #ledger = new Ledger(0);
  #started: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #lingering: NodeJS.Timeout | undefined;
  #reading: Promise<void> = Promise.resolve();
  #readAt = 0;
  #polling = false;
  #tending = false;
  #ear: Ear | null = null;
  #checkedAt = 0;
  #openAt = 0;
  #patienceMs = TURN_MS;

  get mode(): Mode {
    return this.#mode;
  }

  /** Tells a listener of every change that becomes visible from now on. @returns what ends it */
  async listen(listener: Listener): Promise<() => void> {
    clearTimeout(this.#lingering);
    this.#listeners.add(listener);
    const leave = () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#lingering);
      this.#lingering = setTimeout(() => this.#listeners.size === 0 && this.close(), LINGER_MS).unref();
    };
    try {
      this.#started ??= this.#start();
      await this.#started;
      return leave;
    } catch (error) {
      this.#started = null;
      leave();
      throw error;
    }
  }

  /** Stops; who listens then hears nothing more. */
  close(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#lingering);
    this.#listeners.clear();
    this.#started = null;
    this.#ear?.close();
    this.#ear = null;
    this.#enter("off");
  }

  async #start(): Promise<void> {
    await this.#position();
    this.#enter("poll");
    this.#openAt = 0;
    this.#checkedAt = Date.now();
    this.#timer = setInterval(() => this.#turn(), TURN_MS).unref();
    this.#turn();
  }

  async #position(): Promise<void> {
    const { settled, recent } = await readPosition();
    this.#ledger = new Ledger(settled);
    for (const id of recent) this.#ledger.take(id, Date.now());
    this.#readAt = Date.now();
  }

  #turn(): void {
    void this.#poll();
    void this.#tend();
  }

  /** Reads the table, in turn with others who do. */
  #catchUp(): Promise<void> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#read());
    return this.#reading;
  }

  async #read(): Promise<void> {
    const lostTouch = Date.now() - this.#readAt > LOST_TOUCH_MS;
    // Another database under the same name, such as a backup that was put back, begins to count anew.
    if (lostTouch || (await newestChange()) < this.#ledger.newest) {
      await this.#position();
      for (const listener of this.#listeners) listener.reset();
      return;
    }
    for (let more = true; more; ) {
      const changes = await readChanges(this.#ledger.wanted(Date.now()));
      let taken = 0;
      for (const change of changes) taken += this.#take(change) ? 1 : 0;
      more = taken > 0 && changes.length >= 1_000;
    }
    this.#readAt = Date.now();
  }

  #take(change: Change): boolean {
    if (!this.#ledger.take(change.id, Date.now())) return false;
    for (const listener of this.#listeners) listener.change(change);
    return true;
  }

  async #poll(): Promise<void> {
    const due = this.#mode === "poll" || Date.now() - this.#readAt >= CHECK_MS;
    if (this.#polling || !due) return;
    this.#polling = true;
    try {
      await this.#catchUp();
    } catch (error) {
      log().debug({ error: reasonOf(error) }, "changes could not be read");
    } finally {
      this.#polling = false;
    }
  }

  /** Looks after the connection that hears. */
  async #tend(): Promise<void> {
    const now = Date.now();
    if (this.#tending || now < (this.#ear ? this.#checkedAt + CHECK_MS : this.#openAt)) return;
    this.#tending = true;
    const started = this.#started;
    try {
      const ear =
        this.#ear ??
        (await openEar(
          (change) => this.#take(change),
          (why) => this.#lose(why),
        ));
      if (this.#started !== started) return ear.close();
      this.#ear = ear;
      const hears = await ear.hearsItself();
      if (this.#ear !== ear) return;
      this.#checkedAt = Date.now();
      if (!hears) this.#lose("it hears nothing, as behind a pooler in transaction mode");
      else if (this.#mode !== "listen") {
        await this.#catchUp();
        this.#patienceMs = TURN_MS;
        if (this.#ear === ear) this.#enter("listen");
      }
    } catch (error) {
      if (this.#started === started) this.#lose(reasonOf(error));
    } finally {
      this.#tending = false;
    }
  }

  #lose(why: string): void {
    this.#ear?.close();
    this.#ear = null;
    this.#openAt = Date.now() + this.#patienceMs;
    this.#patienceMs = Math.min(2 * this.#patienceMs, MOST_PATIENCE_MS);
    if (this.#started) this.#enter("poll", why);
    void this.#poll();
  }

  #enter(mode: Mode, why?: string): void {
    if (this.#mode === mode) return;
    this.#mode = mode;
    for (const each of MODES) metrics().listening.set({ mode: each }, each === mode ? 1 : 0);
    log().info({ mode, ...(why ? { why } : {}) }, "how changes are learnt");
  }
}

/** The hub of this process; it rests while nobody listens. */
export const changes = (): ChangeHub => once("changes", () => new ChangeHub());
