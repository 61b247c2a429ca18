import type { Metadata } from "next";
import { DeleteTeam } from "@/components/team/delete-team";
import { EditTeamForm } from "@/components/team/edit-team-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { Sentence } from "@/components/ui/sentence";
import { Trail } from "@/components/ui/trail";
import { teamScope } from "@/lib/auth/page-scope";
import { loadTeam } from "@/lib/queries/teams/teams";

export const metadata: Metadata = { title: "Edit team" };

/** What is this team called, and is it still needed? */
export default async function EditTeamPage({ params }: { params: Promise<{ team: string }> }) {
  const team = await loadTeam(await teamScope((await params).team));
  return (
    <Page narrow>
      <Trail
        steps={[
          { href: "/teams", label: "Teams" },
          { href: `/teams/${team.slug}`, label: team.name },
        ]}
      />
      <Sentence className="mb-5" sub={`Its address stays /teams/${team.slug}, whatever it is called.`}>
        What <bdi>{team.name}</bdi> is called, and what it is there for.
      </Sentence>
      {team.can.edit ? (
        <Card>
          <EditTeamForm team={team} />
        </Card>
      ) : (
        <Notice
          title="Only its leads and admins change a team."
          action={<ButtonLink href={`/teams/${team.slug}`}>Back to the team</ButtonLink>}
        >
          Ask one of them for a better name or description.
        </Notice>
      )}
      {team.can.delete && (
        <section className="mt-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line px-4.5 pt-4.5">
          <div className="min-w-0 flex-1 basis-72">
            <h2 className="text-sm font-strong text-ink-2">No longer needed?</h2>
            <p className="text-ink-3">
              A team can be deleted once no service belongs to it, retired ones included.
            </p>
          </div>
          <DeleteTeam slug={team.slug} name={team.name} />
        </section>
      )}
    </Page>
  );
}
