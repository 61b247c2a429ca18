import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MoveServices } from "@/components/checklist/move/move-services";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { ButtonLink } from "@/components/ui/button-link";
import { NotAllowed } from "@/components/ui/not-allowed";
import { Page } from "@/components/ui/page";
import { Trail } from "@/components/ui/trail";
import { organisationScope } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";
import { counted } from "@/lib/domain/words";
import { loadChecklists } from "@/lib/queries/checklists/checklists";
import { loadMovable } from "@/lib/queries/checklists/movable";

export const metadata: Metadata = { title: "Move services" };

interface MovePageProps {
  params: Promise<{ checklist: string; version: string }>;
}

/** Which services shall be asked this version, and what does that change for them? */
export default async function MovePage({ params }: MovePageProps) {
  const { checklist: key, version: asked } = await params;
  const reader = await organisationScope("checklist:list");
  const checklist = (await loadChecklists(reader)).items.find((item) => item.checklist === key);
  const version = checklist?.versions.find((each) => String(each.version) === asked);
  if (!checklist || !version) notFound();
  const page = `/checklists/${key}/versions/${asked}`;
  const back = <ButtonLink href={page}>Read version {asked}</ButtonLink>;
  if (!can(reader.viewer.actor, "checklist:move", { teamId: null })) {
    return (
      <NotAllowed title="Only admins move services to another version." actions={back}>
        Moving changes every team’s questions and scores. Ask an admin.
      </NotAllowed>
    );
  }
  if (version.status === "draft") {
    return (
      <NotAllowed title={`Version ${asked} is a draft: no service can use it yet.`} actions={back}>
        Publish it first. Publishing moves no service.
      </NotAllowed>
    );
  }
  const services = await loadMovable(await organisationScope("checklist:move"), new Date());
  const choices = services.map(({ slug, name, team, teamName, tier, ...now }) => ({
    ...{ slug, name, team, teamName, tier },
    asked: `${now.checklistName}, version ${now.version}`,
    same: now.checklist === key,
    there: now.checklist === key && now.version === version.version,
  }));
  const there = choices.filter((choice) => choice.there).length;
  return (
    <Page>
      <Trail
        steps={[
          { href: "/checklists", label: "Checklists" },
          { href: page, label: `${checklist.name}, version ${version.version}` },
        ]}
        className="mb-1.5"
      >
        move services
      </Trail>
      <LinkedSentence
        words={[
          {
            text: `${there} of ${counted(services.length, "service")} ${there === 1 ? "uses" : "use"} version ${version.version}. Which others should move to it?`,
          },
        ]}
      />
      <div className="mt-5">
        <MoveServices checklist={key} version={version.version} services={choices} />
      </div>
    </Page>
  );
}
