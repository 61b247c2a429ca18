import "server-only";
import { once } from "../../config/once";
import { type LossGroup, merged, type Spread } from "../../domain/simulation";
import { simulate } from "./simulation-thread";

/** How many answers are kept in memory: a few kilobytes each. */
const MOST = 300;

const kept = () => once("spreads", () => new Map<string, Promise<Spread>>());

/**
 * How a year's loss may turn out (R7): percentiles and the exceedance curve, simulated in a thread of its own. The same
 * groups have the same answer, which is kept and shared: do not change it.
 * @throws AppError unavailable when the simulation cannot be had now
 */
export async function spreadOf(groups: readonly LossGroup[]): Promise<Spread> {
  const asked = merged(groups);
  const key = JSON.stringify(asked.map(({ stream, rate, mu, sigma }) => [stream, rate, mu, sigma]));
  const known = kept().get(key);
  if (known) return known;
  const made = simulate(asked);
  kept().set(key, made);
  for (const oldest of kept().keys()) {
    if (kept().size <= MOST) break;
    kept().delete(oldest);
  }
  try {
    return await made;
  } catch (error) {
    if (kept().get(key) === made) kept().delete(key);
    throw error;
  }
}
