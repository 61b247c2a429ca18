import { GO_KEYS } from "./go-keys";
import { actionOf } from "./page-keys";

/** How long the second key may take. */
const WITHIN_MS = 1_500;

/** Hears "g" and then where to. */
export class GoSequence {
  #beganAt = Number.NEGATIVE_INFINITY;

  /**
   * @param at ms
   * @returns where the key leads; "begun" for a first g; null when it is none of ours, with which the sequence ends
   */
  press(key: string, at: number): string | null {
    const isSecond = at - this.#beganAt <= WITHIN_MS;
    this.#beganAt = Number.NEGATIVE_INFINITY;
    if (isSecond) return actionOf(GO_KEYS, key);
    if (key !== "g") return null;
    this.#beganAt = at;
    return "begun";
  }

  end(): void {
    this.#beganAt = Number.NEGATIVE_INFINITY;
  }
}
