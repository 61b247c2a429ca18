import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparisonView } from "@/components/checklist/compare/comparison-view";
import { Page } from "@/components/ui/page";
import { organisationScope } from "@/lib/auth/page-scope";
import { AppError } from "@/lib/domain/errors";
import { loadChecklists } from "@/lib/queries/checklists/checklists";
import { compareVersions } from "@/lib/queries/checklists/comparison";

export const metadata: Metadata = { title: "Compare versions" };

interface ComparisonPageProps {
  params: Promise<{ checklist: string; version: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What does one version ask that another did not? */
export default async function ComparisonPage({ params, searchParams }: ComparisonPageProps) {
  const scope = await organisationScope("checklist:read");
  const name = await params;
  const { items } = await loadChecklists(await organisationScope("checklist:list"));
  const versions = items.find((item) => item.checklist === name.checklist)?.versions ?? [];
  const others = versions.filter((each) => String(each.version) !== name.version);
  const asked = Number((await searchParams).with);
  const other = others.find((each) => each.version === asked) ?? others[0];
  if (!other && versions.length === 0) notFound();
  const comparison = await compareVersions(scope, name, other?.version ?? Number(name.version)).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") notFound();
      throw error;
    },
  );
  return (
    <Page>
      <ComparisonView comparison={comparison} others={others} />
    </Page>
  );
}
