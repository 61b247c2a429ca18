import type { Metadata } from "next";
import { cache } from "react";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { AccessCards } from "@/components/settings/people/access-cards";
import { DisablePerson } from "@/components/settings/people/disable-person";
import { PersonFacts } from "@/components/settings/people/person-facts";
import { PersonForm } from "@/components/settings/people/person-form";
import { personSentence } from "@/components/settings/people/person-sentence";
import { PlacesCard } from "@/components/settings/people/places-card";
import { tokenState } from "@/components/settings/tokens/token-words";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Trail } from "@/components/ui/trail";
import { organisationScope, pageNow, personScope } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPerson } from "@/lib/queries/people/people";
import { loadSessions } from "@/lib/queries/people/sessions";
import { loadTeams } from "@/lib/queries/teams/teams";
import { loadTokens } from "@/lib/queries/tokens/tokens";

type Params = Promise<{ person: string }>;

/** The person of this page, read once for its title and its content. */
const personOf = cache(async (id: string) => {
  const scope = await personScope("person:read", id);
  return { scope, person: await loadPerson(scope) };
});

/** The name of the person in the title of the window. */
export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await personOf((await params).person)).person.name };
}

/** Who is this, what may they do, and where are they signed in? */
export default async function PersonPage({ params }: { params: Params }) {
  const { scope, person } = await personOf((await params).person);
  const { viewer, resource } = scope;
  const self = viewer.person.id === person.id;
  const may = (action: "person:edit_rights" | "session:list") => can(viewer.actor, action, resource);
  const edits = may("person:edit_rights") && !person.example;
  const sees = may("session:list") && !person.example;
  const [{ timeZone }, { items: teams }, sessions, tokens] = await Promise.all([
    loadOrganisation(await organisationScope("organisation:read")),
    loadTeams(await organisationScope("team:list")),
    sees
      ? loadSessions(await personScope("session:list", person.id), { limit: 200 }, pageNow())
      : { items: [] },
    sees ? loadTokens(await personScope("token:list", person.id), { limit: 200 }) : { items: [] },
  ]);
  const now = pageNow().toISOString();
  const inForce = tokens.items.filter((token) => tokenState(token, now) === "in force").length;
  const why = person.example
    ? "Invented by the example portfolio: cannot sign in, and is removed with it."
    : "Only admins change rights and teams.";
  return (
    <>
      <Trail steps={[{ href: "/settings/people", label: "People" }]} />
      <div className="mb-5">
        <LinkedSentence
          words={personSentence(person, teams)}
          sub={
            <>
              <a href={`mailto:${person.email}`} className="link [overflow-wrap:anywhere]">
                {person.email}
              </a>
              {self && (
                <>
                  . This is you; your password is on{" "}
                  <Link href="/settings/profile" className="link">
                    your profile
                  </Link>
                </>
              )}
            </>
          }
        />
      </div>
      <div className="grid gap-4.5">
        {edits ? (
          <>
            <Card title="Name and rights">
              <PersonForm key={person.version} person={person} />
            </Card>
            <PlacesCard person={person} teams={teams.map(({ slug, name }) => ({ slug, name }))} />
          </>
        ) : (
          <PersonFacts person={person} teams={teams} why={why} />
        )}
        {sees && (
          <AccessCards
            person={person}
            sessions={sessions.items}
            tokens={tokens.items}
            timeZone={timeZone}
            now={now}
          />
        )}
        {edits && (
          <DisablePerson person={person} sessions={sessions.items.length} tokens={inForce} self={self} />
        )}
      </div>
    </>
  );
}
