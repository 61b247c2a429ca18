import "server-only";
import type { Scope } from "../../auth/scope";
import type { Portfolio, PortfolioFilters } from "../../contracts/portfolio";
import { groundEnds } from "../../db/ground";
import { momentIn } from "../past/moment";
import { agedAt, groundFor } from "./ground";
import { kept, keyOf, type Made } from "./kept";
import { moneyAt } from "./money";
import { readFigures, readPage } from "./read-portfolio";
import { USUAL_RANGE } from "./trend";

/**
 * The portfolio: totals (S8, R6), what is different from a month earlier, trend (H4), the eight costs (R2, R5), best
 * next fixes and best questions to answer (R8), and a page of services; now, or as of an earlier instant (H3). What was made for the same
 * filters is shown again for as long as nothing changed and no clock made a difference: then this is one statement, else
 * two; ageing that no row says yet takes two more, the gaps of an earlier instant three. It is shared: do not change it.
 * @throws AppError invalid_input for an instant that is still to come, or a cursor that was not given here
 */
export async function loadPortfolio(
  { viewer }: Scope<"portfolio:read">,
  filters: PortfolioFilters,
  now: Date,
): Promise<Portfolio> {
  const ground = await groundFor(viewer, now, filters.range === "all");
  const moment = momentIn(ground.timeZone, filters.asOf, now, "asOf");
  const { cursor, limit, sort, group, range = USUAL_RANGE, ...rest } = filters;
  const choice = { ...rest, asOf: moment.past ? moment.at.toISOString() : undefined };
  const about = keyOf("figures", ground.stamp, { ...choice, range });
  return kept(`${about} ${keyOf("page", { cursor, limit, sort, group })}`, now, async () => {
    const aged = await agedAt(ground, moment, now);
    const at = { moment, aged, ground, money: await moneyAt(ground, moment.at) };
    const until = groundEnds(ground, now);
    const made = <T>(value: T): Made<T> => ({ value, until });
    let page: Awaited<ReturnType<typeof readPage>> | null = null;
    const figures = await kept(about, now, async () => {
      const whole = await readFigures(at, filters);
      page = whole.page;
      return made(whole.figures);
    });
    return made({ ...figures, ...(page ?? (await readPage(at, filters))) });
  });
}
