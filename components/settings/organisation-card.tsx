import { Card } from "@/components/ui/card";
import type { Organisation } from "@/lib/contracts/organisation";
import { Facts } from "./facts";
import { namesOf } from "./names";
import { OrganisationForm } from "./organisation-form";

interface OrganisationCardProps {
  organisation: Organisation;
  /** Names of those who may change it. */
  admins: readonly string[];
  timeZones: readonly string[];
}

/** The organisation: a form for admins, facts with the reason for everybody else. */
export function OrganisationCard({ organisation, admins, timeZones }: OrganisationCardProps) {
  if (organisation.can.edit) {
    return (
      <Card title="Organisation">
        <OrganisationForm organisation={organisation} timeZones={timeZones} />
      </Card>
    );
  }
  return (
    <Card title="Organisation">
      <Facts
        facts={[
          { name: "Name", value: <bdi>{organisation.name}</bdi> },
          { name: "Time zone", value: organisation.timeZone.replaceAll("_", " ") },
          { name: "Currency", value: organisation.currency },
        ]}
      />
      <p className="mt-4 border-t border-line pt-3 text-sm text-ink-3">
        Only admins change this{admins.length > 0 && <>: ask {namesOf(admins)}</>}.
      </p>
    </Card>
  );
}
