"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useOptimistic, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { PersonChoice } from "@/lib/contracts/people";
import type { TeamMember } from "@/lib/contracts/teams";
import { AddMember } from "./add-member";
import { afterChange, changeText, inOrder, type MemberChange } from "./members";
import { ROLE_OPTIONS } from "./role-options";

interface MembersCardProps {
  team: string;
  members: readonly TeamMember[];
  viewer: string;
  /** Everybody who could be put on it; null for viewers who may not change that. */
  people: readonly PersonChoice[] | null;
  /** The way to invite somebody who is not among them. */
  invite?: ReactNode;
}

function store(team: string, { kind, member }: MemberChange): Promise<unknown> {
  const params = { team, person: member.id };
  return kind === "remove"
    ? send("DELETE /api/v1/teams/:team/members/:person", { params })
    : send("PUT /api/v1/teams/:team/members/:person", { params, body: { role: member.role } });
}

/** Who is on the team, shown as changed at once; a change that the server refuses goes back and says why. */
export function MembersCard({ team, members, viewer, people, invite }: MembersCardProps) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const [shown, apply] = useOptimistic(members, afterChange);

  function change(wanted: MemberChange): void {
    startTransition(async () => {
      apply(wanted);
      try {
        await store(team, wanted);
        const undo = { label: "Undo", run: () => change({ kind: "save", member: wanted.member }) };
        const text = changeText(shown, wanted);
        toasts.show({ text, action: wanted.kind === "remove" ? undo : undefined });
      } catch (error) {
        toasts.show({ text: messageOf(error), tone: "problem" });
        return;
      }
      startTransition(() => router.refresh());
    });
    if (wanted.kind === "remove") list.current?.focus();
  }

  const free = people?.filter((person) => !shown.some((each) => each.id === person.id));
  return (
    <Card title="Members" aside={shown.length} flush>
      {shown.length === 0 && (
        <p className="px-4.5 py-4 text-ink-2">
          Nobody is on it yet. Until somebody is, only admins can answer for its services.
        </p>
      )}
      <ul ref={list} tabIndex={-1} aria-label="Members">
        {inOrder(shown).map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            you={member.id === viewer}
            onChange={people === null ? undefined : change}
          />
        ))}
      </ul>
      {free === undefined ? (
        <p className="border-t border-line px-4.5 py-3 text-sm text-ink-3">
          Only admins change who is on a team.
        </p>
      ) : (
        <AddMember people={free} onAdd={(member) => change({ kind: "save", member })} invite={invite} />
      )}
    </Card>
  );
}

interface MemberRowProps {
  member: TeamMember;
  you: boolean;
  /** Absent where the viewer may not change it. */
  onChange?: ((change: MemberChange) => void) | undefined;
}

/** One person of a team. */
function MemberRow({ member, you, onChange }: MemberRowProps) {
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
