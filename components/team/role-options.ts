/** The roles in a team, to choose from. */
export const ROLE_OPTIONS = [
  { value: "lead", label: "Lead" },
  { value: "member", label: "Member" },
] as const;
