import type { Tier } from "../vocabulary";
import { SIGN_ROLES, type SignRole } from "./vocabulary";

/** Name of a role that signs, and what its signature stands for, on a screen. */
export const ROLE_TEXT: Record<SignRole, { name: string; answersFor: string }> = {
  engineering: { name: "Engineering", answersFor: "it is built as we want it" },
  reliability: { name: "Reliability", answersFor: "we can run it, and we know first when it breaks" },
  security: { name: "Security", answersFor: "data and access are protected" },
  product: { name: "Product", answersFor: "it is worth launching now" },
  executive: { name: "Executive", answersFor: "the business carries the risks that were accepted" },
};

/** The roles that sign for a service of each tier (L1). */
const ROLES_OF_TIER: Readonly<Record<Tier, readonly SignRole[]>> = {
  1: ["engineering", "reliability", "security", "product"],
  2: ["engineering", "product"],
  3: ["engineering"],
  4: ["engineering"],
};

/** A tier that a service of a launch had while the launch was open. */
export interface TierSpan {
  tier: Tier;
  /** When it ended: another tier, or the service was taken off; null while it lasts. */
  until: Date | null;
}

/** A role that an admin took off a launch. */
export interface TakenOff {
  role: SignRole;
  at: Date;
}

const demands = (tier: Tier, role: SignRole): boolean => ROLES_OF_TIER[tier].includes(role);

/**
 * Whether an admin may take a required role off (L1): it grew by a tier that no service of the launch has any more. Neither
 * what today's tiers demand, nor `executive`, which comes and goes with the risks, grew by mistake.
 */
export const mayTakeOff = (role: SignRole, spans: readonly TierSpan[]): boolean =>
  role !== "executive" && !spans.some(({ tier, until }) => until === null && demands(tier, role));

/** The roles that are off (L1): none that a tier has demanded since. */
export const rolesOff = (takenOff: readonly TakenOff[], spans: readonly TierSpan[]): SignRole[] =>
  SIGN_ROLES.filter((role) =>
    takenOff.some(
      (off) =>
        off.role === role &&
        !spans.some(({ tier, until }) => demands(tier, role) && (until === null || until > off.at)),
    ),
  );

/** What the roles of a launch follow from. */
export interface RoleFacts {
  /** All that any of its services has had since it was created: the roles only grow. */
  tiers: readonly Tier[];
  /** A waiver is in force on a critical gap of one of its services. */
  waiverOnCritical: boolean;
  /** What `rolesOff` says. */
  takenOff: readonly SignRole[];
}

/** The roles that must sign, in the order in which they are shown (L1). */
export const requiredRoles = ({ tiers, waiverOnCritical, takenOff }: RoleFacts): SignRole[] =>
  SIGN_ROLES.filter((role) =>
    role === "executive"
      ? waiverOnCritical
      : !takenOff.includes(role) && tiers.some((tier) => demands(tier, role)),
  );

/**
 * Whether two different people must sign (L1): where a role is required that tiers 1 and 2 have and others have not. One
 * enabled person alone cannot, and is enough; the record says so.
 * @param required what `requiredRoles` says
 */
export const needsTwoPeople = (required: readonly SignRole[], enabledPeople: number): boolean =>
  enabledPeople !== 1 && required.some((role) => role !== "executive" && !demands(3, role));
