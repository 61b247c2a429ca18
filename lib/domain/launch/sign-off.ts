import type { RoleState, SignOffState } from "./outcome";
import type { Decision } from "./vocabulary";

/** Why a sign-off is refused, in the order in which they are asked about (L3, L6). */
export type SignOffRefusal =
  | "forbidden"
  | "reauthentication_required"
  | "launch_closed"
  | "signed_by_other"
  | "unknown_revision"
  | "state_worse"
  | "blockers_open";

/** A role with the revision that its sign-off in force is for. */
export interface SignedRole extends RoleState {
  signOff: (SignOffState & { revision: string }) | null;
}

/** Who wants to sign what, and how the launch stands. */
export interface Signing {
  /** Id of who asks. */
  person: string;
  /** Signed in as a person, not by an API token. */
  byPerson: boolean;
  /** They hold the executive right. */
  executive: boolean;
  /** They gave their password a short time ago. */
  authenticatedLately: boolean;
  role: SignedRole;
  decision: Decision;
  revision: string;
  /** The launch was launched or called off. */
  closed: boolean;
  /** The revision was shown to somebody. */
  known: boolean;
  /** Any state since, or the present one, is worse than that of the revision (L5). */
  worse: boolean;
  /** Blockers are undisposed (L2). */
  blockersOpen: boolean;
}

/** Whether somebody may sign a role at all: named for it, and with the right that `executive` needs (L1). */
const maySign = ({ person, byPerson, executive, role }: Signing): boolean =>
  byPerson && (person === role.signer || person === role.deputy) && (role.role !== "executive" || executive);

/**
 * Whether what is in force keeps a deputy from signing (L6): an up-to-date go or a no_go that a signer gave, of today or one
 * who was replaced. What a deputy gave, that deputy or a later one supersedes.
 */
function isBound({ person, role: { signer, signOff } }: Signing): boolean {
  if (person === signer || !signOff || signOff.deputyFor !== null) return false;
  return signOff.decision === "no_go" || signOff.upToDate;
}

/**
 * Why somebody cannot sign, the first reason that holds (L3, L6, L7); "repeat" when they said exactly that already, so that
 * nothing is to be written; null when the sign-off is to be written and supersedes what is in force. A no_go asks neither for
 * what got worse nor for blockers.
 */
export function signOffRefusal(signing: Signing): SignOffRefusal | "repeat" | null {
  const { person, decision, revision, role } = signing;
  if (!maySign(signing)) return "forbidden";
  if (!signing.authenticatedLately) return "reauthentication_required";
  const last = role.signOff;
  if (last?.person === person && last.decision === decision && last.revision === revision) return "repeat";
  if (signing.closed) return "launch_closed";
  if (isBound(signing)) return "signed_by_other";
  if (!signing.known) return "unknown_revision";
  if (decision === "no_go") return null;
  if (signing.worse) return "state_worse";
  return signing.blockersOpen ? "blockers_open" : null;
}
