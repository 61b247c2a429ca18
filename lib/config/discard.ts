/** How long whoever has been refused may pause in what they still send, how much that may be, and how long it may take. */
const LINGER_MS = 2_000;
const LINGER_BYTES = 1_000_000_000;
const WHOLE_MS = 60_000;

/**
 * Reads what nobody wants, until it ends, nothing comes for a while, or it has gone on for too long: a connection closed
 * while bytes arrive is reset, and with it goes the answer. Never throws.
 * @param next the size of the next piece in bytes; null at the end
 */
export async function discard(next: () => Promise<number | null>): Promise<void> {
  const end = Date.now() + WHOLE_MS;
  let timer: NodeJS.Timeout | undefined;
  try {
    for (let bytes = 0; bytes < LINGER_BYTES && Date.now() < end; ) {
      const silent = new Promise<null>((resolve) => {
        timer = setTimeout(resolve, LINGER_MS, null);
      });
      const size = await Promise.race([next(), silent]);
      clearTimeout(timer);
      if (size === null) return;
      bytes += size;
    }
  } catch {
    // Whoever stops sending has had the answer, or is gone.
  } finally {
    clearTimeout(timer);
  }
}
