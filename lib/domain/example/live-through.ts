import type { Question } from "../checklist";
import type { Chance } from "../random";
import { slugOf } from "../text";
import type { Tier, Verdict } from "../vocabulary";
import { type Arc, shareOn } from "./arc";
import { Diary, type Standing } from "./diary";
import type { ExampleService } from "./history";
import type { WorkingDays } from "./working-days";

/** What a service lives in. */
export interface World {
  questions: readonly Question[];
  days: WorkingDays;
  chance: Chance;
  /** Who is on a team on a day, its lead first; never empty. */
  crew: (team: string, day: number) => readonly string[];
  /** When a service was added. */
  added: (service: string) => number;
}

/** Lives an arc, day by day: what the people of its team answered, confirmed, changed and planned. */
export function liveThrough(arc: Arc, world: World): ExampleService {
  const diary = new Diary(arc, slugOf(arc.name, "service"), world.questions, world.days, world.chance);
  const crew = (day: number) => world.crew(arc.team, day);
  for (const day of eventfulDays(arc, world)) {
    diary.begin(day, 10 + world.chance.uniform() * 40);
    changeFacts(arc, world, day, diary);
    for (const told of arc.told ?? []) {
      if (told.day === day) diary.save(told.question, told.verdict, lead(crew(day)), told.reason);
    }
    if (isLook(arc, day)) look(arc, day, diary, crew(day));
  }
  return { key: arc.key, events: diary.events, plans: [...diary.plans.values()] };
}

const lead = (crew: readonly string[]) => crew[0] ?? "";
const added = (arc: Arc) => arc.lifecycle[0]?.[0] ?? 0;
/** Days on which the team looks at the checklist. */
const isLook = ({ firstLook, every, keptUntil = 1, path }: Arc, day: number) =>
  firstLook !== null &&
  day <= firstLook &&
  day >= keptUntil &&
  ((firstLook - day) % every === 0 || path.some(([at]) => at === day));

function eventfulDays(arc: Arc, world: World): number[] {
  const days = new Set([
    ...arc.lifecycle.map(([day]) => day),
    ...(arc.raised ? [arc.raised.day] : []),
    ...(arc.told ?? []).map((told) => told.day),
    ...(arc.dependsOn ?? []).map((key) => Math.min(added(arc), world.added(key) - 1)),
  ]);
  for (let day = arc.firstLook ?? 0; day >= 1; day -= 1) if (isLook(arc, day)) days.add(day);
  return [...days].sort((a, b) => b - a);
}

/** Facts change in the order that a lead would: added, depended on others, launched, became more critical. */
function changeFacts(arc: Arc, world: World, day: number, diary: Diary): void {
  const by = lead(world.crew(arc.team, day));
  const known = (arc.dependsOn ?? []).filter((key) => world.added(key) > day);
  const before = (arc.dependsOn ?? []).filter((key) => world.added(key) > day + 1);
  const lifecycle = arc.lifecycle.find(([at]) => at === day)?.[1];
  if (day === added(arc)) diary.changeFacts({ ...(lifecycle && { lifecycle }), dependsOn: known }, by);
  else {
    if (known.length > before.length) diary.changeFacts({ dependsOn: known }, by);
    if (lifecycle) diary.changeFacts({ lifecycle }, by);
  }
  if (arc.raised?.day === day) diary.changeFacts({ tier: arc.raised.tier as Tier }, by, arc.raised.reason);
}

/** One look at the checklist: answer what is new, confirm what gets old, close what the path asks for, plan the rest. */
function look(arc: Arc, day: number, diary: Diary, crew: readonly string[]): void {
  diary.begin(day, 60 + diary.chance.uniform() * 200);
  const here = [diary.draw(crew), diary.draw(crew)];
  const by = () => diary.draw(here);
  const target = shareOn(arc.path, day);
  const free = () => diary.standings().filter(({ question }) => !isLeftAlone(arc, question.key, day));
  answerNew(arc, day, target, diary, free(), by);
  confirmOld(arc, day, diary, free(), by);
  close(arc, target, diary, free, by);
  if (target < 1 && diary.chance.uniform() < 0.15) admit(diary, free(), by);
  for (const { question, verdict } of diary.standings()) {
    if (verdict !== "no" && verdict !== "partly") continue;
    const due = day - 8 - Math.floor(diary.chance.uniform() * 35);
    if (diary.plans.has(question.key)) {
      if (diary.chance.uniform() < 0.2) diary.replan(question.key, { state: "in_progress" }, by());
      const luck = spread(`${arc.key}/${question.key}/${day}`);
      if (luck < 0.75) diary.postpone(question.key, day - 5 - Math.floor(luck * 40), lead(crew));
    } else if (diary.chance.uniform() < arc.planning / 4)
      diary.plan(question, diary.draw(crew), due, lead(crew));
  }
}

/** Whether a question is left alone on a day: the story decides about it, or nobody looks at it for a while. */
function isLeftAlone(arc: Arc, question: string, day: number): boolean {
  if (arc.neglected?.some((each) => each.question === question && day <= each.from && day >= each.until))
    return true;
  const told = (arc.told ?? []).filter((each) => each.question === question);
  const [first, last] = [told[0], told.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    day <= first.day &&
    (day > last.day || last.verdict !== "yes")
  );
}

function answerNew(
  arc: Arc,
  day: number,
  target: number,
  diary: Diary,
  standings: readonly Standing[],
  by: () => string,
): void {
  const share = day === arc.firstLook ? 0.75 : 0.6;
  for (const { question, given } of standings) {
    if (given !== "unanswered" || (target < 1 && diary.chance.uniform() > share)) continue;
    if (arc.notForUs?.includes(question.key)) diary.save(question.key, "not_applicable", by());
    else diary.save(question.key, target >= 1 ? "yes" : firstVerdict(arc, diary.chance.uniform()), by());
  }
}

function firstVerdict({ start: { yes, partly, unclear } }: Arc, drawn: number): Verdict {
  if (drawn < yes) return "yes";
  if (drawn < yes + partly) return "partly";
  return drawn < yes + partly + unclear ? "unclear" : "no";
}

/** Confirms what is stale or soon will be. What was unclear then, they know now. */
function confirmOld(
  arc: Arc,
  day: number,
  diary: Diary,
  standings: readonly Standing[],
  by: () => string,
): void {
  for (const { question, given, stale, staleAt } of standings) {
    if (given === "unanswered" || !(stale || isSoon(diary, staleAt, arc.ahead, day))) continue;
    if (given === "unclear") diary.save(question.key, diary.draw(["no", "partly"] as const), by());
    else diary.confirm(question.key, by());
  }
}

const isSoon = (diary: Diary, staleAt: Date | null, ahead: number, day: number) =>
  staleAt !== null && staleAt <= diary.dayFrom(day - ahead);

/** Closes gaps until as much holds as the path asks for; critical ones first, each once a day. */
function close(arc: Arc, target: number, diary: Diary, free: () => Standing[], by: () => string): void {
  const touched = new Set<string>();
  const rank = ({ question }: Standing) =>
    spread(`${arc.key}/${question.key}`) - (question.critical ? 0.12 : 0);
  for (;;) {
    const standings = free();
    const counting = standings.filter((each) => each.verdict !== "not_applicable");
    const sum = (of: readonly Standing[]) => of.reduce((total, each) => total + each.question.weight, 0);
    const holding = counting.filter((each) => each.verdict === "yes");
    if (sum(holding) >= target * sum(counting)) return;
    const next = counting
      .filter(
        (each) => each.verdict !== "yes" && each.given !== "unanswered" && !touched.has(each.question.key),
      )
      .sort((a, b) => rank(a) - rank(b))[0];
    if (!next) return;
    touched.add(next.question.key);
    diary.save(next.question.key, target >= 1 ? "yes" : better(next.given, diary.chance.uniform()), by());
  }
}

function better(given: Standing["given"], drawn: number): Verdict {
  if (given === "unclear") return drawn < 0.4 ? "no" : drawn < 0.7 ? "partly" : "yes";
  return given === "no" && drawn < 0.4 ? "partly" : "yes";
}

/** Now and then somebody looks closer, and a yes was too much. */
function admit(diary: Diary, standings: readonly Standing[], by: () => string): void {
  const yes = standings.filter((each) => each.verdict === "yes" && !each.question.critical);
  if (yes.length > 3) diary.save(diary.draw(yes).question.key, "partly", by());
}

/** A number in [0, 1) that belongs to a text. */
function spread(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_296;
}
