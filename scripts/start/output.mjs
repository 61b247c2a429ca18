/** A situation that the reader can do something about: printed as its message, without a stack. */
export class Problem extends Error {}

/** Somebody asked us to stop (Ctrl-C, SIGTERM) while work was going on. */
export class Stopped extends Error {
  constructor() {
    super("stopped");
  }
}

/** One calm line about what happens now. */
export function say(line) {
  console.log(`plumbline: ${line}`);
}

/** Print why we cannot go on; a stack only for what we did not foresee. */
export function explain(error) {
  if (error instanceof Stopped) return;
  const text = error instanceof Problem ? error.message : (error?.stack ?? String(error));
  console.error(`\n${text}\n`);
}
