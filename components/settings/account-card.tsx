import Link from "next/link";
import { Fragment } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Facts } from "./facts";

interface AccountCardProps {
  person: { id: string; name: string; email: string };
  admin: boolean;
  executive: boolean;
  teams: readonly { slug: string; name: string; role: "lead" | "member" }[];
}

function rightsOf(admin: boolean, executive: boolean): string {
  if (admin && executive) return "Admin and executive";
  if (admin) return "Admin: everything, settings included";
  if (executive) return "Executive: reads everything; writes for the teams below";
  return "Reads everything; writes for the teams below";
}

/** One's own account, as others see it. */
export function AccountCard({ person, admin, executive, teams }: AccountCardProps) {
  return (
    <Card title="You">
      <Facts
        facts={[
          {
            name: "Name",
            value: (
              <span className="flex items-center gap-2">
                <Avatar id={person.id} name={person.name} decorative />
                <bdi>{person.name}</bdi>
              </span>
            ),
          },
          { name: "E-mail", value: person.email },
          { name: "Rights", value: rightsOf(admin, executive) },
          {
            name: "Teams",
            value:
              teams.length === 0 ? (
                <span className="text-ink-2">
                  None yet: an admin adds you on the page of a{" "}
                  <Link href="/teams" className="link">
                    team
                  </Link>
                  .
                </span>
              ) : (
                teams.map((team, index) => (
                  <Fragment key={team.slug}>
                    {index > 0 && ", "}
                    <Link href={`/teams/${team.slug}`} className="link">
                      <bdi>{team.name}</bdi>
                    </Link>{" "}
                    <span className="text-ink-3">{team.role}</span>
                  </Fragment>
                ))
              ),
          },
        ]}
      />
    </Card>
  );
}
