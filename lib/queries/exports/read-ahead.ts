import "server-only";
import { setImmediate as breathe } from "node:timers/promises";

/**
 * Pages one after the other: while one is worked on, the next is read. Memory is that of two pages.
 * @param read the next page each time; null when there is none left
 */
export async function* readAhead<Row>(read: () => Promise<Row[] | null>): AsyncGenerator<Row[]> {
  let page = await read();
  while (page !== null) {
    const next = read();
    // Who stops here never waits for it: that it failed is then nobody's business.
    next.catch(() => {});
    // Or the statement would wait here until this page is worked on, in place of being under way meanwhile.
    await breathe();
    yield page;
    page = await next;
  }
}
