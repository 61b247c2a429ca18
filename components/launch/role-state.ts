import type { SignOffShown } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import { SIGN_ROLES, type SignRole } from "@/lib/domain/launch/vocabulary";

/** How far a role is. */
export type RoleStanding = "nobody" | "waits" | "go" | "again" | "no_go" | "overruled";

/** A role of a launch as its card shows it. */
export interface RoleLine {
  role: SignRole;
  required: boolean;
  signer: string | null;
  deputy: string | null;
  standing: RoleStanding;
  /** In force; null while nobody has signed. */
  signOff: SignOffShown | null;
  /** No-gos that another sign-off took the place of. */
  earlierNos: readonly SignOffShown[];
}

type Of = Pick<Launch, "requiredRoles" | "signers" | "deputies" | "signOffs">;

/** The roles of a launch: those that must sign, and those in which somebody is named or has signed. */
export function roleLines({ requiredRoles, signers, deputies, signOffs }: Of): RoleLine[] {
  return SIGN_ROLES.flatMap((role): RoleLine[] => {
    const own = signOffs.filter((each) => each.role === role);
    const signOff = own.find(({ supersededAt }) => supersededAt === null) ?? null;
    const signer = signers[role] ?? null;
    const required = requiredRoles.includes(role);
    if (!required && signer === null && own.length === 0) return [];
    const earlierNos = own.filter(
      ({ decision, supersededAt }) => decision === "no_go" && supersededAt !== null,
    );
    const standing = standingOf(signOff, signer);
    return [{ role, required, signer, deputy: deputies[role] ?? null, standing, signOff, earlierNos }];
  });
}

function standingOf(signOff: SignOffShown | null, signer: string | null): RoleStanding {
  if (signOff === null) return signer === null ? "nobody" : "waits";
  if (signOff.decision === "no_go")
    return signOff.overruling && !signOff.overruling.outOfDate ? "overruled" : "no_go";
  return signOff.outOfDate ? "again" : "go";
}

/** Whether what is in force keeps somebody from signing (L6): a deputy waits while the signer has a say. */
export function isBound(line: Pick<RoleLine, "signer" | "signOff">, me: string): boolean {
  const { signer, signOff } = line;
  if (me === signer || signOff === null || signOff.deputyFor !== null) return false;
  return signOff.decision === "no_go" || !signOff.outOfDate;
}

/** Who is named for a role by now, where somebody else signed it before they were; null where that is plain. */
export function namedSince({ signer, signOff }: Pick<RoleLine, "signer" | "signOff">): string | null {
  if (signer === null || signOff === null) return null;
  return signOff.person === signer || signOff.deputyFor === signer ? null : signer;
}
