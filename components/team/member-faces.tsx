import { Avatar } from "@/components/ui/avatar";

const MOST = 5;

/** The people of a team as faces, leads first; the rest as a number. */
export function MemberFaces({
  members,
}: {
  members: readonly { id: string; name: string; role: "lead" | "member" }[];
}) {
  if (members.length === 0)
    return <span className="inline-block min-h-6 content-center text-ink-3">No members yet</span>;
  const leads = members.filter((member) => member.role === "lead");
  const ordered = [...leads, ...members.filter((member) => member.role !== "lead")];
  const shown = ordered.length > MOST + 1 ? ordered.slice(0, MOST) : ordered;
  return (
    <span className="flex min-h-6 items-center gap-1">
      {shown.map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} />
      ))}
      {ordered.length > shown.length && (
        <span className="text-sm text-ink-3">
          +{ordered.length - shown.length}
          <span className="sr-only"> more</span>
        </span>
      )}
    </span>
  );
}
