import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import { chosenOf } from "../../snapshot/choose";
import type { ServiceThen } from "../../snapshot/service-then";
import { sortedServices } from "../services/page";
import type { ExportAsked } from "./export";

/** How many services are worked on at a time: memory stays that of two pages, whatever is stored. */
const AT_A_TIME = 40;

/** The services that an export is asked about (H3), each once, by name or as they are to be sorted. */
export function servicesAsked({ choice, services, snapshot }: ExportAsked): ServiceThen[] {
  const slugs = choice.service?.length ? new Set(choice.service) : null;
  const chosen = chosenOf(snapshot, services).filter(({ slug }) => slugs === null || slugs.has(slug));
  return sortedServices(snapshot, chosen, choice.sort);
}

/**
 * Services a few at a time, each time with what is read for them; others have their turn in between. While one page is
 * worked on, the next is read.
 * @param read null where nothing has to be read
 */
export async function* inPages<Read>(
  services: readonly ServiceThen[],
  read: ((page: readonly ServiceThen[]) => Promise<Read>) | null,
): AsyncGenerator<{ page: readonly ServiceThen[]; read: Read | null }> {
  let start = 0;
  const next = async () => {
    const page = services.slice(start, start + AT_A_TIME);
    start += AT_A_TIME;
    return page.length === 0 ? null : { page, read: read && (await read(page)) };
  };
  let current = await next();
  while (current) {
    const following = next();
    // Who stops here never waits for it: that it failed is then nobody's business.
    following.catch(() => {});
    // Or the statement would wait here until this page is worked on, in place of being under way meanwhile.
    await turn();
    yield current;
    current = await following;
  }
}
