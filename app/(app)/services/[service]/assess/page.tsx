import type { Metadata } from "next";
import { cache } from "react";
import { Assessment } from "@/components/assessment/assessment";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadScorecard } from "@/lib/queries/scorecard/scorecard";

interface AssessPageProps {
  params: Promise<{ service: string }>;
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
export default async function AssessPage({ params }: AssessPageProps) {
  const { scope, scorecard } = await load((await params).service);
  const { timeZone } = await loadOrganisation(await organisationScope("organisation:read"));
  const { id, name } = scope.viewer.person;
  return <Assessment initial={scorecard} me={{ id, name }} timeZone={timeZone} />;
}
