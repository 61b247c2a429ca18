import type { TeamMember } from "@/lib/contracts/teams";

/** What can happen to the members of a team. */
export type MemberChange = { kind: "save"; member: TeamMember } | { kind: "remove"; member: TeamMember };

/** Leads first, then by name. */
export function inOrder(members: readonly TeamMember[]): TeamMember[] {
  const rank = (member: TeamMember) => (member.role === "lead" ? 0 : 1);
  return [...members].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en"));
}

/** The members after a change, as the screen shows them until the server has answered. */
export function afterChange(members: readonly TeamMember[], { kind, member }: MemberChange): TeamMember[] {
  const others = members.filter((each) => each.id !== member.id);
  return kind === "remove" ? others : [...others, member];
}

/** What is said when a change is done. @param before the members until then */
export function changeText(before: readonly TeamMember[], { kind, member }: MemberChange): string {
  if (kind === "remove") return `${member.name} is off the team.`;
  const known = before.some((each) => each.id === member.id);
  const role = member.role === "lead" ? "a lead" : "a member";
  return known ? `${member.name} is ${role} now.` : `${member.name} is on the team, as ${role}.`;
}
