"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { ROLE_OPTIONS } from "@/components/team/role-options";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type NamedTeam, type Place, teamName } from "./team-names";

interface PlacesEditorProps {
  places: readonly Place[];
  teams: readonly NamedTeam[];
  onChange: (places: Place[]) => void;
}

/** The teams that somebody is to be on, each with a role. */
export function PlacesEditor({ places, teams, onChange }: PlacesEditorProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const free = teams.filter(({ slug }) => !places.some(({ team }) => team === slug));
  const change = (slug: string, role: string) =>
    onChange(
      places.map((place) =>
        place.team === slug ? { ...place, role: role === "lead" ? "lead" : "member" } : place,
      ),
    );
  return (
    <fieldset ref={box} tabIndex={-1}>
      <legend className="mb-1 flex items-baseline gap-1.5 text-sm font-strong">
        Teams <span className="font-normal text-ink-3">optional</span>
      </legend>
      <div className="grid gap-2">
        {places.map(({ team, role }) => {
          const name = teamName(teams, team);
          return (
            <div key={team} className="grid grid-cols-[1fr_7rem_auto] items-center gap-2">
              <span className="min-w-0 truncate pl-0.5">
                <bdi>{name}</bdi>
              </span>
              <Select
                label={`Role in ${name}`}
                hideLabel
                value={role}
                options={ROLE_OPTIONS}
                onChange={(event) => change(team, event.target.value)}
              />
              <Button
                variant="quiet"
                aria-label={`Without ${name}`}
                className="px-1.5"
                icon={<X aria-hidden="true" className="size-3.5" />}
                onClick={() => {
                  onChange(places.filter((place) => place.team !== team));
                  box.current?.focus();
                }}
              />
            </div>
          );
        })}
        {free.length > 0 && (
          <Select
            label="Add a team"
            hideLabel
            optional
            placeholder={places.length === 0 ? "Choose a team" : "Another team"}
            value=""
            options={free.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(event) => {
              const team = event.target.value;
              if (team !== "") onChange([...places, { team, role: "member" }]);
            }}
          />
        )}
        {teams.length === 0 && <p className="text-sm text-ink-3">There is no team yet.</p>}
      </div>
    </fieldset>
  );
}
