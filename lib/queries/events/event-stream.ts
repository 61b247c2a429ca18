import "server-only";
import { isSessionInForce } from "../../auth/session-in-force";
import type { Viewer } from "../../auth/viewer";
import { lifecycle } from "../../config/lifecycle";
import { metrics } from "../../config/metrics";
import type { Hearer } from "./audience";
import { heartbeat } from "./frames";

const HEARTBEAT_MS = 20_000;
/** The session is looked at with every second heartbeat. */
const HEARTBEATS_A_CHECK = 2;
/** Who has so much waiting does not keep up: they are let go, and catch up when they come again. */
const MOST_WAITING_BYTES = 256 * 1024;

/** One open stream of events, from the moment it joined the audience. */
export class EventStream implements Hearer {
  readonly personId: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly #viewer: Viewer;
  #part: (() => void) | null = null;
  #over = false;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #early: { frame: Uint8Array; id: number | null }[] | null = [];
  /** What was told as missed, and may yet be heard: its turn in the audience may come after the stream is open. */
  #missed: ReadonlySet<number> = new Set();
  #beats = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
    this.personId = viewer.person.id;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.end(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
    );
  }

  /**
   * Begins with what was missed; what came meanwhile follows, each once.
   * @param part what ends its part in the audience
   */
  open(missed: readonly { frame: Uint8Array; id: number }[], part: () => void): void {
    if (this.#over) {
      part();
      return;
    }
    this.#part = part;
    const early = this.#early ?? [];
    this.#early = null;
    metrics().eventStreams.inc();
    lifecycle().onDrain.add(this.end);
    this.#timer = setInterval(() => this.#beat(), HEARTBEAT_MS).unref();
    this.#missed = new Set(missed.slice(0, -1).map(({ id }) => id));
    for (const { frame } of missed) this.#controller?.enqueue(frame);
    for (const { frame, id } of early) if (!this.#isTold(id)) this.#controller?.enqueue(frame);
  }

  send(frame: Uint8Array, id: number | null): void {
    if (this.#early) this.#early.push({ frame, id });
    else if (!this.#isTold(id)) this.#write(frame);
  }

  #isTold(id: number | null): boolean {
    return id !== null && this.#missed.has(id);
  }

  doubt(): void {
    isSessionInForce(this.#viewer, new Date()).then(
      (isIn) => isIn || this.end(),
      // The database is away: nobody is signed out by that.
      () => undefined,
    );
  }

  /** Ends it; the browser comes again, to this process or another. */
  end = (): void => {
    this.#leave();
    try {
      this.#controller?.close();
    } catch {
      // it is closed
    }
    this.#controller = null;
  };

  #leave(): void {
    this.#over = true;
    this.#part?.();
    this.#part = null;
    clearInterval(this.#timer);
    if (lifecycle().onDrain.delete(this.end)) metrics().eventStreams.dec();
  }

  #write(frame: Uint8Array): void {
    const controller = this.#controller;
    if (!controller) return;
    if ((controller.desiredSize ?? 0) < frame.byteLength) {
      this.#leave();
      this.#controller = null;
      controller.error(new DOMException("a listener does not keep up", "AbortError"));
      return;
    }
    controller.enqueue(frame);
  }

  #beat(): void {
    this.#write(heartbeat);
    this.#beats += 1;
    if (this.#beats % HEARTBEATS_A_CHECK === 0) this.doubt();
  }
}
