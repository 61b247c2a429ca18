import type { Question } from "../checklist";
import { chance } from "../random";
import type { ExampleModel, ExamplePerson, ExampleService, ExampleTeam } from "./history";
import { liveThrough } from "./live-through";
import { delivery } from "./story/delivery";
import { identity } from "./story/identity";
import { payments } from "./story/payments";
import { CAST, type Cast, TEAMS } from "./story/people";
import { platform } from "./story/platform";
import { exampleModels } from "./story/prices";
import { storefront } from "./story/storefront";
import { type WorkingDays, workingDays } from "./working-days";

/** Everything that is invented. */
export interface ExamplePortfolio {
  people: ExamplePerson[];
  teams: ExampleTeam[];
  /** Oldest first; for an organisation that has none of its own. */
  models: ExampleModel[];
  /** One at a time, and only when asked for: all of them take half a second. */
  services: Iterable<ExampleService>;
}

const ARCS = [...payments, ...storefront, ...delivery, ...platform, ...identity];
const SEED = 20_260_401;

/**
 * The example: nine months of Tallybrook, six teams, 25 services of all tiers and lifecycles, ending with the last working
 * day before `now`. The same `now` (to the day) and checklist give the same history.
 * @param questions of the checklist that the services are asked
 */
export function examplePortfolio(questions: readonly Question[], now: Date, seed = SEED): ExamplePortfolio {
  const days = workingDays(now);
  const onTeam = (team: string, day: number) =>
    CAST.filter((each) => each.team === team && each.from >= day && (each.until ?? 0) <= day);
  const crew = (team: string, day: number) =>
    [...onTeam(team, day)].sort((a, b) => rank(a) - rank(b)).map((each) => each.key);
  const added = (key: string) => ARCS.find((arc) => arc.key === key)?.lifecycle[0]?.[0] ?? 0;
  function* services() {
    for (const [index, arc] of ARCS.entries()) {
      yield liveThrough(arc, { questions, days, chance: chance(seed + index), crew, added });
    }
  }
  const inOrder = { [Symbol.iterator]: services };
  return { people: people(days), teams: teams(days), models: exampleModels(days), services: inOrder };
}

const rank = (each: Cast) => (each.role === "lead" ? 0 : 1);

function people(days: WorkingDays): ExamplePerson[] {
  return CAST.map(({ key, name, executive = false, from, until }) => ({
    key,
    name,
    mailbox: key,
    executive,
    createdAt: days(from),
    disabledAt: until === undefined ? null : days(until - 1, 540),
  }));
}

function teams(days: WorkingDays): ExampleTeam[] {
  return TEAMS.map(({ key, name, description }) => {
    const here = CAST.filter((each) => each.team === key && each.until === undefined);
    const members = here.map((each) => ({ person: each.key, role: each.role ?? "member" }));
    return { key, name, description, createdAt: days(196, 20), members };
  });
}
