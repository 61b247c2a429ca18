"use client";

import { type FormEvent, useState } from "react";
import { ROLE_OPTIONS } from "@/components/team/role-options";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { NamedTeam, Place } from "./team-names";

interface AddPlaceProps {
  /** Those that somebody is not on yet. */
  teams: readonly NamedTeam[];
  onAdd: (place: Place) => void;
}

/** Puts somebody on one more team, in a role. */
export function AddPlace({ teams, onAdd }: AddPlaceProps) {
  const [chosen, setChosen] = useState("");
  const [role, setRole] = useState<Place["role"]>("member");
  const team = teams.find(({ slug }) => slug === chosen);
  function add(event: FormEvent) {
    event.preventDefault();
    if (!team) return;
    onAdd({ team: team.slug, role });
    setChosen("");
  }
  return (
    <form
      onSubmit={add}
      className="grid grid-cols-[1fr_6.5rem_auto] items-end gap-2 border-t border-line bg-sunk/50 px-4.5 py-3"
    >
      <Select
        label="Add to a team"
        placeholder="Choose"
        value={team ? chosen : ""}
        onChange={(event) => setChosen(event.target.value)}
        options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Select
        label="as"
        value={role}
        onChange={(event) => setRole(event.target.value === "lead" ? "lead" : "member")}
        options={ROLE_OPTIONS}
      />
      <Button type="submit" disabled={!team} className="h-8 pointer-coarse:h-10">
        Add
      </Button>
    </form>
  );
}
