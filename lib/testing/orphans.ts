const CHECK_MS = 500;

/** Ends this process when the one that started it is gone: a test run that was killed leaves nothing at work. */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(1), CHECK_MS).unref();
}
