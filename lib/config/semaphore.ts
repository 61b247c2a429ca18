/** A number of places, taken in the order in which they were asked for. */
export class Semaphore {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get taken(): number {
    return this.#taken;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Takes a place, as soon as one is free.
   * @param longestMs how long to wait for one
   * @returns what gives it back, once however often it is called; null when none became free in time
   */
  async take(longestMs: number): Promise<(() => void) | null> {
    if (this.#taken < this.#most) {
      this.#taken += 1;
      return this.#giveBack();
    }
    const mine = await new Promise<boolean>((resolve) => {
      const called = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(called), 1);
        resolve(false);
      }, longestMs);
      this.#waiting.push(called);
    });
    return mine ? this.#giveBack() : null;
  }

  /** Whoever waits longest has the place from now on. */
  #giveBack(): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    };
  }
}
