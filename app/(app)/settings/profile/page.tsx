import type { Metadata } from "next";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { KeySwitch } from "@/components/keys/key-switch";
import { Facts } from "@/components/settings/facts";
import { PlacesLine } from "@/components/settings/people/places-line";
import { rightsLine } from "@/components/settings/people/rights";
import { NameForm } from "@/components/settings/profile/name-form";
import { PasswordForm } from "@/components/settings/profile/password-form";
import { profileSentence } from "@/components/settings/profile/profile-words";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { organisationScope, personScope } from "@/lib/auth/page-scope";
import { loadPerson } from "@/lib/queries/people/people";
import { loadTeams } from "@/lib/queries/teams/teams";

export const metadata: Metadata = { title: "Your profile" };

/** Who am I here, and how do I sign in? */
export default async function ProfilePage() {
  const [person, { items: teams }] = await Promise.all([
    loadPerson(await personScope("person:read")),
    loadTeams(await organisationScope("team:list")),
  ]);
  const leads = person.teams.filter(({ role }) => role === "lead").length;
  return (
    <>
      <div className="mb-5">
        <LinkedSentence
          words={profileSentence({ ...person, teams: person.teams.length, leads })}
          sub={
            <>
              What waits for you is under{" "}
              <Link href="/work" className="link">
                My work
              </Link>
              .
            </>
          }
        />
      </div>
      <div className="grid gap-4.5">
        <Card title="You">
          <div className="grid gap-6">
            <NameForm key={person.version} person={person} />
            <div className="border-t border-line pt-4">
              <Facts
                facts={[
                  { name: "Rights", value: rightsLine(person, person.teams.length) },
                  {
                    name: "Teams",
                    value: (
                      <PlacesLine
                        places={person.teams}
                        teams={teams}
                        none="None yet: an admin adds you to one."
                      />
                    ),
                  },
                ]}
              />
            </div>
          </div>
        </Card>
        <Card title="Keys">
          <KeySwitch />
        </Card>
        <Card title="Password">
          <PasswordForm email={person.email} />
        </Card>
      </div>
    </>
  );
}
