import { Facts } from "@/components/settings/facts";
import { Card } from "@/components/ui/card";
import type { Person } from "@/lib/contracts/people";
import { PlacesLine } from "./places-line";
import { rightsLine } from "./rights";
import type { NamedTeam } from "./team-names";

interface PersonFactsProps {
  person: Person;
  teams: readonly NamedTeam[];
  /** Why it cannot be changed here. */
  why: string;
}

/** Somebody as everybody sees them. */
export function PersonFacts({ person, teams, why }: PersonFactsProps) {
  return (
    <Card title="Rights and teams">
      <Facts
        facts={[
          { name: "Rights", value: rightsLine(person, person.teams.length) },
          { name: "Teams", value: <PlacesLine places={person.teams} teams={teams} none="None yet" /> },
        ]}
      />
      <p className="mt-4 border-t border-line pt-3 text-sm text-ink-3">{why}</p>
    </Card>
  );
}
