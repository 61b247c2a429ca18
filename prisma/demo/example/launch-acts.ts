import type { ClosedAs, Decision, SignRole } from "../../../lib/domain/launch/vocabulary";
import type { Verdict } from "../../../lib/domain/vocabulary";

/** A day, by working days before today; negative ones are to come. */
type Day = number;

/** What somebody says of a question: the verdict, why, and what it is shown by ("wiki: Restore drill"). */
export type Saying = readonly [verdict: Verdict, reason: string, evidence?: string];

/** A gap of a service, by their keys. */
interface Gap {
  service: string;
  question: string;
}

/** Something that somebody did about a launch or a waiver, by the keys of people, services and launches. */
export type Deed =
  | ({ kind: "planned" } & LaunchPlan)
  /** @property rest with what is said, everything else that blocks the launch is answered yes: the team did its work. */
  | { kind: "answered"; service: string; says: Readonly<Record<string, Saying>>; rest?: "yes" }
  | { kind: "met" }
  | { kind: "noted" | "corrected" | "reviewed"; text: string }
  | ({ kind: "fixed"; reason: string; evidence: string } & Gap)
  | ({ kind: "to_fix"; owner: string; dueOn: Day } & Gap)
  | ({ kind: "to_accept"; reason: string; until: Day } & Gap)
  | ({ kind: "not_for_us"; reason: string } & Gap)
  /** Every gap that blocks nothing and of which nothing was said. */
  | { kind: "carried" }
  | { kind: "signed"; role: SignRole; decision: Decision; comment?: string; lookAgainOn?: Day }
  | { kind: "overruled"; role: SignRole; reason: string }
  /** @property reason is given where it is no plain go. */
  | { kind: "closed"; as: ClosedAs; reason: string }
  | ({ kind: "asked"; reason: string; measure: string; until: Day } & Gap)
  | ({ kind: "granted"; until?: Day; reason?: string } & Gap)
  | ({ kind: "refused"; reason: string } & Gap);

/** What a launch is planned as. */
export interface LaunchPlan {
  title: string;
  services: readonly string[];
  target: Day;
  /** When it is talked about: day and minutes after eight. */
  meeting: readonly [day: Day, minute: number];
  facilitator: string;
  signers: Partial<Record<SignRole, string>>;
  deputies?: Partial<Record<SignRole, string>>;
  what: string;
  worth: string;
  delayCostPerWeek: number;
  undo: { how: string; who: string };
  onCall: string;
}

/** A deed with when it was done, by whom, and for which launch. Services are looked at until two; launches come after. */
export type Act = Deed & { day: Day; minute: number; by: string; launch?: string };

/** The deeds of a launch as its acts, in order. */
export const story = (
  launch: string,
  acts: readonly (readonly [day: number, minute: number, by: string, deed: Deed])[],
): Act[] => acts.map(([day, minute, by, deed]) => ({ ...deed, day, minute, by, launch }));
