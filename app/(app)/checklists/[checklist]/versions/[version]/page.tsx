import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Editor } from "@/components/checklist/editor/editor";
import { VersionActions } from "@/components/checklist/version-actions";
import { VersionView, Where } from "@/components/checklist/version-view";
import { Page } from "@/components/ui/page";
import { organisationScope } from "@/lib/auth/page-scope";
import { AppError } from "@/lib/domain/errors";
import { loadChecklists, loadChecklistVersion } from "@/lib/queries/checklists/checklists";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";

interface VersionPageProps {
  params: Promise<{ checklist: string; version: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Which version, in the title of the window and on top of a printed page. */
export async function generateMetadata({ params }: VersionPageProps): Promise<Metadata> {
  const { checklist, version } = await params;
  return { title: `${checklist}, version ${version}` };
}

/** What is asked, of whom, and what would it cost to have nothing of it? Of a draft: what will be asked? */
export default async function VersionPage({ params, searchParams }: VersionPageProps) {
  const scope = await organisationScope("checklist:read");
  const name = await params;
  const [version, { timeZone }, { items }] = await Promise.all([
    loadChecklistVersion(scope, name).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") notFound();
      throw error;
    }),
    loadOrganisation(await organisationScope("organisation:read")),
    loadChecklists(await organisationScope("checklist:list")),
  ]);
  if (version.status === "draft" && version.can.edit) {
    const before =
      version.basedOn === null
        ? []
        : (await loadChecklistVersion(scope, { ...name, version: String(version.basedOn) })).questions;
    return (
      <Page>
        <Where version={version} timeZone={timeZone} />
        <Editor key={version.createdAt} version={version} before={before} person={scope.viewer.person.id} />
      </Page>
    );
  }
  const others = (items.find((item) => item.checklist === version.checklist)?.versions ?? []).filter(
    (each) => each.version !== version.version,
  );
  return (
    <Page>
      <VersionView
        version={version}
        params={await searchParams}
        timeZone={timeZone}
        actions={<VersionActions version={version} others={others} />}
      />
    </Page>
  );
}
