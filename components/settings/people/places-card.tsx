"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useOptimistic, useRef, useState } from "react";
import { ROLE_OPTIONS } from "@/components/team/role-options";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { Person } from "@/lib/contracts/people";
import { afterPlaceChange, type PlaceChange, placeChangeText } from "./place-changes";
import { type NamedTeam, type Place, teamName } from "./team-names";

interface PlacesCardProps {
  person: Pick<Person, "id" | "name" | "teams">;
  teams: readonly NamedTeam[];
}

function store(person: string, { kind, place }: PlaceChange): Promise<unknown> {
  const params = { team: place.team, person };
  return kind === "remove"
    ? send("DELETE /api/v1/teams/:team/members/:person", { params })
    : send("PUT /api/v1/teams/:team/members/:person", { params, body: { role: place.role } });
}

/** The teams that somebody is on, changed at once; what the server refuses goes back and says why. */
export function PlacesCard({ person, teams }: PlacesCardProps) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const [places, apply] = useOptimistic(person.teams, afterPlaceChange);

  function change(wanted: PlaceChange): void {
    startTransition(async () => {
      apply(wanted);
      try {
        await store(person.id, wanted);
        const undo = { label: "Undo", run: () => change({ kind: "save", place: wanted.place }) };
        const text = placeChangeText(person.name, places, wanted, teams);
        toasts.show({ text, action: wanted.kind === "remove" ? undo : undefined });
      } catch (error) {
        toasts.show({ text: messageOf(error), tone: "problem" });
        return;
      }
      startTransition(() => router.refresh());
    });
    if (wanted.kind === "remove") list.current?.focus();
  }

  const free = teams.filter(({ slug }) => !places.some(({ team }) => team === slug));
  return (
    <Card title="Teams" aside={places.length} flush>
      {places.length === 0 && (
        <p className="px-4.5 py-4 text-ink-2">On no team: may read, and answer for nothing.</p>
      )}
      <ul ref={list} tabIndex={-1} aria-label="Teams">
        {places.map((place) => {
          const name = teamName(teams, place.team);
          return (
            <li
              key={place.team}
              className="flex min-h-11 items-center gap-2.5 border-t border-line px-4.5 py-1.5 first:border-t-0"
            >
              <Link
                href={`/teams/${place.team}`}
                className="min-h-6 min-w-0 flex-1 content-center [overflow-wrap:anywhere] hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>
              <Select
                label={`Role in ${name}`}
                hideLabel
                className="w-25 shrink-0"
                value={place.role}
                onChange={(event) => {
                  const role = event.target.value === "lead" ? "lead" : "member";
                  change({ kind: "save", place: { ...place, role } });
                }}
                options={ROLE_OPTIONS}
              />
              <Button variant="quiet" className="-mr-2" onClick={() => change({ kind: "remove", place })}>
                Remove<span className="sr-only"> from {name}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      {free.length > 0 && <AddPlace teams={free} onAdd={(place) => change({ kind: "save", place })} />}
    </Card>
  );
}

interface AddPlaceProps {
  /** Those that somebody is not on yet. */
  teams: readonly NamedTeam[];
  onAdd: (place: Place) => void;
}

/** Puts somebody on one more team, in a role. */
function AddPlace({ teams, onAdd }: AddPlaceProps) {
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
