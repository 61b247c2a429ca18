"use client";

import { AddMembership, changeText, RoleControls, useMemberships } from "@/components/team/memberships";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Person } from "@/lib/contracts/people";
import { type NamedTeam, teamName } from "./team-names";

interface PlacesCardProps {
  person: Pick<Person, "id" | "name" | "teams">;
  teams: readonly NamedTeam[];
}

/** The teams that somebody is on, and the way to change them. */
export function PlacesCard({ person, teams }: PlacesCardProps) {
  const { shown, change, list } = useMemberships(
    person.teams.map((place) => ({ ...place, person: person.id })),
    (before, wanted) => changeText(before, wanted, person.name, teamName(teams, wanted.membership.team)),
  );
  const free = teams.filter(({ slug }) => !shown.some(({ team }) => team === slug));
  return (
    <Card title="Teams" aside={shown.length} flush>
      {shown.length === 0 && (
        <p className="px-4.5 py-4 text-ink-2">On no team: can read everything, but answers for no service.</p>
      )}
      <ul ref={list} tabIndex={-1} aria-label="Teams">
        {shown.map((membership) => {
          const name = teamName(teams, membership.team);
          return (
            <li
              key={membership.team}
              className="flex min-h-11 items-center gap-2.5 border-t border-line px-4.5 py-1.5 first:border-t-0"
            >
              <Link
                href={`/teams/${membership.team}`}
                className="min-h-6 min-w-0 flex-1 content-center [overflow-wrap:anywhere] hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>
              <RoleControls
                label={`Role in ${name}`}
                from={`from ${name}`}
                {...{ membership }}
                onChange={change}
              />
            </li>
          );
        })}
      </ul>
      {free.length > 0 && (
        <AddMembership
          label="Add to a team"
          options={free.map(({ slug, name }) => ({ value: slug, label: name }))}
          onAdd={(team, role) => change({ kind: "save", membership: { team, person: person.id, role } })}
        />
      )}
    </Card>
  );
}
