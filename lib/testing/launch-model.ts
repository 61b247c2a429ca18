import { dayAfter } from "../domain/as-of";
import type { Decision, Outcome, SignRole } from "../domain/launch/vocabulary";
import type { Moment } from "./launch-questions";
import { EXECUTIVES } from "./launch-world";

interface Question {
  critical: boolean;
  given: string;
  stale: boolean;
  waived: boolean;
}
interface Promise {
  id: number;
  question: string;
  dueOn: string;
  status: "unmet" | "kept" | "withdrawn";
}
interface Seen {
  questions: Map<string, Question>;
  promises: Promise[];
  what: string;
  services: string;
  targetDate: string;
  waivedUntil: Map<string, string>;
}
interface Stand {
  person: string;
  seen: Seen;
  broken: boolean;
}
interface Said extends Stand {
  no: boolean;
  asDeputy: boolean;
  over: Stand | null;
}
/** What somebody did that a model must know, because the facts do not show it. */
export type Effect =
  | { kind: "promised"; question: string; dueOn: string }
  | { kind: "moved"; question: string; days: number }
  | { kind: "asked"; question: string }
  | null;

const open = (verdict: string): number => ({ yes: 0, not_applicable: 0, partly: 1 })[verdict] ?? 2;
const counts = ({ given, stale }: Question): boolean => stale || given !== "not_applicable";
const isGap = (each: Question): boolean => each.stale || open(each.given) > 0;
const isBlocker = (each: Question): boolean => each.critical && isGap(each) && !each.waived;

/** Whether something is worse that no confirmation mends. */
function isWorse(seen: Seen, now: Seen): boolean {
  if (seen.what !== now.what || seen.services !== now.services || now.targetDate < seen.targetDate)
    return true;
  for (const until of now.waivedUntil.values())
    if (until >= seen.targetDate && until < now.targetDate) return true;
  for (const [key, before] of seen.questions) {
    const after = now.questions.get(key);
    if (!after) {
      // A service that left says so itself.
      if (counts(before)) return true;
      continue;
    }
    if (counts(before) && !counts(after) && before.given !== "not_applicable") return true;
    if (open(after.given) > open(before.given)) return true;
    if (before.waived && !after.waived && isGap(after)) return true;
    const mendable = after.stale && !before.stale && open(after.given) === 0;
    if (isBlocker(after) && !isBlocker(before) && !mendable) return true;
  }
  for (const [key, after] of now.questions) if (!seen.questions.has(key) && isGap(after)) return true;
  return seen.promises.some(({ id, question, dueOn, status }) => {
    const after = now.promises.find((each) => each.id === id);
    if (status !== "unmet" || !after) return false;
    if (after.status !== "withdrawn") return after.dueOn > dueOn;
    const fresh = now.promises.filter(
      (each) =>
        each.question === question &&
        each.status !== "withdrawn" &&
        !seen.promises.some((old) => old.id === each.id),
    );
    return !fresh.some((each) => each.dueOn <= dueOn);
  });
}

/** Whether an answer is stale that was not, and a confirmation would mend it. */
const isStaler = (seen: Seen, now: Seen): boolean =>
  [...now.questions].some(
    ([key, after]) => after.critical && after.stale && seen.questions.get(key)?.stale === false,
  );

/** What a launch must come to, told in another way than the domain tells it: by flags that are set as things happen. */
export class LaunchModel {
  private readonly states: Seen[] = [];
  private readonly promises: Promise[] = [];
  readonly said = new Map<SignRole, Said>();
  private worstTier = 4;
  private ids = 0;

  private get last(): Seen {
    const last = this.states.at(-1);
    if (!last) throw new Error("nothing was seen yet");
    return last;
  }

  private unmet(question: string): Promise | undefined {
    return this.promises.find((each) => each.question === question && each.status === "unmet");
  }

  /** Takes in the states that came about, the last of them by an effect. */
  observe(history: readonly Moment[], effect: Effect = null): void {
    for (let place = this.states.length; place < history.length; place += 1) {
      const moment = history[place];
      if (!moment) break;
      const questions = new Map(
        moment.services.flatMap((service) =>
          service.questions.map(({ question, critical, given, stale, waiver }): [string, Question] => [
            question,
            { critical, given, stale, waived: waiver !== null },
          ]),
        ),
      );
      for (const { tier } of moment.services) this.worstTier = Math.min(this.worstTier, tier);
      for (const each of this.promises) {
        const question = questions.get(each.question);
        if (each.status !== "unmet" || (question && isGap(question))) continue;
        each.status = question?.given === "yes" ? "kept" : "withdrawn";
      }
      if (place === history.length - 1) this.apply(effect);
      const { plan, waivers, services } = moment.plan;
      const seen: Seen = {
        ...{ questions, what: plan.what, services: services.join(), targetDate: plan.targetDate },
        promises: this.promises.map((each) => ({ ...each })),
        waivedUntil: new Map(waivers.map(({ question, until }) => [question, until])),
      };
      this.states.push(seen);
      for (const said of this.said.values())
        for (const stand of [said, said.over]) if (stand && isWorse(stand.seen, seen)) stand.broken = true;
    }
  }

  private apply(effect: Effect): void {
    if (!effect) return;
    const unmet = this.unmet(effect.question);
    if (effect.kind === "moved") {
      if (unmet) unmet.dueOn = dayAfter(unmet.dueOn, effect.days);
      return;
    }
    if (unmet) unmet.status = "withdrawn";
    this.ids += 1;
    if (effect.kind === "promised")
      this.promises.push({ id: this.ids, question: effect.question, dueOn: effect.dueOn, status: "unmet" });
  }

  private holds({ seen, broken }: Stand): boolean {
    return !broken && !isStaler(seen, this.last);
  }

  private overruled(said: Said): boolean {
    return said.no && said.over !== null && this.holds(said.over);
  }

  /** Blockers that nobody promised to fix. */
  undecided(): string[] {
    return [...this.last.questions]
      .filter(([key, each]) => isBlocker(each) && !this.unmet(key))
      .map(([key]) => key);
  }

  private placeOf(back: number): number {
    return Math.max(0, this.states.length - 1 - back);
  }

  /** Whether a signature is taken that somebody gives for the state so many before the last. */
  maySign(
    named: { signer: string; deputy: string | null },
    role: SignRole,
    person: string,
    decision: Decision,
    back: number,
  ): boolean {
    const isSigner = person === named.signer;
    if (!isSigner && person !== named.deputy) return false;
    if (role === "executive" && !EXECUTIVES.includes(person)) return false;
    const last = this.said.get(role);
    if (!isSigner && last && !last.asDeputy && (last.no || this.holds(last))) return false;
    if (decision === "no_go") return true;
    const place = this.placeOf(back);
    const seen = this.states[place];
    if (!seen || this.undecided().length > 0 || isStaler(seen, this.last)) return false;
    return !this.states.slice(place + 1).some((later) => isWorse(seen, later));
  }

  sign(role: SignRole, person: string, asDeputy: boolean, decision: Decision, back: number): void {
    const place = this.placeOf(back);
    const seen = this.states[place] ?? this.last;
    const broken = this.states.slice(place + 1).some((later) => isWorse(seen, later));
    this.said.set(role, { person, seen, broken, no: decision === "no_go", asDeputy, over: null });
  }

  /** Whether an overruling is taken. @param named who is named for a role, deputies included */
  mayOverrule(named: (role: SignRole) => (string | null)[], role: SignRole, person: string): boolean {
    const others: SignRole[] = ["engineering", "reliability", "security", "product"];
    const said = this.said.get(role);
    return (
      EXECUTIVES.includes(person) &&
      others.includes(role) &&
      !others.some((each) => named(each).includes(person) || this.said.get(each)?.person === person) &&
      said?.no === true &&
      !this.overruled(said) &&
      this.undecided().length === 0
    );
  }

  overrule(role: SignRole, person: string): void {
    const said = this.said.get(role);
    if (said) said.over = { person, seen: this.last, broken: false };
  }

  private required(): SignRole[] {
    const risk = [...this.last.questions.values()].some(
      (each) => each.critical && each.waived && isGap(each),
    );
    return [
      "engineering",
      ...(this.worstTier === 1 ? (["reliability", "security"] as const) : []),
      ...(this.worstTier <= 2 ? (["product"] as const) : []),
      ...(risk ? (["executive"] as const) : []),
    ];
  }

  outcome(today: string): Outcome {
    const all = [...this.said.values()];
    if (all.some((said) => said.no && !this.overruled(said))) return "no_go";
    const stands = (said: Said | undefined) =>
      said?.no ? (said.over ?? undefined) : said && this.holds(said) ? said : undefined;
    const people = new Set(all.flatMap((said) => stands(said)?.person ?? []));
    const unmet = this.promises.filter(({ status }) => status === "unmet");
    const missing =
      this.required().some((role) => !stands(this.said.get(role))) ||
      (this.worstTier <= 2 && people.size < 2) ||
      this.undecided().length > 0 ||
      unmet.some(({ dueOn }) => dueOn < today) ||
      today > dayAfter(this.last.targetDate, 7);
    return missing ? "pending" : unmet.length > 0 ? "conditional_go" : "go";
  }
}
