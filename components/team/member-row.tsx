"use client";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { TeamMember } from "@/lib/contracts/teams";
import type { MemberChange } from "./members";
import { ROLE_OPTIONS } from "./role-options";

interface MemberRowProps {
  member: TeamMember;
  you: boolean;
  /** Absent where the viewer may not change it. */
  onChange?: ((change: MemberChange) => void) | undefined;
}

/** One person of a team. */
export function MemberRow({ member, you, onChange }: MemberRowProps) {
  return (
    <li className="flex min-h-11 items-center gap-2.5 border-t border-line px-4.5 py-1.5 first:border-t-0">
      <Avatar id={member.id} name={member.name} decorative />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <bdi>{member.name}</bdi>
        {you && <span className="text-ink-3"> (you)</span>}
      </span>
      {onChange === undefined ? (
        <span className="text-sm text-ink-3">{member.role}</span>
      ) : (
        <>
          <Select
            label={`Role of ${member.name}`}
            hideLabel
            className="w-25 shrink-0"
            value={member.role}
            onChange={(event) => {
              const role = event.target.value === "lead" ? "lead" : "member";
              onChange({ kind: "save", member: { ...member, role } });
            }}
            options={ROLE_OPTIONS}
          />
          <Button variant="quiet" className="-mr-2" onClick={() => onChange({ kind: "remove", member })}>
            Remove<span className="sr-only"> {member.name}</span>
          </Button>
        </>
      )}
    </li>
  );
}
