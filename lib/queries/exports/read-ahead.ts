import "server-only";
import { setImmediate as breathe } from "node:timers/promises";

/**
 * Pages one after the other: while one is worked on, the next is read. Memory is that of two pages.
 * @param read the page after a row, or the first one; none when there is nothing left
 */
export async function* readAhead<Row>(
  read: (after: Row | null) => Promise<Row[]>,
  perPage: number,
): AsyncGenerator<Row[]> {
  let page = await read(null);
  while (page.length > 0) {
    const last = page.length < perPage ? undefined : page.at(-1);
    const next = last ? read(last) : Promise.resolve([]);
    // Who stops here never waits for it: that it failed is then nobody's business.
    next.catch(() => {});
    // Or the statement would wait here until this page is worked on, in place of being under way meanwhile.
    await breathe();
    yield page;
    page = await next;
  }
}
