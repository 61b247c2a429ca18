import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VersionView } from "@/components/checklist/version-view";
import { Page } from "@/components/ui/page";
import { organisationScope } from "@/lib/auth/page-scope";
import { AppError } from "@/lib/domain/errors";
import { loadChecklistVersion } from "@/lib/queries/checklists/checklists";
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

/** What is asked, of whom, and what would it cost to have nothing of it? */
export default async function VersionPage({ params, searchParams }: VersionPageProps) {
  const scope = await organisationScope("checklist:read");
  const [version, { timeZone }] = await Promise.all([
    loadChecklistVersion(scope, await params).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") notFound();
      throw error;
    }),
    loadOrganisation(await organisationScope("organisation:read")),
  ]);
  return (
    <Page>
      <VersionView version={version} params={await searchParams} timeZone={timeZone} />
    </Page>
  );
}
