"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useOptimistic, useRef } from "react";
import { Card } from "@/components/ui/card";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { PersonChoice } from "@/lib/contracts/people";
import type { TeamMember } from "@/lib/contracts/teams";
import { AddMember } from "./add-member";
import { MemberRow } from "./member-row";
import { afterChange, changeText, inOrder, type MemberChange } from "./members";

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
