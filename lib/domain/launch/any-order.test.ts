import fc from "fast-check";
import { expect, it } from "vitest";
import { type Effect, LaunchModel } from "../../testing/launch-model";
import { QUESTIONS, type QuestionKey, REVIEW_DAYS } from "../../testing/launch-questions";
import { LaunchWorld } from "../../testing/launch-world";
import { dayAfter } from "../as-of";
import { VERDICTS } from "../vocabulary";
import { DECISIONS, type Decision, OUTCOMES, SIGN_ROLES, type SignRole } from "./vocabulary";

type Step = fc.Command<LaunchModel, LaunchWorld>;

/** Outcomes and refusals that came about: the runs must reach what they are about. */
const reached = new Set<string>();
const note = (what: string) => reached.add(what);

/** Cheaper than `expect`, of which there would be a million. */
function equal(found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`found ${found}, wanted ${wanted}`);
}

/** What must hold after every step, whatever came before. */
function check(model: LaunchModel, world: LaunchWorld): void {
  const { outcome } = world.outcome();
  note(outcome);
  equal(outcome, model.outcome(world.today));
  for (const role of SIGN_ROLES) {
    const inForce = world.signOffs.filter((row) => row.role === role && row.inForce);
    const said = model.said.get(role);
    equal(inForce.length, said ? 1 : 0);
    equal(inForce[0]?.person, said?.person);
    equal(inForce[0]?.decision, said && (said.no ? "no_go" : "go"));
  }
  if (outcome === "go" || outcome === "conditional_go") equal(model.undecided().length, 0);
}

/** Tries something on a world. @returns false when it was refused; what the facts do not show, if anything */
type Act = (world: LaunchWorld) => Effect | boolean | undefined;

/** A step that changes facts. */
function step(name: string, act: Act): Step {
  return {
    check: () => true,
    run(model, world) {
      const before = world.history.length;
      const effect = act(world);
      if (effect === false) equal(world.history.length, before);
      model.observe(world.history, typeof effect === "object" ? effect : null);
      check(model, world);
    },
    toString: () => name,
  };
}

function signing(role: SignRole, who: Who, decision: Decision, back: number): Step {
  return {
    check: () => true,
    run(model, world) {
      const named = world.named[role];
      const person = who(world, role);
      const may = model.maySign(named, role, person, decision, back);
      const result = world.sign(role, person, decision, back);
      if (result === "repeat") note("repeat");
      else equal(result === null, may);
      if (result === null) {
        note(decision);
        model.sign(role, person, person !== named.signer, decision, back);
      } else note(result);
      check(model, world);
    },
    toString: () => `sign ${role}: ${decision}, ${back} back`,
  };
}

function overruling(role: SignRole, person: string): Step {
  return {
    check: () => true,
    run(model, world) {
      const may = model.mayOverrule((each) => Object.values(world.named[each]), role, person);
      const result = world.overrule(role, person);
      equal(result === null, may);
      if (result === null) {
        note("overruled");
        model.overrule(role, person);
      }
      check(model, world);
    },
    toString: () => `overrule ${role} by ${person}`,
  };
}

const question = fc.constantFrom<QuestionKey>(...QUESTIONS.map(({ key }) => key));
const person = fc.constantFrom("ana", "ben", "cora", "dan", "eva", "finn");
const role = fc.constantFrom(...SIGN_ROLES);
const verdict = fc.oneof(
  { weight: 3, arbitrary: fc.constant("yes" as const) },
  { weight: 2, arbitrary: fc.constantFrom(...VERDICTS) },
);
const days = (min: number, max: number) => fc.integer({ min, max });

/** One of the gaps that are open, of which there are few. */
const openGap = (world: LaunchWorld, place: number): QuestionKey | null => {
  const open = QUESTIONS.filter(({ key }) => world.isOpen(key));
  return open[place % open.length]?.key ?? null;
};
const place = fc.nat(QUESTIONS.length);

function onGap(
  name: string,
  place: number,
  act: (world: LaunchWorld, gap: QuestionKey) => ReturnType<Act>,
): Step {
  return step(`${name} (gap ${place})`, (world) => {
    const gap = openGap(world, place);
    return gap !== null && act(world, gap);
  });
}

const answers = fc
  .tuple(question, verdict)
  .map(([key, given]) => step(`answer ${key} ${given}`, (world) => world.answer(key, given)));

const steps = [
  ...Array.from({ length: 4 }, () => answers),
  question.map((key) => step(`confirm ${key}`, (world) => world.confirm(key))),
  place.map((at) => onGap("fixed", at, (world, gap) => world.fix(gap))),
  place.map((at) => onGap("not for us", at, (world, gap) => world.notApplicable(gap))),
  ...Array.from({ length: 6 }, () =>
    fc.tuple(place, days(0, 20)).map(([at, inDays]) =>
      onGap(`fix in ${inDays} days`, at, (world, question) => {
        const dueOn = dayAfter(world.today, inDays);
        return world.fixBefore(question, inDays) && { kind: "promised", question, dueOn };
      }),
    ),
  ),
  fc
    .tuple(place, person, days(0, 4))
    .map(([at, by, weeks]) =>
      onGap(
        `accept by ${by} for ${weeks} weeks`,
        at,
        (world, question) => world.accept(question, by, weeks) && { kind: "asked", question },
      ),
    ),
  fc
    .tuple(place, person, fc.boolean())
    .map(([at, by, granted]) =>
      onGap(`${by} decides: ${granted}`, at, (world, gap) => world.decide(gap, by, granted)),
    ),
  place.map((at) => onGap("revoke", at, (world, gap) => world.revoke(gap))),
  fc
    .tuple(place, days(-5, 5))
    .map(([at, by]) =>
      onGap(
        `move the condition by ${by} days`,
        at,
        (world, question) => world.moveCondition(question, by) && { kind: "moved", question, days: by },
      ),
    ),
  days(-10, 30).map((by) => step(`move the date by ${by} days`, (world) => world.moveDate(by))),
  fc
    .oneof(days(1, 4), days(1, REVIEW_DAYS))
    .map((passed) => step(`${passed} days pass`, (world) => world.pass(passed))),
  fc
    .constantFrom(3 as const, 3 as const, 2 as const, 1 as const)
    .map((tier) => step(`tier ${tier}`, (world) => world.change({ tier }))),
  fc.boolean().map((tagged) => step(`tagged: ${tagged}`, (world) => world.change({ tagged }))),
  fc.boolean().map((strict) => step(`strict: ${strict}`, (world) => world.change({ strict }))),
  fc
    .constantFrom("One click", "All of it")
    .map((what) => step(`launch ${what}`, (world) => world.change({ what }))),
  fc.constant(step("a service comes or goes", (world) => world.toggleService())),
  fc.tuple(role, person).map(([each, by]) => step(`${by} for ${each}`, (world) => world.rename(each, by))),
];

type Who = (world: LaunchWorld, role: SignRole) => string;
const named: Who = (world, each) => world.named[each].signer;
const somebody =
  (each: string): Who =>
  () =>
    each;
const deputy: Who = (world, each) => world.named[each].deputy ?? "nobody";
/** Mostly who may, and for what is seen now. */
const who = fc.oneof(
  { weight: 6, arbitrary: fc.constant(named) },
  { weight: 2, arbitrary: fc.constant(deputy) },
  { weight: 1, arbitrary: person.map(somebody) },
);
const signature = fc
  .tuple(
    role,
    who,
    fc.constantFrom(...DECISIONS, ...Array.from({ length: 6 }, () => "go" as const)),
    fc.constantFrom(0, 0, 0, 0, 1, 3),
  )
  .map(([each, by, decision, back]) => signing(each, by, decision, back));
const overrulings = fc
  .tuple(role, fc.constantFrom("eva", "finn", "eva", "finn", "ana"))
  .map(([each, by]) => overruling(each, by));

/** How a launch begins: each question answered, or open and decided about. */
const STARTS = ["yes", "yes", "yes", "promised", "accepted", "open"] as const;
const starts = fc.array(fc.constantFrom(...STARTS), {
  minLength: QUESTIONS.length,
  maxLength: QUESTIONS.length,
});

function begin(
  model: LaunchModel,
  world: LaunchWorld,
  key: QuestionKey,
  start: (typeof STARTS)[number],
): void {
  world.answer(key, start === "yes" ? "yes" : "partly");
  model.observe(world.history);
  const dueOn = dayAfter(world.today, 10);
  if (start === "promised" && world.fixBefore(key, 10))
    model.observe(world.history, { kind: "promised", question: key, dueOn });
  if (start === "accepted" && world.accept(key, "dan", 2)) {
    model.observe(world.history, { kind: "asked", question: key });
    world.decide(key, "finn", true);
    model.observe(world.history);
  }
}

it("in any order: no go with a blocker undisposed, one sign-off in force, no no_go lost, none that got worse", () => {
  const all = [
    ...steps,
    ...Array.from({ length: 14 }, () => signature),
    ...Array.from({ length: 4 }, () => overrulings),
  ];
  const commands = fc.commands(all, { maxCommands: 60, size: "max" });
  fc.assert(
    fc.property(starts, commands, (start, chosen) => {
      fc.modelRun(() => {
        const real = new LaunchWorld();
        const model = new LaunchModel();
        QUESTIONS.forEach(({ key }, at) => void begin(model, real, key, start[at] ?? "yes"));
        return { model, real };
      }, chosen);
    }),
    { numRuns: 2000 },
  );
  const wanted = ["repeat", "forbidden", "signed_by_other", "state_worse", "blockers_open", "overruled"];
  expect([...reached]).toEqual(expect.arrayContaining([...OUTCOMES, ...wanted]));
});
