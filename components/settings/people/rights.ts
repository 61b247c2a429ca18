/** What a right is good for, in the words beside its box. */
export const RIGHT_TEXT = {
  admin: {
    name: "Admin",
    means: "Changes everything: people, teams, services, checklists and settings.",
  },
  executive: {
    name: "Executive",
    means: "Decides for the business, such as which risks are accepted. Answers only for teams of their own.",
  },
} as const;

/** A right beyond reading. */
export type Right = keyof typeof RIGHT_TEXT;

/** The rights that somebody holds, the wider one first. */
export const rightsOf = (holder: Record<Right, boolean>): Right[] =>
  (["admin", "executive"] as const).filter((right) => holder[right]);

/** What somebody may do, in one line. */
export function rightsLine(holder: Record<Right, boolean>, teams: number): string {
  const writes = teams === 0 ? "answers for no team yet" : "answers for their own teams";
  if (holder.admin) return holder.executive ? "Admin and executive: everything" : "Admin: everything";
  return holder.executive
    ? `Executive: reads everything, decides for the business, ${writes}`
    : `Reads everything, ${writes}`;
}
