import type { Metadata } from "next";
import { cache } from "react";
import { assessPage } from "@/components/addresses/assess-page";
import { Assessment } from "@/components/assessment/assessment";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import type { SearchParams } from "@/lib/domain/page-address";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadScorecard } from "@/lib/queries/scorecard/scorecard";

interface AssessPageProps {
  params: Promise<{ service: string }>;
  searchParams: Promise<SearchParams>;
}

/** Once for the title and the page. */
const load = cache(async (slug: string) => {
  const scope = await serviceScope(slug);
  return { scope, scorecard: await loadScorecard(scope, pageNow()) };
});

export async function generateMetadata({ params }: AssessPageProps): Promise<Metadata> {
  const { scorecard } = await load((await params).service);
  return { title: `Assess ${scorecard.service.name}` };
}

/** What is true today? */
export default async function AssessPage({ params, searchParams }: AssessPageProps) {
  const { scope, scorecard } = await load((await params).service);
  const { timeZone } = await loadOrganisation(await organisationScope("organisation:read"));
  const { id, name } = scope.viewer.person;
  const { show } = assessPage.read(await searchParams);
  return <Assessment initial={scorecard} me={{ id, name }} {...{ timeZone, show }} />;
}
