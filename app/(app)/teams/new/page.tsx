import type { Metadata } from "next";
import { NewTeamForm } from "@/components/team/new-team-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { Sentence } from "@/components/ui/sentence";
import { Trail } from "@/components/ui/trail";
import { organisationScope } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";

export const metadata: Metadata = { title: "New team" };

/** Who will own services? */
export default async function NewTeamPage() {
  const scope = await organisationScope("team:list");
  const mayCreate = can(scope.viewer.actor, "team:create", { teamId: null });
  return (
    <Page narrow>
      <Trail steps={[{ href: "/teams", label: "Teams" }]} />
      <Sentence
        className="mb-5"
        sub="Its leads add services; its leads and members answer the questions. Choose its members on its page, from everybody in the organisation."
      >
        A new team: who will answer for services?
      </Sentence>
      {mayCreate ? (
        <Card>
          <NewTeamForm />
        </Card>
      ) : (
        <Notice
          title="Only admins create teams."
          action={<ButtonLink href="/teams">See the teams</ButtonLink>}
        >
          Ask one of them; the name is all that is needed.
        </Notice>
      )}
    </Page>
  );
}
