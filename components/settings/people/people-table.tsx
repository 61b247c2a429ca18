import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { Table, Td, Th } from "@/components/ui/table";
import type { Person } from "@/lib/contracts/people";
import { PlacesLine } from "./places-line";
import { RIGHT_TEXT, rightsOf } from "./rights";
import type { NamedTeam } from "./team-names";

function Rights({ person }: { person: Person }) {
  return (
    <span className="flex flex-wrap gap-1 empty:hidden">
      {person.disabled && <Pill tone="amber">Disabled</Pill>}
      {person.example && <Pill>Example</Pill>}
      {rightsOf(person).map((right) => (
        <Pill key={right} tone="plain">
          {RIGHT_TEXT[right].name}
        </Pill>
      ))}
    </span>
  );
}

interface RowProps {
  person: Person;
  teams: readonly NamedTeam[];
  you: boolean;
}

function Row({ person, teams, you }: RowProps) {
  return (
    <tr className="align-top">
      <Th scope="row" className="py-2 font-normal">
        <span className="flex items-start gap-2.5">
          <span className={person.disabled ? "mt-0.5 grayscale" : "mt-0.5"}>
            <Avatar id={person.id} name={person.name} size="large" decorative />
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <Link
              href={`/settings/people/${person.id}`}
              className="inline-block min-h-6 content-center font-strong hover:underline"
            >
              <bdi>{person.name}</bdi>
            </Link>
            {you && <span className="font-normal text-ink-3"> (you)</span>}
            <span className="block text-sm font-normal text-ink-3">{person.email}</span>
            <span className="mt-1.5 grid gap-1.5 md:hidden">
              <Rights person={person} />
              <span className="text-sm font-normal">
                <PlacesLine places={person.teams} teams={teams} />
              </span>
            </span>
          </span>
        </span>
      </Th>
      <Td className="py-2.5 max-md:hidden">
        <Rights person={person} />
      </Td>
      <Td className="w-80 py-2.5 [overflow-wrap:anywhere] max-md:hidden">
        <PlacesLine places={person.teams} teams={teams} />
      </Td>
    </tr>
  );
}

interface PeopleTableProps {
  people: readonly Person[];
  teams: readonly NamedTeam[];
  viewer: string;
}

/** People by name: what they may do, and for which teams. */
export function PeopleTable({ people, teams, viewer }: PeopleTableProps) {
  return (
    <Table caption="People" flush>
      <thead>
        <tr>
          <Th>Person</Th>
          <Th className="w-44 max-md:hidden">Rights</Th>
          <Th className="max-md:hidden">Teams</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} teams={teams} you={person.id === viewer} />
        ))}
      </tbody>
    </Table>
  );
}
