"use client";

import type { ReactNode } from "react";
import { choiceLabel } from "@/components/people/person-names";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import type { NamedPerson } from "@/lib/contracts/people";
import type { TeamMember } from "@/lib/contracts/teams";
import { AddMembership, changeText, RoleControls, useMemberships } from "./memberships";

interface MembersCardProps {
  team: string;
  members: readonly TeamMember[];
  viewer: string;
  /** Everybody who could be put on it; null for viewers who may not change that. */
  people: readonly NamedPerson[] | null;
  /** The way to invite somebody who is not among them. */
  invite?: ReactNode;
}

/** Leads first, then by name. */
export function inOrder<T extends Pick<TeamMember, "role" | "name">>(members: readonly T[]): T[] {
  const rank = ({ role }: T) => (role === "lead" ? 0 : 1);
  return [...members].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en"));
}

/** Who is on the team, and for admins the way to change it. */
export function MembersCard({ team, members, viewer, people, invite }: MembersCardProps) {
  const names = new Map([...(people ?? []), ...members].map(({ id, name }) => [id, name]));
  const nameOf = (person: string) => names.get(person) ?? "";
  const { shown, change, list } = useMemberships(
    members.map(({ id, role }) => ({ team, person: id, role })),
    (before, wanted) => changeText(before, wanted, nameOf(wanted.membership.person), null),
  );
  const free = people?.filter(({ id }) => !shown.some(({ person }) => person === id));
  return (
    <Card title="Members" aside={shown.length} flush>
      {shown.length === 0 && (
        <p className="px-4.5 py-4 text-ink-2">
          Nobody is on it yet. Until somebody is, only admins can answer for its services.
        </p>
      )}
      <ul ref={list} tabIndex={-1} aria-label="Members">
        {inOrder(shown.map((each) => ({ ...each, name: nameOf(each.person) }))).map(
          ({ name, ...membership }) => (
            <li
              key={membership.person}
              className="flex min-h-11 items-center gap-2.5 border-t border-line px-4.5 py-1.5 first:border-t-0"
            >
              <Avatar id={membership.person} name={name} decorative />
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                <bdi>{name}</bdi>
                {membership.person === viewer && <span className="text-ink-3"> (you)</span>}
              </span>
              {people === null ? (
                <span className="text-sm text-ink-3">{membership.role}</span>
              ) : (
                <RoleControls label={`Role of ${name}`} from={name} {...{ membership }} onChange={change} />
              )}
            </li>
          ),
        )}
      </ul>
      {free === undefined ? (
        <p className="border-t border-line px-4.5 py-3 text-sm text-ink-3">
          Only admins change who is on a team.
        </p>
      ) : free.length === 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line px-4.5 py-3 text-sm text-ink-3">
          <p className="min-w-0 flex-1 basis-48">Everybody in the organisation is on this team.</p>
          {invite}
        </div>
      ) : (
        <AddMembership
          label="Add a person"
          options={free.map((each) => ({ value: each.id, label: choiceLabel(each) }))}
          onAdd={(person, role) => change({ kind: "save", membership: { team, person, role } })}
        >
          {invite !== undefined && (
            <div className="col-span-3 mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm text-ink-3">
              <span>Not in the list?</span>
              {invite}
            </div>
          )}
        </AddMembership>
      )}
    </Card>
  );
}
