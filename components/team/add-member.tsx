"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { choiceLabel } from "@/components/gaps/plan-context";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { PersonChoice } from "@/lib/contracts/people";
import type { TeamMember } from "@/lib/contracts/teams";
import { ROLE_OPTIONS } from "./role-options";

interface AddMemberProps {
  /** Those who are not on the team yet. */
  people: readonly PersonChoice[];
  onAdd: (member: TeamMember) => void;
  /** What to do when the person is not among them. */
  invite?: ReactNode;
}

/** Puts a person on the team, in a role. */
export function AddMember({ people, onAdd, invite }: AddMemberProps) {
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
