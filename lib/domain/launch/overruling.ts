import { isOverruled, type RoleState, type SignOffState } from "./outcome";
import type { SignRole } from "./vocabulary";

/** Why an overruling on an open launch is refused, in the order in which they are asked about (L6). */
export type OverrulingRefusal = "forbidden" | "superseded" | "already_overruled" | "blockers_open";

/** Who wants to overrule what. */
export interface Overruling {
  person: string;
  byPerson: boolean;
  executive: boolean;
  /** Of the sign-off that is to be overruled. */
  role: SignRole;
  signOff: Pick<SignOffState, "decision" | "overruled">;
  /** It is the one in force. */
  inForce: boolean;
  /** All roles of the launch. */
  roles: readonly RoleState[];
  blockersOpen: boolean;
}

/** Whether somebody signs a role besides that of the executive: named for it, as deputy too, or by what is in force. */
const signsElsewhere = (person: string, roles: readonly RoleState[]): boolean =>
  roles.some(
    ({ role, signer, deputy, signOff }) =>
      role !== "executive" && [signer, deputy, signOff?.person].includes(person),
  );

/**
 * Why somebody cannot overrule a no_go, the first reason that holds; null when they can (L6): with the executive right, while
 * they sign no role besides `executive`, whose own no_go nobody overrules, and never with a blocker undisposed. An overruling
 * that is out of date can be given again.
 */
export function overrulingRefusal(overruling: Overruling): OverrulingRefusal | null {
  const { person, byPerson, executive, role, signOff, roles } = overruling;
  if (!byPerson || !executive || role === "executive" || signsElsewhere(person, roles)) return "forbidden";
  if (!overruling.inForce || signOff.decision !== "no_go") return "superseded";
  if (isOverruled(signOff)) return "already_overruled";
  return overruling.blockersOpen ? "blockers_open" : null;
}
