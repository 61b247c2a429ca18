"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, startTransition, useOptimistic, useRef, useState } from "react";
import { choiceLabel } from "@/components/gaps/plan-context";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { PersonChoice } from "@/lib/contracts/people";
import type { TeamMember } from "@/lib/contracts/teams";
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

interface AddMemberProps {
  /** Those who are not on the team yet. */
  people: readonly PersonChoice[];
  onAdd: (member: TeamMember) => void;
  /** What to do when the person is not among them. */
  invite?: ReactNode;
}

/** Puts a person on the team, in a role. */
function AddMember({ people, onAdd, invite }: AddMemberProps) {
  const [chosen, setChosen] = useState("");
  const [role, setRole] = useState<TeamMember["role"]>("member");
  const person = people.find((each) => each.id === chosen);
  if (people.length === 0) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line px-4.5 py-3 text-sm text-ink-3">
        <p className="min-w-0 flex-1 basis-48">Everybody in the organisation is on this team.</p>
        {invite}
      </div>
    );
  }
  function add(event: FormEvent) {
    event.preventDefault();
    if (!person) return;
    onAdd({ id: person.id, name: person.name, role });
    setChosen("");
  }
  return (
    <form
      onSubmit={add}
      className="grid grid-cols-[1fr_6.5rem_auto] items-end gap-2 border-t border-line bg-sunk/50 px-4.5 py-3"
    >
      <Select
        label="Add a person"
        placeholder="Choose"
        value={person ? chosen : ""}
        onChange={(event) => setChosen(event.target.value)}
        options={people.map((each) => ({ value: each.id, label: choiceLabel(each) }))}
      />
      <Select
        label="as"
        value={role}
        onChange={(event) => setRole(event.target.value === "lead" ? "lead" : "member")}
        options={ROLE_OPTIONS}
      />
      <Button type="submit" disabled={!person} className="h-8 pointer-coarse:h-10">
        Add
      </Button>
      {invite !== undefined && (
        <div className="col-span-3 mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm text-ink-3">
          <span>Not in the list?</span>
          {invite}
        </div>
      )}
    </form>
  );
}
