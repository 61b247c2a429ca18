"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Person } from "@/lib/contracts/organisation";
import type { TeamMember } from "@/lib/contracts/teams";
import { ROLE_OPTIONS } from "./role-options";

interface AddMemberProps {
  /** Those who are not on the team yet. */
  people: readonly Person[];
  onAdd: (member: TeamMember) => void;
}

/** Puts a person on the team, in a role. */
export function AddMember({ people, onAdd }: AddMemberProps) {
  const [chosen, setChosen] = useState("");
  const [role, setRole] = useState<TeamMember["role"]>("member");
  const person = people.find((each) => each.id === chosen);
  if (people.length === 0) {
    return (
      <p className="border-t border-line px-4.5 py-3 text-sm text-ink-3">
        Everybody in the organisation is on this team. Only people who are in it can be members.
      </p>
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
        options={people.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
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
    </form>
  );
}
