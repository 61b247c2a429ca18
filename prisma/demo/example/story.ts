import type { Question } from "../../../lib/domain/checklist";
import { chance } from "../../../lib/domain/random";
import { liveThrough } from "./live-through";
import { CAST, crewOf, TEAMS } from "./people";
import { running } from "./services-running";
import { selling } from "./services-selling";
import { type Arc, addedOn, type Step } from "./steps";
import { workingDays } from "./working-days";

const ARCS: readonly Arc[] = [...selling, ...running];
const SEED = 20_260_401;

/**
 * The example: nine months of Tallybrook, six teams, 25 services of all tiers and lifecycles, ending with the last working
 * day before `now`. The same `now` (to the day) and checklist give the same story. One service after the other, and only
 * when asked for: all of it takes its time.
 * @param questions of the checklist that the services are asked
 */
export function* liveAll(questions: readonly Question[], now: Date, seed = SEED): Generator<Step> {
  const days = workingDays(now);
  const arcs = new Map(ARCS.map((arc) => [arc.key, arc]));
  const called = new Map(CAST.map((each) => [each.key, each.called ?? each.name.split(" ")[0] ?? ""]));
  const world = {
    ...{ questions, days, crew: crewOf },
    habits: (team: string) => found(TEAMS[team]),
    called: (person: string) => found(called.get(person)),
    added: (service: string) => addedOn(found(arcs.get(service))),
  };
  for (const [index, arc] of ARCS.entries()) {
    yield* liveThrough(arc, { ...world, chance: chance(seed + index) });
  }
}

/** Steps of many services as one story, oldest first; what was done at one instant is one step. */
export function together(steps: readonly Step[]): Step[] {
  const story: Step[] = [];
  for (const step of [...steps].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const last = story.at(-1);
    const isSame = last?.at.getTime() === step.at.getTime();
    if (isSame && last?.kind === "answers" && step.kind === "answers") last.answers.push(...step.answers);
    else if (isSame && last?.kind === "plans" && step.kind === "plans" && last.by === step.by)
      last.plans.push(...step.plans);
    else if (step.kind === "answers") story.push({ ...step, answers: [...step.answers] });
    else story.push(step.kind === "plans" ? { ...step, plans: [...step.plans] } : step);
  }
  return story;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("the story names something that it does not have");
  return value;
}
