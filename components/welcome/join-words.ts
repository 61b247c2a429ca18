import { formatTime } from "@/components/ui/format-time";
import type { Invitation } from "@/lib/contracts/people";

/** What somebody is invited to. */
export interface Joining {
  invitation: Pick<Invitation, "email" | "admin" | "executive" | "state" | "expiresAt" | "createdBy">;
  organisation: string;
  timeZone: string;
  teams: readonly { name: string; role: "lead" | "member" }[];
}

const and = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** What one becomes by joining: "You will be an admin, on the team Payments, as its lead." */
export function becomes({ invitation, teams }: Pick<Joining, "invitation" | "teams">): string {
  const rights = and([
    ...(invitation.admin ? ["an admin"] : []),
    ...(invitation.executive ? ["an executive"] : []),
  ]);
  const on = onTeams(teams);
  if (rights === "" && on === "") return "You will read everything; an admin puts you on a team later.";
  return `You will be ${[rights, on].filter((part) => part !== "").join(", ")}.`;
}

function onTeams(teams: Joining["teams"]): string {
  const [first] = teams;
  if (first === undefined) return "";
  if (teams.length === 1) return `on the team ${first.name}${first.role === "lead" ? ", as its lead" : ""}`;
  return `on the teams ${and(teams.map(({ name, role }) => `${name}${role === "lead" ? " (lead)" : ""}`))}`;
}

/** Why a link cannot be used, and what to do; null when it can. */
export function joinProblem(joining: Joining | null): { title: string; text: string } | null {
  if (joining === null) {
    return {
      title: "This link is not an invitation.",
      text: "Part of it may be missing: copy the whole link, or ask for a new one.",
    };
  }
  const { state, email, expiresAt, createdBy } = joining.invitation;
  if (state === "accepted") {
    return {
      title: "This invitation was used already.",
      text: `Somebody used it to join as ${email}. If it was you, sign in. If not, tell ${createdBy.name}, who made it.`,
    };
  }
  if (state === "revoked") {
    return {
      title: "This invitation was taken back.",
      text: `There may be a newer link. If not, ask ${createdBy.name}, who made it.`,
    };
  }
  if (state === "expired") {
    const day = formatTime(expiresAt, joining.timeZone, "day");
    return {
      title: `This invitation was good until ${day}.`,
      text: `Ask ${createdBy.name}, who made it, for a new link.`,
    };
  }
  return null;
}
