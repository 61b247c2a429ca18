import { isGap } from "../domain/launch/facts";
import { outOfDateBecause, type WorseAt } from "../domain/launch/out-of-date";
import { type OutcomeResult, outcomeOf } from "../domain/launch/outcome";
import { overrulingRefusal } from "../domain/launch/overruling";
import { planWorse } from "../domain/launch/plan-worse";
import { needsTwoPeople, requiredRoles } from "../domain/launch/roles";
import { type SignedRole, signOffRefusal } from "../domain/launch/sign-off";
import type { Decision, SignRole } from "../domain/launch/vocabulary";
import { serviceWorse } from "../domain/launch/worse";
import { LaunchGaps } from "./launch-gaps";
import type { Moment } from "./launch-questions";

/** Who holds the executive right. */
export const EXECUTIVES: readonly string[] = ["eva", "finn"];

/** What somebody stood for, with what has been worse since and what is worse now. */
interface Stand {
  person: string;
  since: WorseAt[];
  now: WorseAt;
  seen: Moment;
}
interface SignOffRow extends Stand {
  role: SignRole;
  deputyFor: string | null;
  decision: Decision;
  revision: string;
  inForce: boolean;
  overruled: Stand | null;
}

/** What is worse in a later state, of its services and of the launch itself. */
function worseAt(seen: Moment, later: Moment): WorseAt {
  const services = later.services.flatMap((then) => {
    const before = seen.services.find(({ service }) => service === then.service);
    return before ? serviceWorse(before, then) : [];
  });
  return { at: later.at, worse: [...services, ...planWorse(seen.plan, later.plan)] };
}

const standOf = (person: string, seen: Moment): Stand => {
  return { person, seen, since: [], now: { at: seen.at, worse: [] } };
};

function take(stand: Stand, moment: Moment): void {
  stand.now = worseAt(stand.seen, moment);
  if (stand.now.worse.length > 0) stand.since.push(stand.now);
}

/** A launch in memory, on the rules of the domain alone: what the product keeps in rows. */
export class LaunchWorld extends LaunchGaps {
  readonly signOffs: SignOffRow[] = [];
  readonly named: Record<SignRole, { signer: string; deputy: string | null }> = {
    engineering: { signer: "ana", deputy: "ben" },
    reliability: { signer: "ben", deputy: null },
    security: { signer: "cora", deputy: "dan" },
    product: { signer: "ana", deputy: "dan" },
    executive: { signer: "eva", deputy: null },
  };

  constructor() {
    super();
    this.settle();
  }

  protected onMoment(moment: Moment): void {
    for (const row of this.signOffs.filter(({ inForce }) => inForce)) {
      take(row, moment);
      if (row.overruled) take(row.overruled, moment);
    }
  }

  private upToDate({ since, now }: Stand): boolean {
    return outOfDateBecause(since, now).length === 0;
  }

  rename(role: SignRole, signer: string): boolean {
    this.named[role].signer = signer;
    return true;
  }

  inForce(role: SignRole): SignOffRow | null {
    return this.signOffs.find((row) => row.role === role && row.inForce) ?? null;
  }

  private roleStates(): SignedRole[] {
    return (Object.keys(this.named) as SignRole[]).map((role) => {
      const row = this.inForce(role);
      const { person, deputyFor, decision, revision } = row ?? {};
      return {
        ...{ role, ...this.named[role] },
        signOff:
          row && person !== undefined && decision && revision !== undefined
            ? {
                ...{ person, deputyFor: deputyFor ?? null, decision, revision, upToDate: this.upToDate(row) },
                overruled: row.overruled && {
                  person: row.overruled.person,
                  upToDate: this.upToDate(row.overruled),
                },
              }
            : null,
      };
    });
  }

  /** @param back how many states ago the revision is of that the signer saw */
  sign(role: SignRole, person: string, decision: Decision, back: number): ReturnType<typeof signOffRefusal> {
    const place = Math.max(0, this.history.length - 1 - back);
    const seen = this.history[place];
    const state = this.roleStates().find((each) => each.role === role);
    if (!seen || !state) throw new Error("the world has a state and all roles");
    const stand = standOf(person, seen);
    for (const later of this.history.slice(place + 1)) take(stand, later);
    const refusal = signOffRefusal({
      ...{ person, decision, role: state, revision: `${place}`, byPerson: true, authenticatedLately: true },
      ...{ executive: EXECUTIVES.includes(person), closed: false, known: true },
      worse: !this.upToDate(stand),
      blockersOpen: this.undisposed().length > 0,
    });
    if (refusal !== null) return refusal;
    for (const row of this.signOffs) if (row.role === role) row.inForce = false;
    const deputyFor = person === this.named[role].signer ? null : this.named[role].signer;
    this.signOffs.push({
      ...{ ...stand, role, deputyFor, decision, revision: `${place}`, inForce: true, overruled: null },
    });
    return null;
  }

  overrule(role: SignRole, person: string): ReturnType<typeof overrulingRefusal> | "unsigned" {
    const row = this.inForce(role);
    const roles = this.roleStates();
    const signOff = roles.find((each) => each.role === role)?.signOff;
    const seen = this.history.at(-1);
    if (!row || !signOff || !seen) return "unsigned";
    const refusal = overrulingRefusal({
      ...{ person, role, signOff, roles, byPerson: true, inForce: true, closed: false },
      executive: EXECUTIVES.includes(person),
      blockersOpen: this.undisposed().length > 0,
    });
    if (refusal === null) row.overruled = standOf(person, seen);
    return refusal;
  }

  outcome(): OutcomeResult {
    const waived = [...this.questions().values()].some((each) => each.critical && isGap(each) && each.waiver);
    const required = requiredRoles({ tiers: this.tiersSeen, waiverOnCritical: waived, takenOff: [] });
    return outcomeOf({
      ...{ required, roles: this.roleStates(), needsTwoPeople: needsTwoPeople(required, 6) },
      ...{ undisposed: this.undisposed(), conditions: this.plan().conditions },
      ...{ today: this.today, targetDate: this.targetDate },
    });
  }
}
