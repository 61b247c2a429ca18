import "server-only";
import { once } from "../../config/once";
import type { Change } from "../../db/changes/change";
import { changes } from "../../db/changes/hub";
import { newestChange } from "../../db/changes/read-changes";
import { isBroadcast } from "../../domain/broadcast";
import { aboutOf } from "./about";
import { changeFrame, resetFrame } from "./frames";

/** Somebody who is sent events. */
export interface Hearer {
  personId: string;
  /** @param id of the change that it tells; null when it tells none */
  send(frame: Uint8Array, id: number | null): void;
  /** Something happened to the rights of the person. */
  doubt(): void;
}

/** What may have ended somebody's session, or changed what they may. */
const DOUBTFUL = /^(?:session\.ended|token\.ended|person\.edited|person\.password_changed)$/;

/** Everybody in this process who hears events: each event is made once, in order, and sent to all. */
class Audience {
  readonly hearers = new Set<Hearer>();
  #leave: Promise<() => void> | null = null;
  #telling: Promise<void> = Promise.resolve();

  /** @returns what ends it */
  async join(hearer: Hearer): Promise<() => void> {
    this.hearers.add(hearer);
    this.#leave ??= changes().listen({
      change: (change) => this.#inTurn(() => this.#tell(change)),
      reset: () => this.#inTurn(() => this.#reset()),
    });
    const part = () => {
      if (!this.hearers.delete(hearer) || this.hearers.size > 0) return;
      const leave = this.#leave;
      this.#leave = null;
      leave?.then((end) => end()).catch(() => undefined);
    };
    try {
      await this.#leave;
      return part;
    } catch (error) {
      this.#leave = null;
      part();
      throw error;
    }
  }

  #inTurn(work: () => Promise<void>): void {
    this.#telling = this.#telling.then(work).catch(() => undefined);
  }

  async #tell(change: Change): Promise<void> {
    if (DOUBTFUL.test(change.action)) {
      for (const hearer of [...this.hearers]) {
        if (change.subjectType === "token" || change.subject === hearer.personId) hearer.doubt();
      }
    }
    if (!isBroadcast(change.action)) return;
    const heard = { ...change, at: new Date() };
    const frame = changeFrame(heard, await aboutOf(change));
    for (const hearer of [...this.hearers]) hearer.send(frame, change.id);
  }

  async #reset(): Promise<void> {
    const newest = await newestChange().catch(() => 0);
    for (const hearer of [...this.hearers]) hearer.send(resetFrame(newest), null);
  }
}

/** The audience of this process. */
export const audience = () => once("audience", () => new Audience());
