/** Work that many may ask for, done at once and then at most once in a while; the last wish is always followed. */
export interface Throttled {
  (): void;
  stop(): void;
}

/** @param delayMs how long the first wish waits, for others that come with it; asked for anew each time */
export function atMostEvery(ms: number, work: () => void, delayMs: number | (() => number) = 0): Throttled {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    last = Date.now();
    work();
  };
  const wish = () => {
    if (timer !== undefined) return;
    const wait = Math.max(typeof delayMs === "number" ? delayMs : delayMs(), last + ms - Date.now());
    if (wait <= 0) run();
    else timer = setTimeout(run, wait);
  };
  return Object.assign(wish, {
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  });
}
